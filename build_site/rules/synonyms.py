"""Wordings of one and the same indicator, and words that search treats alike."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SynonymRules:
    """Shape of ``synonyms.yml``."""

"""The field's terms that a general dictionary does not know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class WordRules:
    """Shape of ``words.yml``."""

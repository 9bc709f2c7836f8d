"""Numbering styles of headings, and words that open plan sections."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class MarkerRules:
    """Shape of ``markers.yml``."""

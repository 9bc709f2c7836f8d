"""The 28 themes: terms, weights and negatives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ThemeRules:
    """Shape of ``themes.yml``."""

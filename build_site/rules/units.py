"""Units and measure words: kind, base unit, aliases."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class UnitRules:
    """Shape of ``units.yml``."""

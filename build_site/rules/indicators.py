"""Words by which the name of a figure, its role, status and period are found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class IndicatorRules:
    """Shape of ``indicators.yml``."""

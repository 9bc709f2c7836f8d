"""Numerals, qualifiers, and what looks like a quantity and is none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class QuantityRules:
    """Shape of ``quantities.yml``."""

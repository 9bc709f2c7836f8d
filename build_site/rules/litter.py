"""What is not report text: the signs by which litter is known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LitterRules:
    """Shape of ``litter.yml``."""

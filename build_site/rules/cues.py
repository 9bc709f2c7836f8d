"""Words that make a sentence worth quoting, or not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CueRules:
    """Shape of ``cues.yml``."""

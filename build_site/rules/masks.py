"""How publishers hide words and digits."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class MaskRules:
    """Shape of ``masks.yml``."""

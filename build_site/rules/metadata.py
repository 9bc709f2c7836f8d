"""Words that name kinds of report, periods and publishers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class MetadataRules:
    """Shape of ``metadata.yml``."""

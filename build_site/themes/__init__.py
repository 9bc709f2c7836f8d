"""Says which of the 28 themes each section and paragraph speaks of, with the words that show it."""

from __future__ import annotations

from .assign import assign_themes

__all__ = ["assign_themes"]

"""A doubt about a report, shown to readers and never acted on silently."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One warning with its evidence.

    Attributes:
        code: stable kebab-case name of the kind, such as ``numbering-gap``.
        message: what a reader should know, in plain Chinese.
        start: first character concerned, as an offset in the canonical source text.
        end: offset after the last one (equal to ``start`` if the whole report is meant).
    """

    code: str
    message: str
    start: int = 0
    end: int = 0

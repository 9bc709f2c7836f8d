"""Finds the references to notes that the file format marks: they stay in the text, and no number is read from them."""

from __future__ import annotations

from ..model.source import Source
from ..text import Span
from .draft import Draft


def find_notes(draft: Draft, source: Source) -> tuple[Span, ...]:
    """Where references to notes stand in the cleaned text, in order and disjoint."""
    found: list[Span] = []
    for mark in source.marks:
        if mark.kind != "note-reference":
            continue
        span = Span(draft.map.to_clean(mark.span.start), draft.map.to_clean(mark.span.end))
        if found and span.start < found[-1].end:
            span = Span(found[-1].end, span.end)
        if span.start < span.end:
            found.append(span)
    return tuple(found)

"""The paragraphs of a cleaned text: its lines, and the cells, footnotes and text boxes that the file format knows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from ..model.document import Paragraph, with_tabs
from ..model.source import Mark, Source
from ..text import Span
from .draft import Draft

_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\n\t]+")
_KINDS = {"cell": "cell", "footnote": "footnote", "textbox": "textbox"}


def find_bars(draft: Draft, source: Source) -> tuple[int, ...]:
    """Where a bar or a blank parts two cells of a row that plain text draws, in the cleaned text."""
    return tuple(start for start, end in gaps(draft, source, "drawn") if end == start + 1)


def gaps(draft: Draft, source: Source, kind: str = "") -> Iterator[tuple[int, int]]:
    """What stands between neighbouring cells with something in them, in the draft's text.

    ``kind`` is the value of the rows looked at, "" for all.
    """
    cells = [mark.span for mark in source.marks if mark.kind == "cell"]
    for mark in source.marks:
        if mark.kind == "row" and kind in ("", mark.value):
            first, last = (bisect_left(cells, Span(at, 0)) for at in mark.span)
            yield from _between(draft, cells[first:last])


def _between(draft: Draft, cells: Sequence[Span]) -> Iterator[tuple[int, int]]:
    end = -1
    for cell in cells:
        start, stop = draft.map.to_clean(cell.start), draft.map.to_clean(cell.end)
        while start < stop and draft.text[start].isspace():
            start += 1
        while stop > start and draft.text[stop - 1].isspace():
            stop -= 1
        if start < stop:
            if 0 <= end < start:
                yield end, start
            end = stop


def find_paragraphs(draft: Draft, source: Source, bars: Sequence[int] = ()) -> tuple[Paragraph, ...]:
    """Every paragraph in order; a cell's place names its table, counted from 0."""
    text = with_tabs(draft.text, bars)
    marks = [mark for mark in source.marks if mark.kind in _KINDS]
    starts = [mark.span.start for mark in marks]
    tables = [mark.span.start for mark in source.marks if mark.kind == "table"]
    found: list[Paragraph] = []
    for line in _LINE.finditer(text):
        pieces = [line]
        if marks and _mark_at(marks, starts, draft.map.to_source(Span(*line.span()))):
            pieces = list(_CELL.finditer(text, *line.span()))
        for piece in pieces:
            span = Span(*piece.span())
            at = draft.map.to_source(span)
            mark = _mark_at(marks, starts, at) if marks else None
            place = f"{bisect_right(tables, at.start) - 1},{mark.value}" if mark and mark.kind == "cell" else ""
            found.append(Paragraph(span, at, _KINDS[mark.kind] if mark else "text", place))
    return tuple(found)


def _mark_at(marks: list[Mark], starts: list[int], at: Span) -> Mark | None:
    """The innermost mark that holds the first character of ``at``."""
    index = bisect_right(starts, at.start) - 1
    for mark in marks[max(0, index - 8) : index + 1][::-1]:
        if mark.span.start <= at.start < mark.span.end:
            return mark
    return None

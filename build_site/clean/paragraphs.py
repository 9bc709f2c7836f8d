"""The paragraphs of a cleaned text: its lines, and the cells, footnotes and text boxes that the file format knows."""

from __future__ import annotations

import re
from bisect import bisect_right

from ..model.document import Paragraph
from ..model.source import Mark, Source
from ..text import Span
from .draft import Draft

_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\n\t]+")
_KINDS = {"cell": "cell", "footnote": "footnote", "textbox": "textbox"}


def find_paragraphs(draft: Draft, source: Source) -> tuple[Paragraph, ...]:
    """Every paragraph in order; a cell's place names its table, counted from 0."""
    marks = [mark for mark in source.marks if mark.kind in _KINDS]
    starts = [mark.span.start for mark in marks]
    tables = [mark.span.start for mark in source.marks if mark.kind == "table"]
    found: list[Paragraph] = []
    for line in _LINE.finditer(draft.text):
        pieces = [line]
        if marks and _mark_at(marks, starts, draft.map.to_source(Span(*line.span()))):
            pieces = list(_CELL.finditer(draft.text, *line.span()))
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

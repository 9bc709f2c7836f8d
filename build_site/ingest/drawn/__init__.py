"""Tables that the text itself draws, whatever its format: with bars between the cells, or with columns of blanks.

    | 学段 | 学校数（所） |        学段    学校数（所）    在校生（人）
    |------|--------------|        小学    38              21460
    | 小学 | 38           |        初中    17              10820

A text file draws them by tabs alone too (`tabs`); in other formats these are layout. Between two cells one character
stays, the first tab, bar or blank; the other bars are marked as markup, rules too.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...model.source import REMOVAL_MARKS, Mark
from ...text import Span
from ..reading import Reading, in_order
from .bars import barred_tables
from .columns import GAP, column_tables
from .row import BAR
from .tabs import tabbed_tables

__all__ = ["tabbed_tables", "with_drawn_tables"]

_LINE = re.compile(r"[^\n]+")
#: What a line is already, by its file's format. The newline of a wrapped line belongs to its line.
_TAKEN = frozenset({"table", "textbox", "footnote", "heading", "title", "number", "wrap"}) | (
    REMOVAL_MARKS - {"comment", "deleted", "hidden", "field-code", "markup"}
)


def with_drawn_tables(reading: Reading) -> Reading:
    """``reading`` with the marks of a table (its rows are ``drawn``) wherever lines that are nothing else draw one."""
    text = reading.text
    barred, spaced = BAR.search(text), GAP.search(text)
    if not barred and not spaced:
        return reading
    lines = _free_lines(text, reading.marks)
    marks = (*(barred_tables(text, lines) if barred else ()), *(column_tables(text, lines) if spaced else ()))
    return replace(reading, marks=in_order((*reading.marks, *marks))) if marks else reading


def _free_lines(text: str, marks: tuple[Mark, ...]) -> list[Span]:
    taken = bytearray(len(text) + 1)
    for mark in marks:
        if mark.kind in _TAKEN:
            taken[slice(*mark.span)] = b"\1" * (mark.span.end - mark.span.start)
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    return [line for line in lines if 1 not in taken[line.start : line.end + 1]]

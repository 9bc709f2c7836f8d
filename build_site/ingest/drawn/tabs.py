"""Tables in plain text: neighbouring lines of as many tabs, as a table pasted from Word or a spreadsheet leaves them.

    学段⇥学校数（所）⇥在校生（人）
    小学⇥38⇥21460

Two columns are not enough, for lists (一、⇥学前教育) and tables of contents (学前教育⇥3) look alike; nor are lines that
begin with a marker, nor cells as long as sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.source import Mark
from ...text import Span

_ROWS, _FILLED, _CELL_CHARS = 2, 2, 60
_LINE = re.compile(r"^[^\t\n]*(?:\t[^\t\n]*){2,}$", re.M)
_LISTED = re.compile(r"\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[、.．）)]|第[一二三四五六七八九十]{1,3}[章节])\s*\t")

Row = tuple[int, list[str]]


def tabbed_tables(text: str) -> Iterator[Mark]:
    """Marks ``table``, ``row`` and ``cell`` for every table in ``text``."""
    rows: list[Row] = []
    for line in _LINE.finditer(text):
        if not _is_row(line[0]):
            continue
        cells = line[0].split("\t")
        if rows and not (_end(rows[-1]) + 1 == line.start() and len(cells) == len(rows[0][1])):
            yield from _marks(rows)
            rows = []
        rows.append((line.start(), cells))
    yield from _marks(rows)


def _is_row(line: str) -> bool:
    cells = line.split("\t")
    filled = [cell for cell in cells if cell.strip()]
    return len(filled) >= _FILLED and max(map(len, cells)) <= _CELL_CHARS and not _LISTED.match(line)


def _end(row: Row) -> int:
    start, cells = row
    return start + sum(map(len, cells)) + len(cells) - 1


def _marks(rows: list[Row]) -> Iterator[Mark]:
    if len(rows) < _ROWS:
        return
    yield Mark(Span(rows[0][0], _end(rows[-1])), "table")
    for number, row in enumerate(rows):
        start, cells = row
        yield Mark(Span(start, _end(row)), "row")
        for column, cell in enumerate(cells):
            if cell.strip():
                yield Mark(Span(start, start + len(cell)), "cell", f"{number},{column},1,1")
            start += len(cell) + 1

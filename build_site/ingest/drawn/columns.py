"""Columns set with blanks or tabs: neighbouring lines of as many fields, most of them numbers.

A list may look alike. So three columns need three lines with mostly numbers behind the first field. Where there are two
columns or fewer numbers, only a line of heads with two lines or more of a name and nothing but numbers below it is a
table. Blank lines between them change nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.source import Mark
from ...text import Span
from .row import BAR, row_marks

#: What parts two fields; each begins with the blank, which is rarer than what stands before it.
GAP = re.compile(r"[^\S\n](?<=\S.)(?:(?<=\t)|[^\S\n])[^\S\n]*(?=\S)")
_FIELD = re.compile(r"\S+(?:[^\S\n\t]\S+)*")
_NUMBER = re.compile(r"[\d*＊×xX□○.,，%％~～\-－—+]+[\u4e00-\u9fff]{0,2}")
_LISTED = re.compile(r"[（(]?[\d一二三四五六七八九十]{1,3}[、.．）)]|第[一二三四五六七八九十]{1,3}[章节]")
_ENDED = re.compile(r"[。；，：]$")
_ROWS, _CELL_CHARS = 3, 20
#: Of a table that shows by its numbers: columns, and the share of numbers behind the first.
_COLUMNS, _NUMBERS = 3, 0.6
#: Of a table that shows by its heads: columns, and characters of a head.
_HEADED_COLUMNS, _HEAD_CHARS = 2, 16

Row = tuple[Span, list[Span]]


def column_tables(text: str, lines: list[Span]) -> Iterator[Mark]:
    """The marks of every table that the ``lines`` draw with blanks or tabs."""
    for run in _runs(text, lines):
        for rows in [run] if _is_numeric(text, run) else _headed(text, run):
            yield Mark(Span(rows[0][0].start, rows[-1][0].end), "table")
            for number, (line, fields) in enumerate(rows):
                yield from row_marks(text, line, fields, number)


def _runs(text: str, lines: list[Span]) -> Iterator[list[Row]]:
    """Neighbouring lines of as many fields, as many of them as a table needs."""
    rows: list[Row] = []
    for line in lines:
        if line.of(text).isspace():
            continue
        fields = _fields(text, line)
        if rows and len(fields) == len(rows[0][1]) and text[rows[-1][0].end : line.start].isspace():
            rows.append((line, fields))
            continue
        if len(rows) >= _ROWS:
            yield rows
        rows = [(line, fields)] if fields else []
    if len(rows) >= _ROWS:
        yield rows


def _fields(text: str, line: Span) -> list[Span]:
    """The fields of a line, two or more; [] where one of them is no cell."""
    if not GAP.search(text, *line) or BAR.search(text, *line):
        return []
    fields = [Span(*match.span()) for match in _FIELD.finditer(text, *line)]
    says = [field.of(text) for field in fields]
    return [] if any(len(one) > _CELL_CHARS or _ENDED.search(one) for one in says) else fields


def _is_numeric(text: str, rows: list[Row]) -> bool:
    values = [_is_number(text, field) for _, fields in rows[1:] for field in fields[1:]]
    return len(rows[0][1]) >= _COLUMNS and sum(values) >= _NUMBERS * len(values)


def _headed(text: str, run: list[Row]) -> Iterator[list[Row]]:
    """The parts of a run that are a line of heads with lines of a name and numbers below it."""
    rows: list[Row] = []
    for row in run:
        names = [not _is_number(text, field) for field in row[1]]
        if rows and names[0] and not any(names[1:]) and not _LISTED.match(text, row[0].start):
            rows.append(row)
            continue
        if len(rows) >= _ROWS:
            yield rows
        heads = len(names) >= _HEADED_COLUMNS and all(names) and all(_is_short(field) for field in row[1])
        rows = [row] if heads else []
    if len(rows) >= _ROWS:
        yield rows


def _is_number(text: str, field: Span) -> bool:
    return bool(_NUMBER.fullmatch(text, *field))


def _is_short(field: Span) -> bool:
    return field.end - field.start <= _HEAD_CHARS

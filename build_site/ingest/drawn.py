"""Tables that plain text draws: with bars between the cells, or with columns of blanks.

    | 学段 | 学校数（所） |        学段    学校数（所）    在校生（人）
    |------|--------------|        小学    38              21460
    | 小学 | 38           |        初中    17              10820

Bars at both ends of a line, or a rule under the first row, make a table. Blanks make one only where three lines or more
have as many fields, three or more, and most of the fields behind the first are numbers: what is less may be a list.
Between two cells one character stays, the first bar or blank; the other bars are marked as markup, rules too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..model.source import Mark
from ..text import Span

_LINE = re.compile(r"[^\n]+")
_BAR = re.compile(r"(?<!\\)[|｜│┃]")
_RULE_SIGNS = r"\-+=:|｜─━┄│┃┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝═║"
_RULE = re.compile(rf"[ \t]*[{_RULE_SIGNS}]{{3,}}(?:[ \t]+[{_RULE_SIGNS}]+)*[ \t]*")
_FIELD = re.compile(r"\S+(?:[ \u3000]\S+)*")
_NUMBER = re.compile(r"[\d*＊×xX□○.,，%％~～\-—+]+[\u4e00-\u9fff]{0,2}")
_ROWS, _COLUMNS, _CELL_CHARS, _NUMBERS = 3, 3, 20, 0.6
_ENDED = re.compile(r"[。；，：]$")


def drawn_tables(text: str) -> Iterator[Mark]:
    """Marks ``table``, ``row`` (value ``drawn``), ``cell`` and ``markup`` for every table in ``text``."""
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    if _BAR.search(text):
        yield from _barred(text, lines)
    if re.search(r"\S {2,}\S|\S\u3000{2,}\S", text):
        yield from _spaced(text, lines)


def _barred(text: str, lines: list[Span]) -> Iterator[Mark]:
    rows: list[tuple[Span, list[Span]]] = []
    columns, ruled = 0, False
    for line in [*lines, Span(len(text) + 1, len(text) + 1)]:
        rule = bool(rows or line.end > line.start) and bool(_RULE.fullmatch(text, *line))
        cells = [] if rule else _between_bars(text, line)
        goes_on = bool(rows) and rows[-1][0].end + 1 == line.start
        if goes_on and (rule or len(cells) == columns):
            rows.append((line, cells))
            ruled |= rule and len(rows) == 2
            continue
        yield from _table(text, rows, ruled)
        rows = [(line, cells)] if rule or len(cells) > 1 else []
        columns, ruled = len(cells), False
        if rule:  # the upper edge of a frame; the next line says how many columns there are
            columns = len(_between_bars(text, _after(lines, line)))


def _after(lines: list[Span], line: Span) -> Span:
    return next((one for one in lines if one.start == line.end + 1), Span(0, 0))


def _between_bars(text: str, line: Span) -> list[Span]:
    """The stretches between the bars of a line; what is outside bars at both ends is none. [] without bars."""
    bars = [match.start() for match in _BAR.finditer(text, *line)]
    if not bars:
        return []
    edges = [line.start - 1, *bars, line.end]
    cells = [Span(left + 1, right) for left, right in pairwise(edges)]
    if not text[slice(*cells[0])].strip():
        cells.pop(0)
    if cells and not text[slice(*cells[-1])].strip():
        cells.pop()
    return cells


def _table(text: str, rows: list[tuple[Span, list[Span]]], ruled: bool) -> Iterator[Mark]:
    filled = [(line, cells) for line, cells in rows if cells]
    framed = all(_is_framed(text, line) for line, _ in filled)
    if len(filled) < 2 or not (ruled or framed):
        return
    yield Mark(Span(rows[0][0].start, rows[-1][0].end), "table")
    number = 0
    for line, cells in rows:
        if not cells:
            yield Mark(line, "markup")
            continue
        yield from _row(text, line, cells, number)
        number += 1


def _is_framed(text: str, line: Span) -> bool:
    says = text[slice(*line)].strip()
    return bool(_BAR.match(says)) and bool(_BAR.match(says[-1]))


def _row(text: str, line: Span, cells: list[Span], number: int) -> Iterator[Mark]:
    yield Mark(line, "row", "drawn")
    at = line.start
    for column, cell in enumerate(cells):
        says = text[slice(*cell)]
        start = cell.start + len(says) - len(says.lstrip())
        end = cell.start + len(says.rstrip())
        if start >= end:
            continue
        yield from _spare_bars(text, at, start, keep=at > line.start)
        yield Mark(Span(start, end), "cell", f"{number},{column},1,1")
        at = end
    yield from _spare_bars(text, at, line.end, keep=False)


def _spare_bars(text: str, start: int, end: int, keep: bool) -> Iterator[Mark]:
    """The bars between two cells but for the first, or all of those outside."""
    for number, bar in enumerate(_BAR.finditer(text, start, end)):
        if number or not keep:
            yield Mark(Span(*bar.span()), "markup")


def _spaced(text: str, lines: list[Span]) -> Iterator[Mark]:
    rows: list[tuple[Span, list[Span]]] = []
    for line in [*lines, Span(len(text) + 1, len(text) + 1)]:
        fields = _fields(text, line)
        if rows and not (rows[-1][0].end + 1 == line.start and len(fields) == len(rows[0][1])):
            yield from _columns(text, rows)
            rows = []
        if len(fields) >= _COLUMNS:
            rows.append((line, fields))


def _fields(text: str, line: Span) -> list[Span]:
    """The fields of a line that two blanks or more part; [] where one of them is no cell."""
    if "\t" in text[slice(*line)] or _BAR.search(text, *line):
        return []
    fields = [Span(*match.span()) for match in _FIELD.finditer(text, *line)]
    says = [text[slice(*field)] for field in fields]
    return [] if any(len(one) > _CELL_CHARS or _ENDED.search(one) for one in says) else fields


def _columns(text: str, rows: list[tuple[Span, list[Span]]]) -> Iterator[Mark]:
    values = [text[slice(*field)] for _, fields in rows[1:] for field in fields[1:]]
    if len(rows) < _ROWS or sum(bool(_NUMBER.fullmatch(value)) for value in values) < _NUMBERS * len(values):
        return
    yield Mark(Span(rows[0][0].start, rows[-1][0].end), "table")
    for number, (line, fields) in enumerate(rows):
        yield from _row(text, line, fields, number)

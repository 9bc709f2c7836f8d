"""Tables drawn with bars: bars at both ends of every line, or a rule under the first row.

The bars between two cells but for the first are marked as markup, rules too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...model.source import Mark
from ...text import Span
from .row import BAR, row_marks

_RULE_SIGNS = r"\-+=:|｜─━┄│┃┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝═║"
_RULE = re.compile(rf"[ \t]*[{_RULE_SIGNS}]{{3,}}(?:[ \t]+[{_RULE_SIGNS}]+)*[ \t]*")


def barred_tables(text: str, lines: list[Span]) -> Iterator[Mark]:
    """The marks of every table that the ``lines`` draw with bars."""
    rows: list[tuple[Span, list[Span]]] = []
    columns, ruled = 0, False
    for line, below in pairwise([*lines, Span(len(text) + 1, len(text) + 1), Span(0, 0)]):
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
        if rule and below.start == line.end + 1:  # the upper edge of a frame; the next line says how many columns
            columns = len(_between_bars(text, below))


def _between_bars(text: str, line: Span) -> list[Span]:
    """The stretches between the bars of a line; what is outside bars at both ends is none. [] without bars."""
    bars = [match.start() for match in BAR.finditer(text, *line)]
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
        yield from row_marks(text, line, cells, number)
        number += 1


def _is_framed(text: str, line: Span) -> bool:
    says = text[slice(*line)].strip()
    return bool(BAR.match(says)) and bool(BAR.match(says[-1]))

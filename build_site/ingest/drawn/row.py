"""A row of a drawn table as marks: its cells, and the bars between them that are one too many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model.source import Mark
from ...text import Span

#: A bar that no backslash makes a sign of the text.
BAR = re.compile(r"[|｜│┃](?<!\\.)")


def row_marks(text: str, line: Span, cells: Sequence[Span], number: int) -> Iterator[Mark]:
    """Row ``number`` of a table, its ``cells`` without the blanks around them; an empty one gets no mark."""
    yield Mark(line, "row", "drawn")
    at = line.start
    for column, cell in enumerate(cells):
        says = cell.of(text)
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
    for number, bar in enumerate(BAR.finditer(text, start, end)):
        if number or not keep:
            yield Mark(Span(*bar.span()), "markup")

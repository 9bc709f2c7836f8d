"""Cuts what is too long for one page: the full text into parts, the table of figures into pages.

A report of a usual length has one of each. Every id on a full-text page is a letter and an offset, so the page's script
finds the part that a link means from where the parts begin.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from ...model.figure import Figure
from ...model.report import Report
from .blocks import Block

#: Bytes of HTML a part of the full text may have, as estimated below; no page may pass 300 KB.
PART = 240_000
#: Figures of the table on the overview, and on each further page.
FIRST_FIGURES = 800
MORE_FIGURES = 1000
_BLOCK, _HEADING, _FIGURE, _CHARACTER = 80, 330, 85, 3


def text_parts(report: Report, blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """The blocks of each part. A part ends before a heading where it can, and never between a heading and its text."""
    starts = sorted(figure.span.start for figure in report.figures)
    parts: list[list[Block]] = [[]]
    weight = 0
    for unit in _units(blocks):
        heavy = sum(_weight(block, starts) for block in unit)
        if parts[-1] and weight + heavy > PART:
            parts.append(_taken_along(parts[-1]))
            weight = sum(_weight(block, starts) for block in parts[-1])
        parts[-1] += unit
        weight += heavy
    return [tuple(part) for part in parts]


def _units(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks that stay together: those of one table, else each by itself."""
    numbered = enumerate(blocks)
    for _, group in groupby(numbered, key=lambda pair: pair[1].place.partition(",")[0] or -1 - pair[0]):
        yield [block for _, block in group]


def _taken_along(part: list[Block]) -> list[Block]:
    """Takes from the end of ``part`` what is to open the next: its last section, if that is short."""
    late = [at for at, block in enumerate(part) if block.kind == "heading" and at > len(part) * 2 // 3]
    cut = min(late, key=lambda at: (part[at].sections[0].level, -at), default=len(part))
    while cut > 1 and part[cut - 1].kind == "heading":
        cut -= 1
    taken = part[cut:]
    del part[cut:]
    return taken


def _weight(block: Block, figure_starts: Sequence[int]) -> int:
    start, end = block.span
    figures = bisect_left(figure_starts, end) - bisect_left(figure_starts, start)
    heading = _HEADING + _CHARACTER * (end - start) if block.kind == "heading" else 0
    return _BLOCK + heading + _FIGURE * figures + _CHARACTER * (end - start)


def part_path(report: str, number: int) -> str:
    """Where part ``number`` of the full text stands, below docs/."""
    return f"reports/{report}/text.md" if number == 1 else f"reports/{report}/text/{number}.md"


def figures_path(report: str, number: int) -> str:
    """Where page ``number`` of the table of figures stands; the first is the overview."""
    return f"reports/{report}/index.md" if number == 1 else f"reports/{report}/figures/{number}.md"


def figure_pages(groups: Sequence[tuple[str, list[Figure]]]) -> list[list[tuple[str, list[Figure]]]]:
    """Groups of figures laid out on pages; a group that is cut goes on under its name."""
    pages: list[list[tuple[str, list[Figure]]]] = [[]]
    room = FIRST_FIGURES
    for name, figures in groups:
        rest = figures
        while rest:
            if not room:
                pages.append([])
                room = MORE_FIGURES
            pages[-1].append((name, rest[:room]))
            room, rest = room - len(rest[:room]), rest[room:]
    return pages

"""Which line ends are only the edge of the column: the paragraph goes on in the next line."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from .lines import Line

#: In heights of a character: how far a first line is indented, and how much more than the usual distance lies
#: between paragraphs set apart.
_INDENT, _APART = 0.9, 1.45
#: A line further from the left edge, and from the right one too, is centred and opens no paragraph.
_CENTRED = 4.0
#: A column narrower than this (in heights of a character) was never filled, and shows no edge.
_NARROW = 12.0
#: How near the right edge a full line ends: one that closes a sentence, and one that does not (in heights of a
#: character); where paragraphs are indented the next line speaks for itself, and half a column is enough.
_EDGE_CLOSED, _EDGE_OPEN, _HALF = 2.0, 2.6, 0.5
#: What begins a line of its own wherever it stands.
_BEGINS = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)"
    r"|第[一二三四五六七八九十]+[章节条部]|[①-⑳●■◆•])"
)
_STOPS = ("。", "！", "？", "!", "?")


class Setting:
    """How the body of a document is set: usual height, distance of lines, and whether first lines are indented."""

    def __init__(self, pages: list[list[Line]]) -> None:
        weights: Counter[float] = Counter()
        distances: Counter[float] = Counter()
        indented = flush = 0
        for lines in pages:
            for above, line in zip(lines, lines[1:], strict=False):
                weights[round(line.size, 1)] += len(line.text)
                if above.column == line.column and above.y > line.y:
                    distances[round((above.y - line.y) / line.size, 1)] += 1
                if above.text.endswith(_STOPS) and not _is_full(above, _EDGE_CLOSED):
                    indented += _is_indented(line)
                    flush += not _is_indented(line)
        self.size = weights.most_common(1)[0][0] if weights else 0.0
        self.distance = distances.most_common(1)[0][0] if distances else 1.5
        self.indents = indented > flush

    def goes_on(self, line: Line, following: Line) -> bool:
        """Whether the paragraph of ``line`` goes on in ``following``."""
        if abs(line.size - following.size) > 0.2 * line.size or _is_indented(following) or _is_centred(line):
            return False
        if line.column[1] - line.column[0] < _NARROW * line.size:
            return False
        same_column = line.column == following.column and line.y > following.y
        if same_column and line.y - following.y > _APART * self.distance * line.size:
            return False
        begins = bool(_BEGINS.match(following.text))
        if line.text.endswith(_STOPS):
            return self.indents and not begins and _is_full(line, _EDGE_CLOSED)
        if self.indents:
            return line.x1 - line.column[0] > _HALF * (line.column[1] - line.column[0])
        return not begins and _is_full(line, _EDGE_OPEN)


def levelled(pages: list[list[Line]]) -> list[list[Line]]:
    """The lines with the usual edges on pages of one column too short or too ragged to show them."""
    usual = Counter(line.column for lines in pages for line in lines)
    if not usual:
        return pages
    left, right = usual.most_common(1)[0][0]
    return [
        [
            replace(line, column=(left, right)) if left - 1 < line.column[0] and line.column[1] < right + 1 else line
            for line in lines
        ]
        if len({line.column for line in lines}) == 1
        else lines
        for lines in pages
    ]


def _is_full(line: Line, edge: float) -> bool:
    """Whether the line reaches the right edge of its column but for ``edge``."""
    return line.x1 >= line.column[1] - edge * line.size


def _is_centred(line: Line) -> bool:
    left, right = line.column
    return line.x0 > left + _CENTRED * line.size and line.x1 < right - _EDGE_OPEN * line.size


def _is_indented(line: Line) -> bool:
    return line.x0 > line.column[0] + _INDENT * line.size

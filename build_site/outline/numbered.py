"""Matches markers: at line starts, after punctuation, and, for the strongest shapes, anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.document import Paragraph
from ..text import Span
from .candidate import Candidate, Place
from .numerals import marker_number
from .patterns import Patterns

# What it costs to read a marker as prose, in units of `tree.py`; a gap in a series costs about 1 there.
_DOUBT = {Place.LINE: 5.0, Place.SENTENCE: 2.5, Place.CLAUSE: 1.2, Place.INSIDE: 0.3}
#: The same where the shape alone proves nothing: below the cost of opening a series, so that a lone one stays prose.
_WEAK_DOUBT = 0.6

# A heading that ran into its first point: 一、主要做法一是加强领导。
_LOST_BREAK = re.compile(r"[^。，；：！？\n]{3,30}?(?=一是|一要|第一是|首先|[（(][一1][)）]|(?<!\d)1 ?[.、](?!\d))")

_PLACE_AFTER = dict.fromkeys("。！？!?.", Place.SENTENCE) | dict.fromkeys("；：;: ", Place.CLAUSE)


def find_markers(
    folded: str, body: Span, paragraphs: list[Paragraph], levels: dict[int, int], patterns: Patterns
) -> list[Candidate]:
    """All markers in ``body``, in order; one a place, the strongest reading of it.

    ``levels`` has the heading level the file format gives a line, by the line's start.
    """
    found: dict[int, Candidate] = {}
    for paragraph in paragraphs:
        start, end = max(paragraph.span.start, body.start), paragraph.span.end
        match = patterns.at_line.match(folded, start, end)
        if match:
            _add(found, match, Place.LINE, levels.get(start, 0), patterns)
        for match in patterns.after_mark.finditer(folded, start, end):
            _add(found, match, _PLACE_AFTER.get(folded[match.start()], Place.INSIDE), 0, patterns)
        for match in patterns.inside_start.finditer(folded, start, end):
            _add(found, match, Place.INSIDE, 0, patterns)
    for candidate in [found[start] for start in sorted(found)]:
        match = None if candidate.style.inline else _LOST_BREAK.match(folded, candidate.end)
        point = patterns.at_line.match(folded, match.end()) if match else None
        if point:
            found.pop(point.start(point.lastgroup or ""), None)
            _add(found, point, Place.CLAUSE, 0, patterns)
    return list(_apart([found[start] for start in sorted(found)]))


def _apart(candidates: list[Candidate]) -> Iterator[Candidate]:
    """The candidates without those that begin inside the marker of another: 一 ） in （ 一 ）."""
    end = 0
    for candidate in candidates:
        if candidate.start >= end:
            end = candidate.end
            yield candidate


def _add(found: dict[int, Candidate], match: re.Match[str], place: Place, level: int, patterns: Patterns) -> None:
    name = match.lastgroup or ""
    style = patterns.styles[name]
    start = match.start(name)
    if start in found:
        return
    marker = match[name].rstrip()
    end = start + len(marker)
    number = style.counts_as or marker_number(marker, style.sequence)
    doubt = _WEAK_DOUBT if style.weak and not level else _DOUBT[place]
    found[start] = Candidate(start, end, style, number, place, level, doubt)

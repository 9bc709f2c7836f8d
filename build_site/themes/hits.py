"""Finds the terms in a text: the longest at each place, and none that cuts through other words."""

from __future__ import annotations

import re
from bisect import bisect_right

from ..rules.words import cut_words
from ..text import OffsetMap
from .lexicon import Lexicon, Term

#: The measure word of a number before it, open, masked or in words. Begins with the word itself, which is rare.
_MEASURE_WORD = re.compile(r"名(?<=[\d*×□○某余多几一二两三四五六七八九十百千万]名)")

#: No term is much longer than this.
_LONGEST = 16

#: A term at its place in the text: start, end, term. A report has hundreds.
Hit = tuple[int, int, Term]


def find_hits(text: str, lexicon: Lexicon) -> list[Hit]:
    """All terms with a weight in ``text``, in order, none overlapping another.

    A term that begins or ends inside a word that reaches beyond it is none: 高考 in 提高考核; nor does one begin with
    the measure word of a number: 名校长 in 12名校长; nor does one count in a mere aside. Blanks between Chinese
    characters are read over.
    """
    cut = cut_words(text, lexicon.words)
    read = _MEASURE_WORD.sub(" ", cut.text)
    read = lexicon.asides.sub(lambda aside: " " * len(aside[0]), read)
    edges = set(cut.edges)
    hits: list[Hit] = []
    taken = 0
    for number, start, end in lexicon.automaton.find_matches_as_indexes(read):
        if start < taken:
            continue
        hit: Hit | None = (start, end, lexicon.terms[number])
        whole = start in edges and end in edges
        if not whole and lexicon.terms[number].meanings and _cuts_words(start, end, cut.edges):
            hit = _within(read, start, end, cut.edges, lexicon)
        if hit:
            taken = hit[1]
            if hit[2].meanings:
                hits.append(hit)
    return _placed(hits, cut.map) if cut.map else hits


def _placed(hits: list[Hit], places: OffsetMap) -> list[Hit]:
    """The hits where they stand in the text that was cut."""
    starts = places.points(start for start, _, _ in hits)
    lasts = places.points(end - 1 for _, end, _ in hits)
    return [(start, last + 1, term) for (_, _, term), start, last in zip(hits, starts, lasts, strict=True)]


def _within(text: str, start: int, end: int, edges: list[int], lexicon: Lexicon) -> Hit | None:
    """The first term that begins within one that cuts through words: 教师队伍 after 职教 in 专职教师队伍."""
    after = start + 1
    for number, first, last in lexicon.automaton.find_matches_as_indexes(text[after : end + _LONGEST]):
        if after + first >= end:
            break
        if not _cuts_words(after + first, after + last, edges):
            return after + first, after + last, lexicon.terms[number]
    return None


def _cuts_words(start: int, end: int, edges: list[int]) -> bool:
    """Whether a word that begins before ``start`` ends within, or one that begins within ends after ``end``.

    A word that holds the whole term (教研员, 体育馆) does not cut through it.
    """
    first = bisect_right(edges, start)
    if edges[first - 1] < start and edges[first] < end:
        return True
    last = bisect_right(edges, end - 1, lo=first - 1)
    return edges[last] > end and edges[last - 1] > start

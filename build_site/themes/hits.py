"""Finds the terms in a text: the longest at each place, and none that cuts through other words."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from ..rules.words import cut_words
from ..text import Span
from .lexicon import Lexicon, Term

#: The measure word of a number before it, open, masked or in words. Begins with the word itself, which is rare.
_MEASURE_WORD = re.compile(r"名(?<=[\d*×□○某余多几一二两三四五六七八九十百千万]名)")


class Hit(NamedTuple):
    """A term at its place in the text."""

    start: int
    end: int
    term: Term

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def find_hits(text: str, lexicon: Lexicon) -> list[Hit]:
    """All terms with a weight in ``text``, in order, none overlapping another.

    A term that begins or ends inside a word that reaches beyond it is none: 高考 in 提高考核; nor does one begin with
    the measure word of a number: 名校长 in 12名校长. Blanks between Chinese characters are read over.
    """
    cut = cut_words(text, lexicon.words)
    edges = set(cut.edges)
    hits = []
    for number, start, end in lexicon.automaton.find_matches_as_indexes(_MEASURE_WORD.sub(" ", cut.text)):
        term = lexicon.terms[number]
        if term.weights and (start in edges and end in edges or not _cuts_words(start, end, cut.edges)):
            hits.append(Hit(start, end, term))
    return [Hit(*cut.map.to_source(hit.span), hit.term) for hit in hits] if cut.map else hits


def _cuts_words(start: int, end: int, edges: list[int]) -> bool:
    """Whether a word that begins before ``start`` ends within, or one that begins within ends after ``end``.

    A word that holds the whole term (教研员, 体育馆) does not cut through it.
    """
    first = bisect_right(edges, start)
    if edges[first - 1] < start and edges[first] < end:
        return True
    last = bisect_right(edges, end - 1, lo=first - 1)
    return edges[last] > end and edges[last - 1] > start

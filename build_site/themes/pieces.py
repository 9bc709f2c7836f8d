"""Cuts a text into the pieces that evidence is counted by: headings, and the sentences between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from math import sqrt
from typing import NamedTuple

from ..model.document import Outline
from .hits import Hit
from .lexicon import Meaning

_SENTENCE = re.compile(r"[^。！？!?；;\n\t]+[。！？!?；;]*")

#: A piece of this many characters counts as one sentence; longer ones count more, by the square root.
_AVERAGE_LENGTH = 40
_LONGEST_LENGTH = 120

#: What a term means where it stands.
Said = tuple[Meaning, Hit]

#: What a piece says for a theme: the theme, its share of the piece, the weight of its strongest term there.
Voice = tuple[int, float, int]


class Piece(NamedTuple):
    """A heading or a sentence that speaks for some theme.

    Attributes:
        start: in the cleaned text.
        heading: whether it is one.
        said: what its terms mean, in order.
        voices: what it says for each theme; the shares of an average sentence add up to about 1.
    """

    start: int
    heading: bool
    said: list[Said]
    voices: list[Voice]


def weigh_pieces(text: str, outline: Outline, hits: list[Hit]) -> list[Piece]:
    """The headings and sentences of ``text`` that speak for themes, in order."""
    starts = [start for start, _, _ in hits]
    pieces, last = [], 0
    for start, end, heading in _cut(text, outline):
        first = bisect_left(starts, start, last)
        last = bisect_left(starts, end, first)
        if first < last:
            said = [(meaning, hit) for hit in hits[first:last] for meaning in hit[2].meanings]
            voices = _voices(said, 1.0 if heading else _mass(end - start), 4 if heading else 2)
            if voices:
                pieces.append(Piece(start, heading, said, voices))
    return pieces


def _cut(text: str, outline: Outline) -> list[tuple[int, int, bool]]:
    """Start and end of all headings and sentences, each with whether it is a heading."""
    cut, at = [], 0
    for section in outline.sections:
        start, end = section.heading
        if at <= start < end:
            cut += _sentences(text, at, start)
            cut.append((start, end, True))
            at = end
    return cut + _sentences(text, at, len(text))


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    return [(match.start(), match.end(), False) for match in _SENTENCE.finditer(text, start, end)]


def _voices(said: list[Said], mass: float, sure: int) -> list[Voice]:
    """Splits a piece that counts ``mass`` among themes, by the square of their strength: the clearest gets most.

    Terms weaker than ``sure`` leave most of it unsaid.
    """
    strongest, others = _weights(said)
    squares = [
        (theme, (_strength(most, others[theme]) if theme in others else most) ** 2, most)
        for theme, most in strongest.items()
        if most > 0
    ]
    whole = sum([square for _, square, _ in squares])
    if not whole:
        return []
    mass *= min(1.0, max(strongest.values()) / sure)
    return [(theme, mass * square / whole, most) for theme, square, most in squares]


def _weights(said: list[Said]) -> tuple[dict[int, int], dict[int, int]]:
    """By theme, the weight of its strongest term, and what its other terms weigh together; each term counts once."""
    strongest: dict[int, int] = {}
    others: dict[int, int] = {}
    for meaning in dict.fromkeys([meaning for meaning, _ in said]):
        theme, weight = meaning.theme, meaning.weight
        if theme not in strongest:
            strongest[theme] = weight
            continue
        if weight > strongest[theme]:
            strongest[theme], weight = weight, strongest[theme]
        others[theme] = others.get(theme, 0) + weight
    return strongest, others


def _strength(strongest: int, others: int) -> float:
    """The strongest of a theme's terms, and half of the others, up to twice the strongest."""
    return max(0.0, strongest + 0.5 * others) if others < 2 * strongest else 2.0 * strongest


def _mass(length: int) -> float:
    """How much a sentence counts: by the square root of its length."""
    return sqrt(min(length, _LONGEST_LENGTH) / _AVERAGE_LENGTH)

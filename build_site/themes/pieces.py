"""Cuts a text into the pieces that evidence is counted by: headings, and the sentences between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import sqrt

from ..model.document import Outline
from ..text import Span
from .hits import Hit

_SENTENCE = re.compile(r"[^。！？!?；;\n\t]+[。！？!?；;]*")

#: A piece of this many characters counts as one sentence; longer ones count more, by the square root.
_AVERAGE_LENGTH = 40
_LONGEST_LENGTH = 120


@dataclass(slots=True)
class Piece:
    """A heading or a sentence.

    Attributes:
        span: in the cleaned text.
        heading: whether it is one.
        hits: the terms in it.
        said: the same by theme: theme and term, weight, place.
        shares: theme -> how much of the piece speaks of it; all together are about 1 for an average sentence.
        strongest: theme -> weight of its strongest term here.
    """

    span: Span
    heading: bool = False
    hits: Sequence[Hit] = ()
    said: Sequence[tuple[tuple[int, str], int, Hit]] = ()
    shares: dict[int, float] = field(default_factory=dict)
    strongest: dict[int, int] = field(default_factory=dict)


def cut_pieces(text: str, outline: Outline) -> list[Piece]:
    """The headings and sentences of ``text`` in order; together they hold all of it but separators."""
    pieces, at = [], 0
    for section in outline.sections:
        if section.heading.start < at or section.heading.end <= section.heading.start:
            continue
        pieces += _sentences(text, at, section.heading.start)
        pieces.append(Piece(section.heading, heading=True))
        at = section.heading.end
    return pieces + _sentences(text, at, len(text))


def _sentences(text: str, start: int, end: int) -> list[Piece]:
    return [Piece(Span(*match.span())) for match in _SENTENCE.finditer(text, start, end)]


def weigh(pieces: list[Piece], hits: list[Hit]) -> None:
    """Give every piece its hits, and split it among the themes they speak for."""
    starts = [hit.start for hit in hits]
    for piece in pieces:
        piece.hits = hits[bisect_left(starts, piece.span.start) : bisect_left(starts, piece.span.end)]
        if piece.hits:
            _share_out(piece)


def _share_out(piece: Piece) -> None:
    """Each theme's part of the piece goes by the square of its strength, so that the clearest theme gets most."""
    piece.said = [((theme, hit.term.text), weight, hit) for hit in piece.hits for theme, weight in hit.term.weights]
    weights: dict[int, list[int]] = {}
    for term in {hit.term.text: hit.term for hit in piece.hits}.values():
        for theme, weight in term.weights:
            weights.setdefault(theme, []).append(weight)
    squares = {theme: strength**2 for theme, found in weights.items() if (strength := _strength(found)) > 0}
    whole = sum(squares.values())
    if whole:
        piece.strongest = {theme: max(found) for theme, found in weights.items()}
        # Weak terms alone leave most of a sentence unsaid; a heading, being short, needs the strongest to say it all.
        sure = max(piece.strongest.values()) / (4 if piece.heading else 2)
        mass = _mass(piece) * min(1.0, sure)
        piece.shares = {theme: mass * square / whole for theme, square in squares.items()}


def _strength(weights: list[int]) -> float:
    """The strongest of a theme's terms, and half of the others, up to twice the strongest."""
    strongest = max(weights)
    return min(2.0 * strongest, strongest + 0.5 * (sum(weights) - strongest)) if strongest > 0 else sum(weights)


def _mass(piece: Piece) -> float:
    """How much a piece counts: a heading as one sentence, a sentence by the square root of its length."""
    if piece.heading:
        return 1.0
    return sqrt(min(piece.span.end - piece.span.start, _LONGEST_LENGTH) / _AVERAGE_LENGTH)

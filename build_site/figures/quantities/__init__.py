"""Finds everything in a text that looks like a quantity."""

from __future__ import annotations

from collections.abc import Iterator

from ..candidate import Quantity
from .fractions import find_fractions
from .lexicon import Lexicon, lexicon
from .number import read_number
from .ranks import find_ranks
from .years import find_years

__all__ = ["Lexicon", "lexicon", "scan"]


def scan(text: str, words: Lexicon) -> list[Quantity]:
    """The quantities of ``text`` (folded) in order and disjoint, not yet judged; most are none."""
    special = sorted(
        [*find_ranks(text, words), *find_fractions(text, words), *find_years(text)], key=lambda found: found.span
    )
    found: list[Quantity] = []
    for quantity in _merged(special, _numbers(text, words)):
        if not found or quantity.span.start >= found[-1].span.end:
            found.append(quantity)
    return found


def _numbers(text: str, words: Lexicon) -> Iterator[Quantity]:
    done = 0
    for match in words.number.finditer(text):
        quantity = read_number(text, match, words) if match.start() >= done else None
        if quantity is not None:
            done = quantity.span.end
            yield quantity


def _merged(special: list[Quantity], numbers: Iterator[Quantity]) -> Iterator[Quantity]:
    """Both in order; where two overlap the special one stands first, so that it wins."""
    waiting = iter(special)
    ahead = next(waiting, None)
    for quantity in numbers:
        while ahead is not None and ahead.span.start < quantity.span.end:
            yield ahead
            ahead = next(waiting, None)
        yield quantity
    while ahead is not None:
        yield ahead
        ahead = next(waiting, None)

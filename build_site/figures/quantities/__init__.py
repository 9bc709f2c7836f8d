"""Finds everything in a text that looks like a quantity."""

from __future__ import annotations

from bisect import bisect_right
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
    numbers = list(_numbers(text, words))
    for each in reversed(special):  # in front of the numbers that it overlaps, so that it wins
        numbers.insert(bisect_right(numbers, each.span.start, key=lambda number: number.span.end), each)
    found: list[Quantity] = []
    done = 0
    for quantity in numbers:
        start, end = quantity.span
        if start >= done:
            found.append(quantity)
            done = end
    return found


def _numbers(text: str, words: Lexicon) -> Iterator[Quantity]:
    done = 0
    for match in words.number.finditer(text):
        quantity = read_number(text, match, words) if match.start() >= done else None
        if quantity is not None:
            done = quantity.span.end
            yield quantity

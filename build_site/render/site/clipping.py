"""Sentences cut short around the quantity a row is about, so that what is shown is what it says of that."""

from __future__ import annotations

import re

from ...model.corpus import Statement

_CLAUSE = re.compile(r"[^，；：。,;:]*[，；：。,;:]*")
_CUT = "……"


def clip(said: Statement, most: int) -> str:
    """The sentence of ``said``; of a longer one about ``most`` characters around the figure, in whole clauses."""
    sentence = said.sentence
    if len(sentence) <= most:
        return sentence
    at = said.at if said.at >= 0 else max(sentence.find(said.text), 0)
    start, end = _window([match.span() for match in _CLAUSE.finditer(sentence)], at, at + len(said.text), most)
    if end - start > most:  # one clause is too long
        room = max(most - len(said.text), 0) // 2
        start, end = max(start, at - room), min(end, at + len(said.text) + room)
    return _CUT * (start > 0) + sentence[start:end] + _CUT * (end < len(sentence))


def _window(clauses: list[tuple[int, int]], start: int, end: int, most: int) -> tuple[int, int]:
    """The clauses that hold ``start`` to ``end``, with as many before and then behind them as ``most`` leaves room for.

    What stands before a figure tells what it is of; what follows is oftener about the next one.
    """
    inside = [number for number, (begin, stop) in enumerate(clauses) if begin < end and stop > start]
    first, last = inside[0], inside[-1]
    while first and clauses[last][1] - clauses[first - 1][0] <= most:
        first -= 1
    while last + 1 < len(clauses) and clauses[last + 1][1] - clauses[first][0] <= most:
        last += 1
    return clauses[first][0], clauses[last][1]

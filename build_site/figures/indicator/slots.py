"""The place of a quantity in its clause: what stands left and right of it, and what stood before."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from ...model.document import Section
from ...text import Span
from ..candidate import Quantity
from ..context import Reading

#: Marks that end a clause; an ASCII one between digits belongs to a number.
BREAK = re.compile(r"[，。；：！？\n\t,;:!?](?<!\d[,;:!?](?=\d))")
#: What goes on without an end mark for longer than this is no sentence: it is read in pieces of this length.
_LONGEST = 2_000


class Slot(NamedTuple):
    """A quantity with its surroundings, all in the cleaned text.

    Attributes:
        quantity: the number.
        sentence, clause: around it.
        left: from the previous quantity of the clause, or its start, to this one.
        right: from this one to the next quantity of the clause, or its end.
        first: whether no other quantity precedes it in the clause.
        section: the innermost around it.
    """

    quantity: Quantity
    sentence: Span
    clause: Span
    left: Span
    right: Span
    first: bool
    section: Section | None


def slots_of(quantities: list[Quantity], reading: Reading) -> list[Slot]:
    """One slot for each quantity."""
    slots: list[Slot] = []
    breaks: list[int] = []
    sentence = Span(0, 0)
    for index, quantity in enumerate(quantities):
        if quantity.span.end > sentence.end:
            sentence = _piece(reading.sentence(quantity.span.start), quantity.span, sentence.end)
            breaks = [match.start() for match in BREAK.finditer(reading.text, sentence.start, sentence.end)]
        clause = _clause(quantity.span, sentence, breaks, reading.text)
        previous = quantities[index - 1].span.end if index else 0
        following = quantities[index + 1].span.start if index + 1 < len(quantities) else len(reading.text)
        left = Span(max(clause.start, previous), quantity.span.start)
        right = Span(quantity.span.end, max(quantity.span.end, min(clause.end, following)))
        section = reading.section(quantity.span.start)
        slots.append(Slot(quantity, sentence, clause, left, right, previous <= clause.start, section))
    return slots


def _piece(sentence: Span, quantity: Span, done: int) -> Span:
    """What of an endless ``sentence`` to read with ``quantity``, from ``done`` on; the whole of any other."""
    if sentence.end - sentence.start <= _LONGEST:
        return sentence
    start = min(max(sentence.start, done, quantity.start - _LONGEST // 2), quantity.start)
    return Span(start, min(sentence.end, max(quantity.end, start + _LONGEST)))


def _clause(span: Span, sentence: Span, breaks: list[int], text: str) -> Span:
    """Between two breaks or the brackets around ``span``; a break inside the number itself does not count."""
    before, after = bisect_left(breaks, span.start), bisect_left(breaks, span.end)
    start = breaks[before - 1] + 1 if before else sentence.start
    end = breaks[after] if after < len(breaks) else sentence.end
    opened = text.rfind("（", start, span.start)
    if opened >= 0 and text.rfind("）", start, span.start) < opened:
        start = opened + 1
    closed = text.find("）", span.end, end)
    if closed >= 0 and text.find("（", span.end, closed) < 0:
        end = closed
    return Span(start, end)

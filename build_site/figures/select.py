"""Which of the numbers found are key figures."""

from __future__ import annotations

from .candidate import Candidate, Quantity
from .context import Reading
from .quantities import lexicon, scan
from .reject import refusal


def select(reading: Reading) -> tuple[list[Quantity], list[Candidate]]:
    """The quantities taken, and the candidates left with their reasons."""
    taken, left = [], []
    for quantity in scan(reading.text, lexicon(reading.rules)):
        reason = refusal(quantity, reading)
        if reason is None:
            taken.append(quantity)
        else:
            left.append(Candidate(quantity.span, quantity.span.of(reading.clean.text), False, reason.rule, reason.why))
    return taken, left

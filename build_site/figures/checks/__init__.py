"""Doubts about figures, for readers to judge: nothing is ever corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...model.diagnostic import Diagnostic
from ...model.figure import Figure
from ..context import Reading
from .contradiction import contradictions
from .difference import wrong_differences
from .parts import wrong_sums
from .points import unclear_points
from .shares import impossible_shares

Check = Callable[[tuple[Figure, ...], Reading], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (wrong_sums, impossible_shares, contradictions, wrong_differences, unclear_points)


def check(figures: tuple[Figure, ...], reading: Reading) -> tuple[Diagnostic, ...]:
    """All doubts, in text order."""
    doubts = [doubt for one in CHECKS for doubt in one(figures, reading)]
    return tuple(sorted(doubts, key=lambda doubt: (doubt.start, doubt.code)))

"""A share that rises by a share: 合格率94.41%，较上年提升4.66% may mean points or per cent of per cent."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.diagnostic import Diagnostic
from ...model.figure import Figure
from ..context import Reading


def unclear_points(figures: tuple[Figure, ...], reading: Reading) -> Iterator[Diagnostic]:
    """A change in % of something that is itself measured in %."""
    by_start = {figure.source.start: figure for figure in figures}
    for figure in figures:
        if figure.role != "change" or figure.unit != "%":
            continue
        levels = [by_start[start] for start in figure.linked if by_start[start].role in ("level", "from")]
        if any(level.unit == "%" for level in levels):
            message = f"“{figure.indicator} {figure.text}”是百分比的变化，原文未说明是百分点还是百分之几"
            yield Diagnostic("figure-points", message, *figure.source)

"""Matches sentences that say how many points follow (抓好以下四方面工作), and warns where another number does."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText, Section
from ..text import Span
from .numerals import chinese_number
from .patterns import Patterns

# The announcement is the last sentence before the first point; longer ones announce nothing.
_REACH = 80


def check_announced(
    clean: CleanText, folded: str, sections: Sequence[Section], numbers: Sequence[int], patterns: Patterns
) -> tuple[Diagnostic, ...]:
    """Warnings where the text before a series of subsections promises another number of them."""
    warnings = []
    for points in _series(sections, numbers):
        first = points[0].span.start
        told = list(patterns.line.announced.finditer(folded, max(0, first - _REACH), first))
        if not told or folded[told[-1].end() : first].strip():
            continue
        promised = int(told[-1][1]) if told[-1][1].isdigit() else chinese_number(told[-1][1])
        if promised > 1 and promised != len(points):
            message = f"原文说有{promised}项（“{told[-1][0].strip()}”），其后实有{len(points)}项"
            warnings.append(Diagnostic("announced-count", message, *clean.map.to_source(Span(*told[-1].span()))))
    return tuple(warnings)


def _series(sections: Sequence[Section], numbers: Sequence[int]) -> list[list[Section]]:
    """Siblings counted from one, each run by itself."""
    runs: list[list[Section]] = []
    open_runs: dict[tuple[int, ...], list[Section]] = {}
    for section, number in zip(sections, numbers, strict=True):
        parent = section.path[:-1]
        if number == 1 or parent not in open_runs:
            open_runs[parent] = []
            runs.append(open_runs[parent])
        open_runs[parent].append(section)
    return runs

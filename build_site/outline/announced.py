"""Matches sentences that say how many points follow (抓好以下四方面工作), and warns where another number does."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText, Section
from ..text import Span
from .numerals import chinese_number
from .patterns import Patterns

# The announcement stands at the end of what precedes the first point: this many characters are looked at.
_REACH = 80


def check_announced(
    clean: CleanText, folded: str, sections: Sequence[Section], patterns: Patterns
) -> tuple[Diagnostic, ...]:
    """Warnings where the text before a series of subsections promises another number of them."""
    children: dict[tuple[int, ...], list[Section]] = {}
    for section in sections:
        children.setdefault(section.path[:-1], []).append(section)
    warnings = []
    for points in children.values():
        first = points[0].span.start
        told = list(patterns.line.announced.finditer(folded, max(0, first - _REACH), first))
        if not told:
            continue
        found = told[-1]
        if "\n" in folded[found.end() : first].strip("\n"):
            continue
        promised = int(found[1]) if found[1].isdigit() else chinese_number(found[1])
        if promised > 1 and promised != len(points):
            message = f"原文说有{promised}项（“{found[0].strip()}”），其后实有{len(points)}项"
            warnings.append(Diagnostic("announced-count", message, *clean.map.to_source(Span(*found.span()))))
    return tuple(warnings)

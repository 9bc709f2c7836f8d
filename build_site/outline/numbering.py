"""Warns of numbers that are skipped or repeated; nothing is renumbered."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.diagnostic import Diagnostic
from ..model.document import Section
from ..text import Span
from .numerals import UNKNOWN


def check_numbering(
    sections: Sequence[Section], numbers: Sequence[int], sources: Sequence[Span]
) -> tuple[Diagnostic, ...]:
    """Warnings on the numbers of each series of siblings, 0 where a number is unknown.

    ``sources`` are the headings in the source.
    """
    last: dict[tuple[int, ...], int] = {}
    last_of_level: dict[int, int] = {}
    warnings = []
    for section, number, source in zip(sections, numbers, sources, strict=True):
        if not section.marker:
            continue
        parent = section.path[:-1]
        before = last.get(parent)
        runs_on = before is None and number == last_of_level.get(section.level, 0) + 1
        if number and before != UNKNOWN and not runs_on:
            doubt = _doubt(before or 0, number, section.marker)
            if doubt:
                warnings.append(Diagnostic(*doubt, *source))
        last[parent] = last_of_level[section.level] = number
    return tuple(warnings)


def _doubt(before: int, number: int, marker: str) -> tuple[str, str] | None:
    if number == before:
        return "numbering-repeat", f"编号“{marker}”重复，按原文照录"
    if number > before + 1:
        missing = f"第{before + 1}项" if number == before + 2 else f"第{before + 1}至第{number - 1}项"
        return "numbering-gap", f"编号不连续：“{marker}”之前缺{missing}，按原文照录"
    return None

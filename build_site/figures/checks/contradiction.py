"""One indicator with two values: 普惠率达到80% here, 普惠率达到85% there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.diagnostic import Diagnostic
from ...model.figure import Figure
from ..context import Reading

#: Totals and rates have one value at a time; a count of meetings may well be given for several months.
_SINGLE = re.compile(r"(?:率|占比|比例|比重|总数|总量|总额|总人数)$")
#: What may stand between the start of a clause and the name of what is stated for all of a place: 全县, 2023年, 目前.
_WHOSE = re.compile(r"(?:[全我本]?[区市县省州校国]|20\d\d年度?|今年|目前|截至目前|其中|年末|全年|的|，)*")
_BREAK = re.compile("[，。；：！？\n\t,;:!?]")
#: A clause longer than this says more than a name.
_CLAUSE = 40
_Key = tuple[str, str, str, str]


def contradictions(figures: tuple[Figure, ...], reading: Reading) -> Iterator[Diagnostic]:
    """The second of two exact values for the same indicator, unit, time and status."""
    first: dict[_Key, Figure] = {}
    for figure in figures:
        if figure.role != "level" or figure.value is None or not _SINGLE.search(figure.indicator):
            continue
        if len(figure.indicator) < 4 or not _says_all(figure, reading):
            continue
        key = (figure.indicator, figure.unit, figure.period, figure.status)
        known = first.setdefault(key, figure)
        if known.value != figure.value and known.sentence != figure.sentence:
            message = f"“{figure.indicator}”在文中有两个数：{known.text} 和 {figure.text}"
            yield Diagnostic("figure-two-values", message, *figure.source)


def _says_all(figure: Figure, reading: Reading) -> bool:
    """Whether the clause begins with the name, so that nothing in front of it narrows it down.

    In 12个重点项目完成投资3亿元、投资完成率80% the rate is that of those projects only.
    """
    start = figure.span.start
    clause = _BREAK.split(reading.text[max(0, start - _CLAUSE) : start])[-1]
    whose = _WHOSE.match(clause)
    return clause.startswith(figure.indicator, whose.end() if whose else 0)

"""One indicator with two values: 普惠率达到80% here, 普惠率达到85% there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.diagnostic import Diagnostic
from ...model.figure import Figure
from ..context import Reading

#: Totals and rates have one value at a time; a count of meetings may well be given for several months.
_SINGLE = re.compile(r"(?:率|占比|比例|比重|总数|总量|总额|总人数)$")
_Key = tuple[str, str, str, str]


def contradictions(figures: tuple[Figure, ...], reading: Reading) -> Iterator[Diagnostic]:
    """The second of two exact values for the same indicator, unit, time and status."""
    first: dict[_Key, Figure] = {}
    for figure in figures:
        if figure.role != "level" or figure.value is None or not _SINGLE.search(figure.indicator):
            continue
        if len(figure.indicator) < 4:
            continue
        key = (figure.indicator, figure.unit, figure.period, figure.status)
        known = first.setdefault(key, figure)
        if known.value != figure.value and known.sentence != figure.sentence:
            message = f"“{figure.indicator}”在文中有两个数：{known.text} 和 {figure.text}"
            yield Diagnostic("figure-two-values", message, *figure.source)

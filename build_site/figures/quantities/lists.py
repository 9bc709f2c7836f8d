"""Lists under one unit: 分别新增5、6和7所, 二等奖**，三等奖**件."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...text import Span
from ..candidate import Quantity

_JOINER = re.compile(r"[、和及与，,]{1,2}")
_AWARD = re.compile(r"等奖$")
_AWARD_LIST = re.compile(r"[，、,][^，。；、,]{0,6}等奖")


def with_shared_units(quantities: Sequence[Quantity], text: str) -> list[Quantity]:
    """The quantities, those without a unit given the unit of the list they stand in."""
    result = list(quantities)
    for index in range(len(result) - 2, -1, -1):
        quantity, following = result[index], result[index + 1]
        if quantity.unit or quantity.rank or not following.unit or quantity.style != following.style:
            continue
        if quantity.style == "chinese" or quantity.kind == "ratio":
            continue
        between = text[quantity.span.end : following.span.start]
        listed = _is_list(quantity.span, between, text) or _is_division(quantity.span, following.span, text)
        if listed and quantity.span.end - quantity.span.start < 9:
            result[index] = quantity._replace(
                unit=following.unit, kind=following.kind, bare_unit=True, rule=f"{quantity.rule}-list"
            )
        elif _AWARD.search(text, max(0, quantity.span.start - 4), quantity.span.start) and _AWARD_LIST.fullmatch(
            between
        ):
            # An award count whose unit was left out: the next award has it. It is shown as written, without one.
            result[index] = quantity._replace(kind="count", bare_unit=True, rule=f"{quantity.rule}-award")
    return result


#: （公办12、民办3所）: parts with their names, of which only the last has the unit.
_DIVISION = re.compile(r"[（(](?:[^（）()。；]{1,24}[、，,])?[\u4e00-\u9fff]{2,6}$")
_NEXT_PART = re.compile(r"[、，,][\u4e00-\u9fff]{2,6}")
#: 上升1.2和0.8个百分点
_CHANGED = re.compile("(?:增长|增加|上升|提高|提升|下降|减少|降低)了?$")


def _is_division(span: Span, following: Span, text: str) -> bool:
    between = text[span.end : following.start]
    return bool(_NEXT_PART.fullmatch(between)) and bool(_DIVISION.search(text, max(0, span.start - 32), span.start))


def _is_list(span: Span, between: str, text: str) -> bool:
    if not _JOINER.fullmatch(between):
        return False
    if _CHANGED.search(text, max(0, span.start - 4), span.start):
        return True
    return "分别" in text[max(0, span.start - 24) : span.start] or "各为" in text[max(0, span.start - 12) : span.start]

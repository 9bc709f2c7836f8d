"""Parts against their total: 调整干部30名，其中提拔12名、交流20名; 引进人才9人（博士2人、硕士6人）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...model.diagnostic import Diagnostic
from ...model.figure import Figure
from ..context import Reading

#: Short names of one length (提拔, 交流) are of one kind.
_SHORT = 4
#: 初中40所（含完全中学7所、一贯制学校10所）: a bracket that names some of them.
_SOME = re.compile("（(?:其中)?(?:包?含|包括)")


def wrong_sums(figures: tuple[Figure, ...], reading: Reading) -> Iterator[Diagnostic]:
    """A total whose listed parts add up to something else, or to more where the list may be incomplete."""
    for index, total in enumerate(figures):
        if total.value is None or total.qualifier or total.role != "level":
            continue
        bracket = reading.text[total.span.end : total.span.end + 1] == "（"
        following = figures[index + 1 : index + 9]
        parts = _bracketed(total, following, reading) if bracket else _among(total, following, reading)
        if len(parts) < 2:
            continue
        values = [part.value for part in parts if part.value is not None and not part.qualifier]
        if len(values) < len(parts):
            continue
        total_of_parts = sum(values, Decimal(0))
        divided = bracket and not _SOME.match(reading.text, total.span.end)
        if total_of_parts > total.value or (divided and total_of_parts != total.value):
            listed = "、".join(part.text for part in parts)
            doubt = "不一致" if divided else "不一致（各部分若有重叠则无妨）"
            message = f"各部分 {listed} 合计 {total_of_parts}，与总数 {total.text} {doubt}"
            yield Diagnostic("figure-parts", message, total.source.start, parts[-1].source.end)


def _bracketed(total: Figure, following: tuple[Figure, ...], reading: Reading) -> list[Figure]:
    """The figures of the total's unit in the bracket behind it."""
    end = reading.text.find("）", total.span.end)
    return [figure for figure in _same(total, following) if figure.span.end <= end]


def _among(total: Figure, following: tuple[Figure, ...], reading: Reading) -> list[Figure]:
    """The figures of the total's unit that 其中 introduces, up to the next mark stronger than a list sign."""
    same = _same(total, following)
    if not same:
        return []
    text = reading.text
    introduction = text[total.span.end : same[0].span.start]
    if not introduction.lstrip("，").startswith("其中") or len(introduction) > 16:
        return []
    parts = [same[0]]
    for figure in same[1:]:
        between = text[parts[-1].span.end : figure.span.start]
        if not between.startswith("、") or any(mark in between for mark in "，；。"):
            break
        if not _parallel(parts[-1], figure, total, reading):
            return []
        parts.append(figure)
    return parts


def _parallel(one: Figure, other: Figure, total: Figure, reading: Reading) -> bool:
    """Whether two parts divide by one thing (提拔、交流), not by two that overlap (研究生学历、北京高校毕业生)."""
    first, second = (
        reading.text[text_start : figure.span.start].split("、")[-1].removeprefix("，").removeprefix("其中")
        for figure, text_start in ((one, total.span.end), (other, one.span.end))
    )
    return len(first) == len(second) <= _SHORT or first[-1:] == second[-1:]


def _same(total: Figure, following: tuple[Figure, ...]) -> list[Figure]:
    """The figures right after ``total`` in its sentence that have its unit."""
    same = []
    for figure in following:
        if figure.sentence != total.sentence or figure.unit != total.unit:
            break
        same.append(figure)
    return same

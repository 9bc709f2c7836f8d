"""From and to against the stated change: 由7所增加到10所，增加4所."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...model.diagnostic import Diagnostic
from ...model.figure import Figure
from ..context import Reading

#: Stated changes are rounded; half a unit of the last place they could show.
_SLACK = Decimal("0.51")


def wrong_differences(figures: tuple[Figure, ...], reading: Reading) -> Iterator[Diagnostic]:
    """A stated change that is neither the difference nor the relative change of the pair in front of it."""
    for start, end, change in zip(figures, figures[1:], figures[2:], strict=False):
        if (start.role, change.role) != ("from", "change") or end.sentence != change.sentence:
            continue
        if not change.indicator.startswith(end.indicator):
            continue  # 优良率由46%上升到50%，近视率下降1.2个百分点
        if start.value is None or end.value is None or change.value is None or start.unit != end.unit:
            continue
        if any(figure.qualifier for figure in (start, end, change)) or _fits(start.value, end.value, change):
            continue
        message = f"由 {start.text} 到 {end.text}，与所说的变化 {change.text} 对不上"
        yield Diagnostic("figure-change", message, change.source.start, change.source.end)


def _fits(start: Decimal, end: Decimal, change: Figure) -> bool:
    assert change.value is not None
    place = Decimal(1).scaleb(min(0, _exponent(change.value)))
    difference = abs(end - start)
    relative = difference / start * 100 if start else None
    times = end / start if start else None
    wanted = [difference]
    if change.unit == "%" and relative is not None:
        wanted.append(relative)
    if change.unit == "倍" and times is not None:
        wanted += [times, times - 1]
    return any(abs(each - change.value) <= place * _SLACK for each in wanted)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0

"""Turns quantities into rows: place, name, role, status."""

from __future__ import annotations

from ..model.figure import Figure
from .candidate import Quantity
from .context import Reading
from .indicator import name_of
from .role import role_of
from .status import status_of

_BREAKS = "，。；：！？\n\t"


def rows_of(quantities: list[Quantity], reading: Reading) -> tuple[Figure, ...]:
    """The figures in text order."""
    rows = []
    for index, quantity in enumerate(quantities):
        previous = quantities[index - 1] if index else None
        follower = quantities[index + 1] if index + 1 < len(quantities) else None
        rows.append(_row(quantity, previous, follower, reading))
    return tuple(rows)


def _row(quantity: Quantity, previous: Quantity | None, follower: Quantity | None, reading: Reading) -> Figure:
    text = reading.text
    sentence = reading.sentence(quantity.span.start)
    start = max(sentence.start, *(text.rfind(mark, 0, quantity.span.start) + 1 for mark in _BREAKS))
    own_start = max(start, previous.span.end) if previous else start
    ends = [at for mark in _BREAKS if (at := text.find(mark, quantity.span.end, sentence.end)) >= 0]
    end = min([*ends, sentence.end])
    own_end = min(end, follower.span.start) if follower else end
    name, rule = name_of(quantity, reading, own_start, own_end)
    section = reading.section(quantity.span.start)
    source = reading.clean.map.to_source(quantity.span)
    return Figure(
        span=quantity.span,
        source=source,
        text=source.of(reading.clean.source.text),
        indicator=name,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        role=role_of(quantity, reading, start, follower),
        status=status_of(quantity, reading, start, sentence.start),
        masked=quantity.masked,
        sentence=sentence,
        section=section.path if section else (),
        period=reading.metadata.year if reading.metadata.year != "未知" else "",
        rule=f"{quantity.rule}+{rule}",
    )

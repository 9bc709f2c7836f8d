"""Turns quantities into rows: place, name, role, status."""

from __future__ import annotations

from ..model.figure import Figure
from .candidate import Quantity
from .context import Reading
from .indicator import Named, Slot, name_all, slots_of
from .role import roles_of
from .status import StatusReader


def rows_of(quantities: list[Quantity], reading: Reading) -> tuple[Figure, ...]:
    """The figures in text order."""
    slots = slots_of(quantities, reading)
    roles = roles_of(slots, reading)
    names = name_all(slots, quantities, reading, roles)
    reader = StatusReader(reading)
    statuses = [reader.status(slot) for slot in slots]
    return tuple(_row(*parts, reading) for parts in zip(slots, roles, names, statuses, strict=True))


def _row(slot: Slot, role: str, named: Named, status: str, reading: Reading) -> Figure:
    quantity = slot.quantity
    section = reading.section(quantity.span.start)
    source = reading.clean.map.to_source(quantity.span)
    return Figure(
        span=quantity.span,
        source=source,
        text=source.of(reading.clean.source.text),
        indicator=named[0],
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        role=role,
        status=status,
        masked=quantity.masked,
        sentence=slot.sentence,
        section=section.path if section else (),
        period=reading.metadata.year if reading.metadata.year != "未知" else "",
        rule=f"{quantity.rule}+{named[1]}",
    )

"""Turns quantities into rows: place, name, role, status."""

from __future__ import annotations

from ..model.figure import Figure
from .candidate import Quantity
from .compare import compare_of
from .context import Reading
from .indicator import Named, Slot, name_all, slots_of
from .links import linked
from .period import PeriodReader
from .role import roles_of
from .status import StatusReader


def rows_of(quantities: list[Quantity], reading: Reading) -> tuple[Figure, ...]:
    """The figures in text order."""
    slots = slots_of(quantities, reading)
    roles = roles_of(slots, reading)
    names = name_all(slots, quantities, reading, roles)
    statuses, periods = StatusReader(reading, slots), PeriodReader(reading)
    rows = []
    for slot, role, named in zip(slots, roles, names, strict=True):
        status = statuses.status(slot)
        rows.append(_row(slot, role, named, status, periods.period(slot, status), reading))
    return tuple(linked(rows))


def _row(slot: Slot, role: str, named: Named, status: str, period: str, reading: Reading) -> Figure:
    quantity = slot.quantity
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
        period=period,
        compare=compare_of(slot, role, reading),
        masked=quantity.masked,
        sentence=slot.sentence,
        section=slot.section.path if slot.section else (),
        rule=f"{quantity.rule}+{named[1]}",
    )

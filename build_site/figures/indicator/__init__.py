"""Says what each number measures. The rules stand in the order in which they are asked; the first answer counts."""

from __future__ import annotations

from ..candidate import Quantity
from ..context import Reading
from .namer import Namer
from .slots import Slot, slots_of

__all__ = ["Named", "Slot", "name_all", "slots_of"]

Named = tuple[str, str]


def name_all(quantities: list[Quantity], reading: Reading, roles: list[str]) -> list[Named]:
    """Name and rule for each quantity."""
    namer = Namer(reading, slots_of(quantities, reading), roles)
    return [namer.name(index) for index in range(len(quantities))]

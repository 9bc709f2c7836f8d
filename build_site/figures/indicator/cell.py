"""Numbers in table cells: the heads of row and column name them."""

from __future__ import annotations

from .naming import Naming
from .tidy import finished

#: A cell may hold this much besides its number.
_SLACK = 3


def cell_name(index: int, naming: Naming) -> str:
    """Row head and column head of the cell around the number, if the cell holds nothing else."""
    span = naming.slots[index].quantity.span
    cell = naming.reading.cell(span.start)
    if cell is None or cell.span.end - cell.span.start > span.end - span.start + _SLACK:
        return ""
    return finished(naming.reading.tables.name(cell))

"""Numbers in table cells: the heads of row and column name them."""

from __future__ import annotations

from .naming import Naming


def cell_name(index: int, naming: Naming) -> str:
    """Row head and column head of the cell around the number."""
    return naming.reading.cell_heads(naming.slots[index].quantity.span)

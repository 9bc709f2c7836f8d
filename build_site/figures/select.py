"""Which of the numbers found are key figures."""

from __future__ import annotations

from decimal import Decimal

from .candidate import Quantity
from .context import Reading
from .numerals import multiplier
from .quantities import Lexicon, lexicon, scan
from .quantities.lists import with_shared_units
from .quantities.money import with_money
from .quantities.number import plain
from .reject import is_figure

#: Columns whose numbers say nothing about how many.
_NO_MEASURE = ("序号", "编号", "电话", "年份", "年度", "时间", "日期", "文号", "号码", "代码", "学号", "邮编", "备注")


def select(reading: Reading) -> tuple[list[Quantity], list[Quantity]]:
    """The quantities taken, and those left out."""
    words = lexicon(reading.rules)
    taken: list[Quantity] = []
    left: list[Quantity] = []
    tabled = bool(reading.tables.cells)
    for quantity in with_shared_units(scan(reading.text, words), reading.text):
        if not quantity.unit:
            quantity = _with_cell_unit(quantity, reading, words) if tabled else quantity
            quantity = with_money(quantity, reading.text, taken[-1] if taken else None)
        (taken if is_figure(quantity, reading) else left).append(quantity)
    return taken, left


def _with_cell_unit(quantity: Quantity, reading: Reading, words: Lexicon) -> Quantity:
    """A bare number in a table cell, with the unit that a head gives."""
    cell = reading.cell(quantity.number.start)
    if cell is None or not reading.tables.is_number(cell):
        return quantity
    heads = reading.tables.heads(cell)
    if not any(heads) or any(word in head for head in heads for word in _NO_MEASURE):
        return quantity
    written = reading.tables.unit(cell)
    end = words.multiplier_end(written, 0)
    unit = words.unit_at(written, end)
    scale = multiplier(written[:end]) if unit else Decimal(1)
    name, kind = (unit[0].canonical, unit[0].kind) if unit else ("", "count")
    value, high = (None if each is None else plain(each * scale) for each in (quantity.value, quantity.value_max))
    rule = f"{quantity.rule}-cell"
    return quantity._replace(value=value, value_max=high, unit=name, kind=kind, bare_unit=True, rule=rule)

"""Numbers without a unit: years, codes, parts of names. 近14万中小学生 and 超10万 count all the same."""

from __future__ import annotations

import re

from ..candidate import Quantity
from ..context import Reading

_ROUND = re.compile(r"[百千万亿]+")


def is_unitless(quantity: Quantity, reading: Reading) -> bool:
    """Whether nothing shows that the number is a quantity."""
    if quantity.rank or quantity.kind == "ratio":
        return False
    text, number = reading.text, quantity.number
    digits = text[number.start : number.end]
    if _ROUND.fullmatch(digits) and quantity.style == "chinese":
        return not quantity.qualifier
    if quantity.unit:
        return quantity.style == "chinese" and quantity.unit in reading.rules.units.nouns
    if quantity.style == "chinese":
        return not (digits[-1] in "百千万亿" and quantity.qualifier)
    return digits[-1] not in "百千万亿" and not quantity.bare_unit

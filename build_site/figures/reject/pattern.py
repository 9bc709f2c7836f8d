"""Refusals that are patterns around the number, as listed in ``quantities.yml``."""

from __future__ import annotations

from ...rules.quantities import Rejection
from ..candidate import Quantity
from ..context import Reading

_WINDOW = 14


def matching_rule(quantity: Quantity, reading: Reading) -> Rejection | None:
    """The first rejection whose patterns all match around ``quantity``."""
    if quantity.rank:
        return None
    text = reading.text
    for rule in reading.rules.quantities.rejections:
        if rule.styles and quantity.style not in rule.styles:
            continue
        start, end = quantity.number if rule.plain else quantity.span
        before, number, after = rule.patterns
        if number and not number.fullmatch(text, start, end):
            continue
        if after and not after.match(text, end):
            continue
        if before and not before.search(text[max(0, start - _WINDOW) : start]):
            continue
        return rule
    return None

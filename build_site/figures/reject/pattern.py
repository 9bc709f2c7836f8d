"""Refusals that are patterns around the number, as listed in ``quantities.yml``."""

from __future__ import annotations

from functools import lru_cache

from ...rules import Rules
from ...rules.quantities import Rejection
from ..candidate import Quantity
from ..context import Reading

_WINDOW = 14


def matching_rule(quantity: Quantity, reading: Reading) -> Rejection | None:
    """The first rejection whose patterns all match around ``quantity``."""
    if quantity.rank:
        return None
    text = reading.text
    for rule in _by_style(reading.rules)[quantity.style]:
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


@lru_cache(maxsize=4)
def _by_style(rules: Rules) -> dict[str, tuple[Rejection, ...]]:
    """The rejections that concern each way of writing a number."""
    styles = ("arabic", "chinese", "mask")
    every = rules.quantities.rejections
    return {style: tuple(rule for rule in every if not rule.styles or style in rule.styles) for style in styles}

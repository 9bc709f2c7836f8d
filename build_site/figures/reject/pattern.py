"""Refusals that are patterns around the number, as listed in ``quantities.yml``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ...rules import Rules
from ...rules.quantities import Rejection
from ...text import Span
from ..candidate import Quantity
from ..context import Reading

_WINDOW = 14
_STYLES = ("arabic", "chinese", "mask")


class _Family(NamedTuple):
    """Rejections that begin with a look at the same place; one expression tells whether any of them may hold.

    Attributes:
        place: ``number``, ``after`` or ``before``.
        plain: whether they touch the bare number.
        signs: the union of their patterns for that place.
        rules: the rejections, each with its rank among all.
    """

    place: str
    plain: bool
    signs: re.Pattern[str]
    rules: tuple[tuple[int, Rejection], ...]

    def may_hold(self, text: str, span: Span) -> bool:
        """Whether something stands at the family's place that one of its rejections asks for."""
        start, end = span
        if self.place == "number":
            return self.signs.fullmatch(text, start, end) is not None
        if self.place == "after":
            return self.signs.match(text, end) is not None
        return self.signs.search(text[max(0, start - _WINDOW) : start]) is not None


def matching_rule(quantity: Quantity, reading: Reading) -> Rejection | None:
    """The first rejection whose patterns all match around ``quantity``."""
    if quantity.rank:
        return None
    text, found = reading.text, []
    for family in _families(reading.rules)[quantity.style]:
        span = quantity.number if family.plain else quantity.span
        if family.may_hold(text, span):
            found += [ranked for ranked in family.rules if _holds(ranked[1], text, span)]
    return min(found, key=lambda ranked: ranked[0])[1] if found else None


def _holds(rule: Rejection, text: str, span: Span) -> bool:
    start, end = span
    before, number, after = rule.patterns
    return not (
        (number and not number.fullmatch(text, start, end))
        or (after and not after.match(text, end))
        or (before and not before.search(text[max(0, start - _WINDOW) : start]))
    )


@lru_cache(maxsize=4)
def _families(rules: Rules) -> dict[str, list[_Family]]:
    """The rejections that concern each way of writing a number."""
    return {style: list(_families_of(style, rules.quantities.rejections)) for style in _STYLES}


def _families_of(style: str, rejections: tuple[Rejection, ...]) -> list[_Family]:
    members: dict[tuple[str, bool], list[tuple[int, Rejection]]] = {}
    for rank, rule in enumerate(rejections):
        if not rule.styles or style in rule.styles:
            place = "number" if rule.number else "after" if rule.after else "before"
            members.setdefault((place, rule.plain), []).append((rank, rule))
    return [
        _Family(place, plain, _union([getattr(rule, place) for _, rule in rules], place), tuple(rules))
        for (place, plain), rules in members.items()
    ]


def _union(patterns: list[str], place: str) -> re.Pattern[str]:
    union = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(f"(?:{union})$" if place == "before" else union)

"""Refusals that are patterns around the number, as listed in ``quantities.yml``."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from ...rules import Rules
from ...rules.quantities import Rejection
from ...text import Span
from ..candidate import Quantity
from ..context import Reading

_WINDOW = 14
#: A rejection with its rank among all.
_Ranked = tuple[int, Rejection]
_STYLES = ("arabic", "chinese", "mask")


class _Family(NamedTuple):
    """Rejections that begin with a look beside the number; one expression tells whether any of them may hold.

    Attributes:
        plain: whether they touch the bare number.
        signs: the union of their patterns for that place.
        rules: the rejections, each with its rank among all.
    """

    plain: bool
    signs: re.Pattern[str]
    rules: list[_Ranked]


class _Families(NamedTuple):
    """The rejections told by the number itself, by what follows it, and by what stands before it.

    Those told by the number are functions that give, for a number as written, the rejections it may fall under; plain
    ones take the bare number.
    """

    number: list[tuple[bool, Callable[[str], list[_Ranked]]]]
    after: list[_Family]
    before: list[_Family]


def matching_rule(quantity: Quantity, reading: Reading) -> Rejection | None:
    """The first rejection whose patterns all match around ``quantity``."""
    if quantity.rank:
        return None
    text, spans = reading.text, (quantity.span, quantity.number)
    families = _families(reading.rules)[quantity.style]
    found = [
        ranked
        for plain, told_by in families.number
        for ranked in told_by(spans[plain].of(text))
        if _holds(ranked[1], text, spans[plain])
    ]
    near = [family for family in families.after if family.signs.match(text, spans[family.plain].end)]
    near += [family for family in families.before if family.signs.search(_before(text, spans[family.plain]))]
    found += [ranked for family in near for ranked in family.rules if _holds(ranked[1], text, spans[family.plain])]
    return min(found, key=lambda ranked: ranked[0])[1] if found else None


def _holds(rule: Rejection, text: str, span: Span) -> bool:
    """Whether what stands beside the number is what ``rule`` asks for."""
    before, _, after = rule.patterns
    return (not after or bool(after.match(text, span.end))) and (not before or bool(before.search(_before(text, span))))


def _before(text: str, span: Span) -> str:
    return text[max(0, span.start - _WINDOW) : span.start]


@lru_cache(maxsize=4)
def _families(rules: Rules) -> dict[str, _Families]:
    """The rejections that concern each way of writing a number."""
    return {style: _families_of(style, rules.quantities.rejections) for style in _STYLES}


def _families_of(style: str, rejections: tuple[Rejection, ...]) -> _Families:
    members: dict[tuple[str, bool], list[_Ranked]] = {}
    for rank, rule in enumerate(rejections):
        if not rule.styles or style in rule.styles:
            place = "number" if rule.number else "after" if rule.after else "before"
            members.setdefault((place, rule.plain), []).append((rank, rule))
    families = _Families([], [], [])
    for (place, plain), rules in members.items():
        if place == "number":
            families.number.append((plain, _told_by_number(rules)))
            continue
        union = "|".join(f"(?:{getattr(rule, place)})" for _, rule in rules)
        signs = re.compile(f"(?:{union})$" if place == "before" else union)
        getattr(families, place).append(_Family(plain, signs, rules))
    return families


def _told_by_number(rules: list[_Ranked]) -> Callable[[str], list[_Ranked]]:
    """What gives the rejections that a number as written may fall under; reports write the same ones again."""

    @lru_cache(maxsize=10_000)
    def told_by(written: str) -> list[_Ranked]:
        patterns = ((ranked, ranked[1].patterns[1]) for ranked in rules)
        return [ranked for ranked, number in patterns if number and number.fullmatch(written)]

    return told_by

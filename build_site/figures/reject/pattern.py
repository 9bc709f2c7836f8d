"""Refusals that are patterns around the number, as listed in ``quantities.yml``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ...rules import Rules
from ...rules.expressions import first_characters, last_characters
from ...rules.quantities import Rejection
from ..candidate import Quantity
from ..context import Reading

_WINDOW = 14
#: What stands beside numbers: every character that is no half of another.
_CHARACTERS = "".join(chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000)

_Pattern = re.Pattern[str]


class _Ranked(NamedTuple):
    """A rejection with its rank among all, and its patterns."""

    rank: int
    rule: Rejection
    patterns: tuple[_Pattern | None, _Pattern | None, _Pattern | None]


_Table = dict[str, tuple[_Ranked, ...]]


class _Tables(NamedTuple):
    """The rejections told by the character that ends a number, by the one behind it and by the one in front of it."""

    number: _Table
    after: _Table
    before: _Table
    untold: tuple[_Ranked, ...]


def matching_rule(quantity: Quantity, reading: Reading) -> Rejection | None:
    """The first rejection whose patterns all match around ``quantity``."""
    found = min(_matching(quantity, reading), key=lambda each: each.rank, default=None)
    return found.rule if found else None


def is_rejected(quantity: Quantity, reading: Reading) -> bool:
    """Whether the patterns of any rejection all match around ``quantity``."""
    return next(_matching(quantity, reading), None) is not None


def _matching(quantity: Quantity, reading: Reading) -> Iterator[_Ranked]:
    if quantity.rank:
        return
    text, style = reading.text, quantity.style
    whole, bare = _tables(reading.rules)
    for tables, (start, end) in ((whole, quantity.span), (bare, quantity.number)):
        for each in (
            tables.number.get(text[end - 1], ())
            + tables.after.get(text[end : end + 1], ())
            + tables.before.get(text[start - 1 : start], ())
            + tables.untold
        ):
            before, number, after = each.patterns
            if (
                (not each.rule.styles or style in each.rule.styles)
                and (not after or after.match(text, end))
                and (not number or number.fullmatch(text, start, end))
                and (not before or before.search(text[max(0, start - _WINDOW) : start]))
            ):
                yield each


@lru_cache(maxsize=4)
def _tables(rules: Rules) -> tuple[_Tables, _Tables]:
    """The rejections that touch the whole of a number, and those that touch it bare."""
    return _tables_of(False, rules), _tables_of(True, rules)


#: Each rejection is looked up by one of its patterns: the first that it has.
_TOLD_BY: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("number", last_characters),
    ("after", first_characters),
    ("before", last_characters),
)


def _tables_of(plain: bool, rules: Rules) -> _Tables:
    told: dict[str, dict[_Ranked, str]] = {place: {} for place, _ in _TOLD_BY}
    untold = []
    for rank, rule in enumerate(rules.quantities.rejections):
        if rule.plain == plain:
            place, signs = next((place, signs) for place, signs in _TOLD_BY if getattr(rule, place))
            ranked = _Ranked(rank, rule, rule.patterns)
            if chars := signs(getattr(rule, place)):
                told[place][ranked] = f"[{chars}]"
            else:
                untold.append(ranked)
    return _Tables(**{place: _table(signs) for place, signs in told.items()}, untold=tuple(untold))


def _table(signs: dict[_Ranked, str]) -> _Table:
    """For each character the rejections that it tells; ``signs`` says which those may be."""
    chars = set(re.findall("|".join(signs.values()) or "(?!)", _CHARACTERS))
    return {char: tuple(each for each, sign in signs.items() if re.match(sign, char)) for char in chars}

"""Refusals that are patterns around the number, as listed in ``quantities.yml``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from ...rules import Rules
from ...rules.expressions import first_characters, last_characters
from ...rules.quantities import Rejection
from ...text import Span
from ..candidate import Quantity
from ..context import Reading

_WINDOW = 14


_Pattern = re.Pattern[str]


class _Ranked(NamedTuple):
    """A rejection with its rank among all, its patterns, and what a character must be to let it in."""

    rank: int
    rule: Rejection
    patterns: tuple[_Pattern | None, _Pattern | None, _Pattern | None]
    sign: _Pattern


class _Table(dict[str, list[_Ranked]]):
    """The rejections that a character lets in, worked out when the character is first met: most let in none."""

    def __init__(self, rules: Sequence[_Ranked]) -> None:
        super().__init__()
        self._rules = rules
        self._any = re.compile("|".join(each.sign.pattern for each in rules) or "(?!)", re.S)

    def __missing__(self, char: str) -> list[_Ranked]:
        self[char] = [each for each in self._rules if each.sign.match(char)] if self._any.match(char) else []
        return self[char]


class _Tables(NamedTuple):
    """The rejections told by the character that ends a number, by the one behind it and by the one in front of it."""

    number: _Table
    after: _Table
    before: _Table


def matching_rule(quantity: Quantity, reading: Reading) -> Rejection | None:
    """The first rejection whose patterns all match around ``quantity``."""
    if quantity.rank:
        return None
    text, found = reading.text, None
    whole, bare = _tables(reading.rules)
    for tables, span in ((whole, quantity.span), (bare, quantity.number)):
        start, end = span
        told = tables.number[text[end - 1]], tables.after[text[end : end + 1]], tables.before[text[start - 1 : start]]
        for rules in told:
            for each in rules:
                concerned = quantity.style in each.rule.styles or not each.rule.styles
                if concerned and (found is None or each.rank < found.rank) and _holds(each, text, span):
                    found = each
    return found.rule if found else None


def _holds(ranked: _Ranked, text: str, span: Span) -> bool:
    """Whether the number and what stands beside it are what the rejection asks for."""
    before, number, after = ranked.patterns
    return (
        (not after or bool(after.match(text, span.end)))
        and (not number or bool(number.fullmatch(text, *span)))
        and (not before or bool(before.search(text[max(0, span.start - _WINDOW) : span.start])))
    )


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
    told: dict[str, list[_Ranked]] = {place: [] for place, _ in _TOLD_BY}
    for rank, rule in enumerate(rules.quantities.rejections):
        if rule.plain == plain:
            place, signs = next((place, signs) for place, signs in _TOLD_BY if getattr(rule, place))
            chars = signs(getattr(rule, place))
            told[place].append(_Ranked(rank, rule, rule.patterns, re.compile(f"[{chars}]" if chars else "")))
    return _Tables(**{place: _Table(ranked) for place, ranked in told.items()})

"""The rules of numbers and units in the form the scanner works with, compiled once."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import NamedTuple

from ...rules import Rules
from ...rules.expressions import any_of
from ...rules.units import UnitName
from ..numerals import CHINESE_CHARS, MULTIPLIER_CHARS

#: Thousands separators, then stray spaces between groups of three, then plain digits with a decimal point.
_ARABIC = (
    r"(?<![\d.])\d{1,3}(?:[,，]\d{3})++(?!\d)(?:\.\d++)?"
    r"|(?<!\d)\d{1,3}(?: \d{3})++(?!\d)(?:\.\d++)?"
    # A blank beside the point is no end of the number before a per cent sign, nor behind a character.
    r"|(?<=[\u4e00-\u9fff])\d++ ?\. ?\d++(?=\s?[万亿])"
    r"|\d++(?:\s?\.\s?\d++(?=\s?[%‰])|\.\d++)?"
)


class _Unit(NamedTuple):
    """What a unit stands for, how long it is as written, and what must not follow it."""

    name: UnitName
    length: int
    veto: re.Pattern[str] | None


class Lexicon:
    """Compiled patterns and look-up tables of one set of rules."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.units = rules.units.names
        self.noun_units = rules.units.nouns
        self.qualifiers = rules.quantities.qualifiers

    @cached_property
    def number(self) -> re.Pattern[str]:
        """A numeral: groups ``mask``, ``arabic``, ``chinese``."""
        signs = re.escape(self.rules.quantities.mask.all)
        first = rf"[\d{signs}{CHINESE_CHARS}]"  # told at a glance, most characters begin no numeral
        follower = "".join(re.escape(char) for char in sorted(self.chinese_followers - {" "}))
        # Single digits and single signs that a scan set apart: 1 2 0 0 个, * * *名.
        apart = rf"(?<![\d.])(?<!\d )\d(?: \d)++(?=\s?[万亿{follower}])"
        masked = (
            rf"(?<![{signs}])(?<![{signs}] )[{signs}](?: [{signs}])++(?=\s?[万亿{follower}])"
            rf"|(?:\d++(?:[.,]\d++)?+[.,]?)?+[{signs}][\d{signs}]*+(?:\.[\d{signs}]++|[,，][\d{signs}]{{3}}(?![\d{signs}]))*+"
        )
        chinese = f"[{CHINESE_CHARS}]++(?:点[〇零一二三四五六七八九]++)?+(?=[ {follower}])"
        arabic = f"{apart}|{_ARABIC}"
        return re.compile(f"(?={first})(?:(?P<mask>{masked})|(?P<arabic>{arabic})|(?P<chinese>{chinese}))")

    @cached_property
    def chinese_followers(self) -> frozenset[str]:
        """First characters of all that may follow a Chinese numeral in a quantity."""
        return frozenset(name[0] for name in self.units) | set(self.qualifiers.middle) | set("个至到-~—－～ ")

    @cached_property
    def before(self) -> re.Pattern[str]:
        """A qualifier at the end of the text in front of a number."""
        words = sorted(self.qualifiers.before, key=len, reverse=True)
        return re.compile(f"(?:{'|'.join(map(re.escape, words))})\\s?$")

    @cached_property
    def before_ends(self) -> frozenset[str]:
        """Last characters of the qualifiers in front of numbers, and the space that may follow them."""
        return frozenset(word[-1] for word in self.qualifiers.before) | {" "}

    @cached_property
    def after_starts(self) -> frozenset[str]:
        """First characters of the qualifiers behind units."""
        return frozenset(word[0] for word in self.qualifiers.after)

    @cached_property
    def after(self) -> re.Pattern[str]:
        """A qualifier behind a unit."""
        words = sorted(self.qualifiers.after, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, words)))

    @cached_property
    def middle(self) -> frozenset[str]:
        """Qualifiers between number and unit."""
        return frozenset(self.qualifiers.middle)

    def unit_at(self, text: str, at: int) -> tuple[UnitName, int] | None:
        """The longest unit that begins at ``at``, and where it ends; None if there is none or it is another word."""
        for length in self._unit_lengths.get(text[at : at + 1], ()):
            unit = self._units.get(text[at : at + length])
            if unit and not (unit.veto and unit.veto.match(text, at + unit.length)):
                return unit.name, at + unit.length
        return None

    @cached_property
    def _unit_lengths(self) -> dict[str, list[int]]:
        """How long the units are that begin with a character, longest first."""
        lengths: dict[str, set[int]] = {}
        for name in self.units:
            lengths.setdefault(name[0], set()).add(len(name))
        return {first: sorted(found, reverse=True) for first, found in lengths.items()}

    @cached_property
    def _units(self) -> dict[str, _Unit]:
        """Every unit as written."""
        return {written: _Unit(name, len(written), self._veto(written)) for written, name in self.units.items()}

    def _veto(self, unit: str) -> re.Pattern[str] | None:
        """What makes ``unit`` the beginning of another word."""
        latin = unit[-1].isascii() and unit[-1].isalpha()
        words = (*self.rules.units.not_before.get(unit, ()), *(["[A-Za-z0-9]"] if latin else []))
        return any_of(words) if words else None

    def multiplier_end(self, text: str, at: int) -> int:
        """Where the run of multiplier characters that begins at ``at`` ends; 千瓦 in 8200万千瓦 is a unit."""
        while at < len(text) and text[at] in MULTIPLIER_CHARS:
            unit = self.unit_at(text, at) if text[at] in "千百" else None
            if unit and unit[0].kind != "count":
                break
            at += 1
        return at


@lru_cache(maxsize=4)
def lexicon(rules: Rules) -> Lexicon:
    """The compiled form of ``rules``."""
    return Lexicon(rules)

"""Numerals, qualifiers, and what looks like a quantity and is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class MaskSigns:
    """Characters that hide digits.

    Attributes:
        signs: marks that stand for nothing else next to a unit.
        letters: Latin letters, masks only where no other letter touches them.
        pronouns: characters that are words of their own as well (某).
    """

    signs: str = ""
    letters: str = ""
    pronouns: str = ""

    def has_letter(self, text: str) -> bool:
        """Whether any of ``letters`` is in ``text``."""
        return not self._letters.isdisjoint(text)

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset(self.letters)

    @property
    def all(self) -> str:
        """Every mask character."""
        return self.signs + self.letters + self.pronouns


@dataclass(frozen=True)
class Qualifiers:
    """Words that make a number a bound or an estimate.

    Attributes:
        before: in front of the number.
        rename: what a word of ``before`` is recorded as; "" if it says nothing about exactness.
        middle: between number and unit.
        after: behind the unit.
    """

    before: tuple[str, ...] = ()
    rename: dict[str, str] = field(default_factory=dict)
    middle: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True)
class Framework:
    """Counts that only introduce a scheme: 三个方面, 九大行动.

    Attributes:
        nouns: abstract nouns of such schemes.
        reach: how many characters may stand between count and noun.
        big: the character that makes N a name (九大行动).
    """

    nouns: tuple[str, ...] = ()
    reach: int = 0
    big: str = "大"


@dataclass(frozen=True)
class Rank:
    """When 第N is a place in a contest.

    Attributes:
        before: words in front of a rank.
        not_before: what follows 第一 where it is no rank.
    """

    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rejection:
    """One reason to leave a number out; all patterns given must match.

    Attributes:
        name: short ASCII name, shown in the debug view.
        why: the reason in Chinese.
        before, number, after: regular expressions next to the quantity, for the whole of it, behind it.
        plain: the patterns touch the bare number, its unit included in what follows.
        styles: ways of writing concerned (arabic, chinese, mask); () means all.
    """

    name: str
    why: str
    before: str = ""
    number: str = ""
    after: str = ""
    plain: bool = False
    styles: tuple[str, ...] = ()

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None, re.Pattern[str] | None]:
        """``before`` (to be searched, anchored at its end), ``number`` and ``after``, compiled."""
        return (
            re.compile(f"(?:{self.before})$", re.S) if self.before else None,
            re.compile(self.number) if self.number else None,
            re.compile(self.after) if self.after else None,
        )


@dataclass(frozen=True)
class QuantityRules:
    """Shape of ``quantities.yml``."""

    mask: MaskSigns = MaskSigns()
    qualifiers: Qualifiers = Qualifiers()
    framework: Framework = Framework()
    rank: Rank = Rank()
    rejections: tuple[Rejection, ...] = ()

"""What a mask hides, told by what stands around it: a figure, a date, a place, a name or a word."""

from __future__ import annotations

import re
from functools import lru_cache

from ..rules.masks import MaskRules
from .lexicon import words as any_of

_OPENING_QUOTES, _CLOSING_QUOTES = frozenset('“‘「『《"'), frozenset('”’」』》"')
_ENDS = re.compile(r"[\s，。、；：！？）)”》,;:]|$")
#: The other end of a range: **-**所.
_RANGE = re.compile(r"\s?[-—–~～至到]{1,2}\s?[\d.*＊×xX□○_]{1,6}(?=[^\d.*＊×xX□○_])")
_YEAR = re.compile(r"20\D{1,2}|20\d\D|2\D{3}|19\D{2}")
_AFTER_YEAR = re.compile(r"\s*(?:年|学年|[-—~至])")
#: Several masks in a row, and what they are examples of: ***、***等3个乡镇
_LISTED = re.compile(
    r"(?:[、和及与][*＊×xX○□某]{1,6}){0,6}等(?:\d{1,3}|[*＊×]{1,3}|[一二三四五六七八九十]{1,3})?[个所家名位]?"
)
_LISTING = ("、", "等", "和", "及", "与")
_PART_OF_NUMBER = re.compile(r"\d|[.．]")


class Contexts:
    """The mask rules, compiled, for simplified text; matches are tried at the end of a mask."""

    def __init__(self, rules: MaskRules) -> None:
        date = _starting(rules.date_after, rules.not_date_after)
        unit = _starting(rules.units, rules.not_units + rules.name_after)
        unit = rf"{unit}|{_starting(rules.units_at_end)}(?![\u4e00-\u9fff])"
        place = _starting(rules.place_after, rules.not_place_after)
        name = any_of(rules.name_after)
        self.unit = re.compile(unit)
        self.place_or_name = re.compile(f"(?P<place>{place})|(?P<name>{name})")
        self.unit_or_place = re.compile(f"{unit}|{place}|{date}|{name}")
        dated = f"(?P<date>(?!年以上|年内)(?:{date}))"
        self._kinds = re.compile(f"{dated}|(?P<figure>{unit})|{self.place_or_name.pattern}")
        self._kinds_of_letters = re.compile(f"{dated}|{self.place_or_name.pattern}")
        self.quantity = re.compile(rf"(?:{any_of(rules.quantity_before)})[了到至为\s]?$")
        self.x_word = re.compile(any_of(rules.x_words))
        self.mou = re.compile(any_of(rules.hidden_by_mou))
        self.surname = re.compile(rf"(?:^|[^\u4e00-\u9fff]|[和与由为对将]|是)[{rules.surnames}]$")

    def behind_mou(self, text: str, start: int, end: int) -> bool:
        """Whether a single 某 hides something: 某区, 王某 but not 某种."""
        after = text[end : end + 4]
        return bool(self.mou.match(after)) or bool(
            self.surname.search(text[max(0, start - 2) : start]) and _ENDS.match(after)
        )

    def kind(self, text: str, start: int, end: int) -> str:
        """The kind of the mask text[start:end]."""
        listed = _LISTED.match(text, end) if text.startswith(_LISTING, end) else None
        if listed and (told := self.place_or_name.match(text, listed.end())):
            return told.lastgroup or ""
        after, before, mask = text[end : end + 16], text[max(0, start - 6) : start], text[start:end]
        other_end = _RANGE.match(after)
        after = after[other_end.end() :][:6] if other_end else after[:6]
        if _YEAR.fullmatch(mask) and _AFTER_YEAR.match(after):
            return "date"
        if told := (self._kinds_of_letters if _is_letter(before) else self._kinds).match(after):
            return told.lastgroup or ""
        ends = bool(_ENDS.match(after))
        if ends and self.surname.search(before):
            return "name"
        if before[-1:] in _OPENING_QUOTES and after[:1] in _CLOSING_QUOTES:
            return "word"
        if ends and self.quantity.search(before):
            return "figure"
        if _PART_OF_NUMBER.search(mask):
            return "figure"
        neighbours = before[-1:] + after[:1]
        return "word" if any("\u4e00" <= char <= "\u9fff" or char.isalpha() for char in neighbours) else "unknown"


@lru_cache(maxsize=4)
def contexts(rules: MaskRules) -> Contexts:
    """The mask rules, compiled once a build."""
    return Contexts(rules)


def _starting(wanted: tuple[str, ...], unless: tuple[str, ...] = ()) -> str:
    first = re.escape("".join(sorted({word[0] for word in wanted})))  # most of what follows is told by one character
    return rf"\s?(?=[{first}])" + (f"(?!{any_of(unless)})" if unless else "") + f"(?:{any_of(wanted)})"


def _is_letter(before: str) -> bool:
    return before[-1:].isascii() and before[-1:].isalpha()

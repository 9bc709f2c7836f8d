"""Matches the numeral inside a marker: 一、 （十二） 3. ⑤ Ⅳ 首先; a masked one has no number."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_CHINESE = re.compile("[一二三四五六七八九十]+")
_ARABIC = re.compile(r"\d+(?!.*\d)")

#: The number of a marker that does not show one.
UNKNOWN = 0


def chinese_number(numeral: str) -> int:
    """The value of a Chinese numeral up to 99; 0 if it is none."""
    tens, mark, ones = numeral.rpartition("十")
    if not mark:
        return _DIGITS.get(numeral, UNKNOWN) if len(numeral) == 1 else UNKNOWN
    if len(tens) > 1 or len(ones) > 1:
        return UNKNOWN
    return (_DIGITS.get(tens, UNKNOWN) if tens else 1) * 10 + _DIGITS.get(ones, 0)


def marker_number(marker: str, sequence: tuple[str, ...]) -> int:
    """The number a folded marker shows, its last component if it has several; `UNKNOWN` if it shows none."""
    for place, word in enumerate(sequence, 1):
        if marker.startswith(word):
            return place
    if found := _ARABIC.search(marker):
        return int(found[0])
    if found := _CHINESE.search(marker):
        return chinese_number(found[0])
    # Circled and bracketed signs (①, ⑵, ㈢, Ⅳ) carry their number in Unicode; so does 百, which no marker here holds.
    values = [unicodedata.numeric(char, None) for char in marker]
    number = sum(int(value) for value in values if value is not None)
    return number or UNKNOWN

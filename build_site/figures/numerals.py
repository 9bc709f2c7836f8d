"""Reading a numeral as written: 1,234.5, 二十三, 三千五, 二〇二二, 1.2万亿."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {char: value for value, chars in enumerate(("〇零", "一", "二两", *"三四五六七八九")) for char in chars}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_GAPS = re.compile(r"[,，\s]")
#: Characters a Chinese numeral may hold.
CHINESE_CHARS = "〇零一二三四五六七八九十百千万亿两"
#: Characters that multiply the number in front of them.
MULTIPLIER_CHARS = "十百千万亿"


def read_arabic(text: str) -> Decimal:
    """The value of digits with thousands separators, stray spaces and a decimal point."""
    return Decimal(_GAPS.sub("", text))


def multiplier(text: str) -> Decimal:
    """The product of ``text``'s multiplier characters: 万亿 is 10**12; "" is 1."""
    product = Decimal(1)
    for char in text:
        product *= _SMALL.get(char) or _LARGE[char]
    return product


def read_chinese(text: str) -> Decimal | None:
    """The value of a Chinese numeral, or None if it is not one (百千, 一二三四五 as a list of steps)."""
    whole, point, fraction = text.partition("点")
    value = _read_digits(whole) if len(whole) > 2 and all(char in _DIGITS for char in whole) else _read_places(whole)
    if value is None or (point and not all(char in _DIGITS for char in fraction)):
        return None
    if point:
        digits = "".join(str(_DIGITS[char]) for char in fraction)
        return Decimal(f"{value}.{digits}")
    return Decimal(value)


def _read_digits(text: str) -> int:
    return int("".join(str(_DIGITS[char]) for char in text))


def _read_places(text: str) -> int | None:
    """Positional reading with 十百千万亿; 三千五 is 3500 because the last place may lack its sign."""
    total, section, last = 0, 0, 1
    digit: int | None = None
    for char in text:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
            last = 1 if digit == 0 else last
        elif char in _SMALL:
            section += (digit or 1) * _SMALL[char]
            last, digit = _SMALL[char], None
        else:
            section += digit or 0
            total = _with_large(total, section, _LARGE[char])
            section, digit, last = 0, None, _LARGE[char]
    if digit:
        section += digit * (last // 10 if last >= 100 else 1)
    return total + section


def _with_large(total: int, section: int, large: int) -> int:
    """``total`` after 万 or 亿: 三万亿 multiplies what stands before, 一亿二千万 adds to it."""
    if total > large:
        return total + section * large
    return (total + section or 1) * large

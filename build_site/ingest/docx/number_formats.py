"""How Word writes a number: ``w:numFmt`` (ECMA-376 part 1, 17.18.59), as far as Chinese documents use it."""

from __future__ import annotations

import re
from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN_AMOUNTS = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN_LETTERS = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")


def write_number(count: int, style: str, pattern: str = "") -> str:
    """``count`` in the number format ``style``; decimal where the format is unknown or cannot write it.

    ``pattern`` is the sample of a custom format, such as ``001, 002, 003, ...``.
    """
    if style == "custom":
        sample = pattern.partition(",")[0].strip()
        return str(count).zfill(len(sample)) if sample.isdigit() else str(count)
    return _FORMATS.get(style, str)(count) if count > 0 or style == "decimal" else str(count)


def counting(count: int, digits: str = _DIGITS, units: str = "十百千", zero: str = "〇", bare_ten: bool = True) -> str:
    """Chinese counting below ten thousand: 十二, 二十, 一百〇五."""
    if not 0 < count < 10_000:
        return str(count)
    text = ""
    for place in (3, 2, 1, 0):
        digit = count // 10**place % 10
        text += digits[digit] + (units[place - 1] if place else "") if digit else zero
    text = re.sub(f"{zero}+", zero, text.strip(zero))
    return text[1:] if bare_ten and 10 <= count < 20 else text


def roman(count: int) -> str:
    """Lower-case Roman numerals."""
    text = ""
    if count > 5_000:
        return str(count)
    for amount, sign in zip(_ROMAN_AMOUNTS, _ROMAN_LETTERS, strict=True):
        text += sign * (count // amount)
        count %= amount
    return text


def letters(count: int) -> str:
    """a … z, aa, bb … as Word counts on."""
    return chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 50)


def digit_by_digit(count: int) -> str:
    """一〇, 一一 for 10, 11."""
    return "".join(_DIGITS[int(digit)] for digit in str(count))


def from_run(first: str, length: int) -> Callable[[int], str]:
    """Numbers that stand in a row in Unicode, ``first`` for 1; decimal behind the last."""
    return lambda count: chr(ord(first) + count - 1) if count <= length else str(count)


def circled(count: int) -> str:
    """① … ㊿."""
    for first, low, high in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if low <= count <= high:
            return chr(ord(first) + count - low)
    return str(count)


def full_width(count: int) -> str:
    """１２ for 12."""
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(count))


def _ordinal(count: int) -> str:
    ending = "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda count: "",
    "decimalZero": lambda count: f"{count:02}",
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(),
    "ordinal": _ordinal,
    "hex": lambda count: f"{count:X}",
    "numberInDash": lambda count: f"- {count} -",
    "decimalFullWidth": full_width,
    "decimalFullWidth2": full_width,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedFullstop": from_run("⒈", 20),
    "decimalEnclosedParen": from_run("⑴", 20),
    "ideographEnclosedCircle": from_run("㊀", 10),
    "ideographTraditional": lambda count: _STEMS[(count - 1) % 10],
    "ideographZodiac": lambda count: _BRANCHES[(count - 1) % 12],
    "ideographZodiacTraditional": lambda count: _STEMS[(count - 1) % 10] + _BRANCHES[(count - 1) % 12],
    "ideographDigital": digit_by_digit,
    "japaneseDigitalTenThousand": digit_by_digit,
    "taiwaneseDigital": digit_by_digit,
    "chineseCounting": counting,
    "chineseCountingThousand": counting,
    "taiwaneseCounting": counting,
    "taiwaneseCountingThousand": counting,
    "japaneseCounting": counting,
    "koreanDigital2": digit_by_digit,
    "chineseLegalSimplified": lambda count: counting(count, _LEGAL, "拾佰仟", "零", False),
    "ideographLegalTraditional": lambda count: counting(count, _LEGAL_TRADITIONAL, "拾佰仟", "零", False),
}

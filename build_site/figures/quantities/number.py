"""One number with all that belongs to it: 约 + 2.3 + 余 + 万 + 元 + 以上, or a range of two."""

from __future__ import annotations

import re
from decimal import Decimal

from ...rules.units import UnitName
from ...text import Span
from ..candidate import Quantity
from ..numerals import CHINESE_CHARS, multiplier, read_arabic, read_chinese
from .lexicon import Lexicon

_RANGE = re.compile(r"\s?[-－—–~～至到]{1,2}\s?")
_ONLY_MULTIPLIERS = re.compile(r"[百千万亿]+")
_PAIR = re.compile(r"(十?)([一二三四五六七八两])([二三四五六七八九])([十百千万亿]*)")
#: 240 余场: qualifiers behind a blank that begin no other word there.
_AFTER_BLANK = "余多餘"
#: Words that end like a qualifier: 附近, 节约.
_OTHER_WORDS = {"近": tuple("附最邻相临靠"), "约": tuple("节简预签违条制履邀续合")}
#: How the two ends of such a range are written: 1-*所.
_PARTLY_HIDDEN = {"arabic", "mask"}
#: Longer runs of digits and multipliers are no quantities.
_LARGEST = Decimal(10) ** 20
_ONE = Decimal(1)
#: No report counts counties or schools by the ten thousand: 50万县 is 城区人口超50万|县.
_MANY = 10_000
#: 40次/人, 2节/周
_EACH = re.compile(r"/(?:人|生|年|月|周|天|学期)(?![\u4e00-\u9fff]{3})")
_COMPOUND = re.compile(r"/[\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff]{3})(?:[·.]?年)?")


#: What follows the digits: multiplier, qualifier, unit, where the multiplier ends and where the unit does.
_Tail = tuple[Decimal, str, UnitName | None, int, int]


def read_number(text: str, match: re.Match[str], lexicon: Lexicon) -> Quantity | None:
    """The quantity whose digits are ``match``, unit "" if none follows; None if the digits are no numeral."""
    style = rule = match.lastgroup or ""
    scale, middle, unit, number_end, tail_end = tail = _read_tail(text, match.end(), lexicon)
    value, value_max = _values(match[0], style, scale)
    if value is None and style != "mask":
        return None
    upper = _upper(text, tail, lexicon, style) if value_max is None else None
    if upper is not None:
        value_max, (upper_scale, middle, upper_unit, number_end, tail_end) = upper
        if value is not None and scale == 1 and unit is None:
            value = plain(value * upper_scale)  # a multiplier written once counts for both ends (3-5万)
        unit, rule = upper_unit, f"{style}-range"
        if value is None or value_max is None:
            value, value_max, style = None, None, "mask"  # 1-*所
    start, before = _qualifier_before(text, match, lexicon)
    end, after = _qualifier_after(text, tail_end, lexicon)
    name, end = _compound(text, unit, tail_end, end)
    return Quantity(
        span=Span(start, end),
        number=Span(match.start(), number_end),
        value=value,
        value_max=value_max,
        unit=name,
        kind=unit.kind if unit else "",
        style=style,
        rule=rule,
        qualifier=before or middle or after,
        masked=style == "mask",
    )


def _read_tail(text: str, at: int, lexicon: Lexicon) -> _Tail:
    """Multiplier, qualifier and unit from ``at`` on; a single space may stand before the unit."""
    qualifier, scale_from = _middle(text, at, lexicon)
    spaced = scale_from + text.startswith(" ", scale_from)
    unit = lexicon.unit_at(text, spaced)
    number_end, scale = at, _ONE
    if unit is None or text[spaced] in "千百兆" and unit[0].kind == "count":
        end = lexicon.multiplier_end(text, spaced)
        if end > spaced:
            scale, number_end, spaced = multiplier(text[spaced:end]), end, end
            after_scale, spaced = _middle(text, end, lexicon)
            qualifier = after_scale or qualifier
            spaced += text.startswith(" ", spaced)
            unit = lexicon.unit_at(text, spaced)
            if unit and scale >= _MANY and unit[0].canonical in lexicon.noun_units and unit[0].kind == "count":
                unit = None
    if unit is None:
        bare = scale_from if qualifier and number_end == at else number_end
        return scale, qualifier, None, number_end, bare
    return scale, qualifier, unit[0], number_end, unit[1]


def _middle(text: str, at: int, lexicon: Lexicon) -> tuple[str, int]:
    """The qualifier between digits and unit, and where it ends; a blank before it counts only if a unit follows."""
    spaced = at + text.startswith(" ", at)
    word = text[spaced : spaced + 1]
    if word not in lexicon.middle:
        return "", at
    if spaced > at and (word not in _AFTER_BLANK or not _unit_near(text, spaced + 1, lexicon)):
        return "", at
    return word, spaced + 1


def _unit_near(text: str, at: int, lexicon: Lexicon) -> bool:
    at += text.startswith(" ", at)
    return text[at : at + 1] in ("万", "亿") or lexicon.unit_at(text, at) is not None


def _values(digits: str, style: str, scale: Decimal) -> tuple[Decimal | None, Decimal | None]:
    if style == "mask":
        return None, None
    if style == "arabic":
        return _scaled(read_arabic(digits), scale), None
    pair = _PAIR.fullmatch(digits)
    if pair and CHINESE_CHARS.index(pair[3]) == (2 if pair[2] == "两" else CHINESE_CHARS.index(pair[2])) + 1:
        low, high = (read_chinese(pair[1] + one + pair[4]) for one in (pair[2], pair[3]))
        return _scaled(low, scale), _scaled(high, scale)
    return _scaled(read_chinese(digits), scale), None


def _scaled(value: Decimal | None, scale: Decimal) -> Decimal | None:
    product = value * scale if value is not None else _LARGEST
    return plain(product) if product < _LARGEST else None


def plain(value: Decimal) -> Decimal:
    """``value`` without exponent and without trailing zeros behind the point."""
    whole = value.quantize(_ONE)
    return whole if whole == value else value.normalize()


def _upper(text: str, tail: _Tail, lexicon: Lexicon, style: str) -> tuple[Decimal | None, _Tail] | None:
    """The upper end of a range that begins with what ``tail`` closes."""
    _, _, unit, _, end = tail
    sign = _RANGE.match(text, end)
    match = lexicon.number.match(text, sign.end()) if sign else None
    if not match or match.lastgroup != style and {match.lastgroup, style} != _PARTLY_HIDDEN:
        return None
    upper = _read_tail(text, match.end(), lexicon)
    scale, _, upper_unit, _, _ = upper
    if upper_unit is None or (unit and unit != upper_unit):
        return None
    value, _ = _values(match[0], match.lastgroup or "", scale)
    return None if value is None and match.lastgroup != "mask" else (value, upper)


def _qualifier_before(text: str, match: re.Match[str], lexicon: Lexicon) -> tuple[int, str]:
    at = match.start()
    found = lexicon.before.search(text[max(0, at - 6) : at]) if text[at - 1 : at] in lexicon.before_ends else None
    if not found:
        return at, ""
    word = found[0].strip()
    round_number = bool(_ONLY_MULTIPLIERS.fullmatch(match[0])) or match[0] == "十"
    if word in ("上", "过", "数", "几") and not round_number:
        return at, ""
    said = lexicon.qualifiers.rename.get(word, word)
    start = at - len(found[0])
    if not said or text[max(0, start - 1) : start] in _OTHER_WORDS.get(word, ()):
        return at, ""
    return start, said


def _qualifier_after(text: str, at: int, lexicon: Lexicon) -> tuple[int, str]:
    if text[at : at + 1] not in lexicon.after_starts:
        return at, ""
    found = lexicon.after.match(text, at)
    return (found.end(), found[0]) if found else (at, "")


def _compound(text: str, unit: UnitName | None, at: int, end: int) -> tuple[str, int]:
    """The unit that ends at ``at`` with what it is counted per: 元/生·年; and where the whole quantity ends."""
    if unit is None:
        return "", end
    if not text.startswith("/", at):
        return unit.canonical, end
    more = (_COMPOUND if unit.kind == "money" else _EACH).match(text, at)
    return (unit.canonical + more[0], max(end, more.end())) if more else (unit.canonical, end)

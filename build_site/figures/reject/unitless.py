"""Numbers without a unit: years, codes, parts of names. 近14万中小学生 and 超10万 count all the same."""

from __future__ import annotations

import re

from ..candidate import Quantity
from ..context import Reading

_ROUND = re.compile(r"[百千万亿]+")
#: Measures that are numbers without a unit: 差异系数分别为0.31和0.28, 指数从6.32下降至6.08.
_BARE_MEASURE = re.compile(
    r"(?:系数|指数|得分|均分|评分|平均分|分值|生师比|师生比|班师比)[^，。；、\d]{0,8}(?:[\d*×xX○□_.]{1,8}[^，。；\d]{1,6})?$"
)
#: A mask alone may hide a word; right behind these it hides the measure.
_BARE_HIDDEN = re.compile(
    r"(?:系数|指数|得分|均分|评分|平均分|生师比|师生比|班师比)[^，。；、]{0,8}[为达是至到从由]\s?$"
)
#: 万名教师支教计划 and 万名干部进万企 are names.
_SCHEME = re.compile("[^，。；、]{0,14}(?:计划|工程|行动)|[^，。；、]{0,6}[进入走访联帮下][百千万]")
#: Round numbers of two characters and more count by themselves: 百万名劳动者.
_LARGE = re.compile("[百千]?[百千万][万亿]")


def is_unitless(quantity: Quantity, reading: Reading) -> bool:
    """Whether nothing shows that the number is a quantity."""
    if quantity.rank or quantity.kind == "ratio":
        return False
    text, number = reading.text, quantity.number
    digits = text[number.start : number.end]
    if quantity.style == "chinese" and _ROUND.fullmatch(digits):
        return not quantity.qualifier and not _is_round_count(quantity, reading)
    if quantity.unit:
        return quantity.style == "chinese" and quantity.unit in reading.rules.units.nouns
    if quantity.style == "chinese":
        return not (digits[-1] in "百千万亿" and quantity.qualifier)
    if digits[-1] in "百千万亿" or quantity.bare_unit:
        return False
    before = text[max(0, number.start - 24) : number.start]
    if quantity.style == "mask" and "." not in digits:
        return not _BARE_HIDDEN.search(before)
    return not _BARE_MEASURE.search(before)


def _is_round_count(quantity: Quantity, reading: Reading) -> bool:
    """百万名劳动者, 举办百场大会: a round number in a unit, large or right behind the verb."""
    if quantity.kind != "count" or quantity.unit in reading.rules.units.nouns:
        return False
    text, number = reading.text, quantity.number
    if _SCHEME.match(text, quantity.span.end):
        return False
    if _LARGE.fullmatch(text, number.start, number.end):
        return True
    before = text[max(0, number.start - 4) : number.start]
    words = reading.rules.indicators.names
    return before.endswith(words.long_verbs)

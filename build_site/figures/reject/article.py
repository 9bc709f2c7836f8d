"""一 that means “a”, “the whole” or nothing countable: 一批, 一次, 一个, unless it stands where only counts stand."""

from __future__ import annotations

import re

from ..candidate import Quantity
from ..context import Reading

_COUNTED_BEFORE = re.compile(r"(?:[\u4e00-\u9fff]{2}[奖项]|[奖名人所个项件]、)$")
#: 新建初中|一所
_BUILT_BEFORE = re.compile(r"(?:[小中大]学|初中|高中|学校|分校|校区|[儿分]园|[学合验舍公]楼|食堂|操场|动场)$")
#: 有中心幼儿园|一个
_OWNED_BEFORE = re.compile("[，。；]?[建设配现]?有[\u4e00-\u9fff]{1,6}(?:园|校|室|站|馆|场|楼|中心|基地|学|点)$")
_BUILT = ("所", "栋", "幢", "座", "处")


def is_article(quantity: Quantity, reading: Reading) -> bool:
    """Whether a 一 with a measure word is an article here."""
    text, number = reading.text, quantity.number
    if quantity.rank or text[number.start : number.end] != "一":
        return False
    follower = text[quantity.span.end : quantity.span.end + 1]
    at_end = not follower or follower in "，。；、）,;)"
    before = text[max(0, number.start - 4) : number.start]
    built = quantity.unit in _BUILT and _BUILT_BEFORE.search(before)
    owned = at_end and _OWNED_BEFORE.search(text, max(0, number.start - 12), number.start)
    return not (at_end and (built or owned or _COUNTED_BEFORE.search(before)))

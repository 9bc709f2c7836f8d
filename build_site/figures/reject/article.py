"""一 that means “a”, “the whole” or nothing countable: 一批, 一次, 一个, unless it stands where only counts stand."""

from __future__ import annotations

import re

from ..candidate import Quantity
from ..context import Reading

_COUNTED_BEFORE = re.compile(r"(?:[\u4e00-\u9fff]{2}[奖项]|[奖名人所个项件]、)$")


def is_article(quantity: Quantity, reading: Reading) -> bool:
    """Whether a 一 with a measure word is an article here."""
    text, number = reading.text, quantity.number
    if quantity.rank or quantity.style != "chinese" or text[number.start : number.end] != "一":
        return False
    follower = text[quantity.span.end : quantity.span.end + 1]
    at_end = not follower or follower in "，。；、）"
    return not (at_end and _COUNTED_BEFORE.search(text[max(0, number.start - 4) : number.start]))

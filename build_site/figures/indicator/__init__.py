"""Says what a number measures."""

from __future__ import annotations

import re

from ..candidate import Quantity
from ..context import Reading

_TRIM_END = re.compile(r"(?:达到|达|为|是|有|共计?|合计|累计|总计|共有|约|近|超过?|各|分别|已|突破|首次|高|至|到|降|的|较.{1,3}|同比|增长|提升|提高|下降|减少|了|[“”\s：:])+$")
_TRIM_START = re.compile(r"^(?:和|及|与|以及|并|其中|全区|全市|全省|共|累计|组织|开展|召开|举办|完成|建立|下达|[“”\s])+")
_STOP = re.compile(r"[，。；：！？、（）()\n\t,;]")
_PREDICATE = re.compile(r"获得|荣获|被|参加|签订|完成|通过|进行|对|均|已|获|入选|代表|到|为|成|在")


def name_of(quantity: Quantity, reading: Reading, clause_start: int, clause_end: int) -> tuple[str, str]:
    """The indicator and the rule that found it."""
    text = reading.clean.text
    left = _TRIM_START.sub("", _TRIM_END.sub("", text[clause_start : quantity.span.start]))
    right = _STOP.split(text[quantity.span.end : clause_end], maxsplit=1)[0]
    noun = _PREDICATE.split(right, maxsplit=1)[0].lstrip("的")
    if quantity.kind == "count" and len(noun) >= 2:
        return noun[:30], "right"
    if quantity.kind == "count" and right and len(left) < 2:
        return right[:30], "predicate"
    return (left[-16:] or right[:16] or "数量"), "left"

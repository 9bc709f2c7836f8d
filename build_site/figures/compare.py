"""The other side of a change: 较上年, 比去年同期, 高于全省平均水平."""

from __future__ import annotations

import re

from .context import Reading
from .indicator import Slot

_SIDE = re.compile(
    r"(?:较|(?<!占)(?<!师生)(?<!生师)比(?!例|率|重|赛)|与|(?<![合共等不相])同(?!步|时|一))(?P<a>[^，。；较比与的\d]{1,12}?)(?:相比|分别|，|净|增|减|提|降|上(?!半?年|学)|下(?!半?年|学)|高|低|多|少|压|扩|缩|翻|回|同比)"
    r"|(?P<b>同比|环比)"
    r"|(?:高于|低于|快于|慢于|好于|高出|优于)(?P<c>[^，。；\d]{1,12})"
)
_ASIDE = re.compile("（[^（）]*）")
#: Further in front of the number nothing is compared with it.
_REACH = 160
_IMPLIED = {"同比": "上年同期", "环比": "上期"}


def compare_of(slot: Slot, role: str, reading: Reading) -> str:
    """What the figure is compared with; "" unless it is a change."""
    if role != "change":
        return ""
    at = slot.quantity.span.start
    said = reading.plain[max(slot.sentence.start, slot.clause.start - 16, at - _REACH) : at]
    said = _ASIDE.sub("", said) if "（" in said else said
    found = ""
    for match in _SIDE.finditer(said):
        found = match["a"] or match["c"] or _IMPLIED[match["b"]]
    return found.removesuffix("同步").strip("约近超")

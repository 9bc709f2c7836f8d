"""The part a figure plays in its statement: level, from, change or rank."""

from __future__ import annotations

import re

from .candidate import Quantity
from .context import Reading

_CHANGE = re.compile(
    r"(?:增长|增加|提高|提升|上升|上涨|上浮|下降|下调|下滑|下跌|减少|降低|压减|压降|回落|回升|缩短|缩减|扩大|收窄|增幅|降幅|涨幅|翻|高于|低于|快于|多增|少增|高出|高|增|降|减)"
    r"(?:幅度)?(?:了|约|近|超过|超|达到?|为|逾|分别|将近|至少)*$"
)
_TO = re.compile(r"(?:至|到|为|成)(?:了|约|近|超过|超|目前的)*$")
_FROM = re.compile(r"(?:由|从)[^，。；]{0,16}$")
_COMPARED = re.compile(r"较|比(?!例|赛|重|率|武|拼|选|学)|同比|环比")


def role_of(quantity: Quantity, reading: Reading, clause_start: int, follower: Quantity | None) -> str:
    """The role of ``quantity``, whose clause begins at ``clause_start``."""
    if quantity.rank:
        return "rank"
    text = reading.text
    before = text[clause_start : quantity.span.start]
    if follower and _FROM.search(before[-20:]) and _leads_to(text[quantity.span.end : follower.span.start], quantity, follower):
        return "from"
    if quantity.kind == "multiple" and quantity.rule == "doubling":
        return "change"
    if _CHANGE.search(before) and not before.endswith(("新增", "增值")):
        after = text[quantity.span.end : quantity.span.end + 1]
        closed = not after or after in "，。；、）和及与以,;"
        if quantity.kind in ("percent", "point", "multiple", "score") or closed or _COMPARED.search(before):
            return "change"
    return "level"


def _leads_to(between: str, quantity: Quantity, follower: Quantity) -> bool:
    if quantity.unit and follower.unit and quantity.unit != follower.unit:
        return False
    return len(between) < 24 and bool(re.search(r"(?:至|到|为|成)[了约近超]*$", between))

"""The part a figure plays in its statement: level, from, change or rank."""

from __future__ import annotations

import re

from .candidate import Quantity
from .context import Reading
from .indicator import Slot

_VERB = (
    "增长|增加|提高|提升|上升|上涨|上浮|下降|下调|下滑|下跌|减少|降低|压减|压降|回落|回升|缩短|缩减|扩大|收窄|增幅|降幅|涨幅|翻"
    "|多增|少增|高出|净增|增|降|减|涨|跌|前移|后移|前进"
)
_AGAINST = r"(?<!不)(?:高于|低于|快于|慢于|好于|多于|少于|优于|领先)[^，。；\d]{0,12}"
#: 比上年多, 较公务员高.
_BESIDE = r"[较比][^，。；\d]{1,14}(?:高|低|多|少|快|慢|长|短)(?:出)?"
_CHANGE = re.compile(
    rf"(?:(?:{_VERB})(?:幅度)?|{_AGAINST}|{_BESIDE})(?:了|约|近|超过|超|达到?|为|逾|分别|将近|至少|\s)*$"
)
#: Nouns and action verbs that end like a verb of change.
_NO_CHANGE = ("新增", "增值", "减免", "增设", "加快增")
_COMPARED = re.compile(r"较(?![大多好快高强为])|比(?!例|赛|重|率|武|拼|选|学|较)|同比|环比|相比")
_FROM = re.compile(r"(?:由|从)[^，。；]{0,16}$")
_TO = re.compile(r"(?:至|到|为|成)(?:了|约|近|超|(?:[\d*×xX○□]{2,4}|今|当)年(?:底|末)?的?)*$")
_JOINER = re.compile(r"[\s、，,和及与]*")
#: 按3%、7%提标: the verb stands behind the rate at which something changes.
_AT_RATE = re.compile(r"(?:按照?|以|年均|每年)(?:约|近|平均|不低于)?$")
_VERB_BEHIND = re.compile(
    r"(?:[、和][^，。；、和%]{1,8}%){0,8}(?:左右|以上)?的?(?:比例|幅度|速度)?(?:稳步|平均|逐年|分别|整体)?"
    r"(?:提标|增长|增加|上调|上浮|提高|递增|递减|下降|下调)"
)
#: How far in front of a number its verb and its comparison may stand.
_REACH = 80
_CLOSED = "，。；、）和及与以左,;:\n\t"


def roles_of(slots: list[Slot], reading: Reading) -> list[str]:
    """The role of each quantity."""
    roles: list[str] = []
    for index, slot in enumerate(slots):
        following = slots[index + 1].quantity if index + 1 < len(slots) else None
        roles.append(_role(slot, following, reading))
        previous = slots[index - 1] if index else None
        if roles[-1] == "level" and previous and roles[-2] == "change" and _continues(previous, slot, reading):
            roles[-1] = "change"
    return roles


def _role(slot: Slot, following: Quantity | None, reading: Reading) -> str:
    quantity, text = slot.quantity, reading.text
    if quantity.rank:
        return "rank"
    before = text[max(slot.clause.start, quantity.span.start - _REACH) : quantity.span.start]
    if following and _FROM.search(before[-20:]) and _leads_to(quantity, following, text):
        return "from"
    if quantity.kind == "point" or quantity.rule == "doubling":
        return "change"
    if quantity.kind == "percent" and _AT_RATE.search(before[-8:]) and _VERB_BEHIND.match(text, quantity.span.end):
        return "change"
    if not _CHANGE.search(before[-24:]) or before.rstrip("了约近超 ").endswith(_NO_CHANGE):
        return "level"
    # 增加学位1530个, 增加1530个学位: an action on an object states how much there is of it.
    closed = text[quantity.span.end : quantity.span.end + 1] in _CLOSED
    measured = quantity.kind in ("percent", "multiple", "score")
    return "change" if measured or closed or _COMPARED.search(before) else "level"


def _leads_to(quantity: Quantity, following: Quantity, text: str) -> bool:
    if quantity.unit and following.unit and quantity.unit != following.unit:
        return False
    between = text[quantity.span.end : following.span.start]
    return len(between) < 24 and bool(_TO.search(between))


def _continues(previous: Slot, slot: Slot, reading: Reading) -> bool:
    """Whether the quantity is the next item of a list of changes: 分别增长4.8%、6.2%."""
    between = reading.text[previous.quantity.span.end : slot.quantity.span.start]
    return previous.quantity.unit == slot.quantity.unit and bool(_JOINER.fullmatch(between))

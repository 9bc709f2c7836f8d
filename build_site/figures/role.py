"""The part a figure plays in its statement: level, from, change or rank."""

from __future__ import annotations

import re

from ..rules.expressions import any_of
from .context import Reading
from .indicator import Slot

_VERB = (
    "增长|增加|提高|提升|上升|上涨|上浮|下降|下调|下滑|下跌|减少|降低|压减|压降|回落|回升|缩短|缩减|扩大|收窄|增幅|降幅|翻"
    "|增产|减产|增收|多增|少增|高出|净增|增|降|减|涨|跌|前移|后移|前进|进步|进位"
)
_AGAINST = (
    r"(?<!不)(?:高于|低于|快于|慢于|好于|多于|少于|优于|领先)[^，。；\d]{0,12}"
    r"|(?:高出|超出|低出)[^，。；\d]{0,4}(?:要求|标准|规定|目标)"
)
#: 比上年多, 较公务员高, 比去年多投入.
_BESIDE = r"[较比][^，。；\d]{1,14}(?:高|低|多|少|快|慢|长|短)(?:出|[^到至于了为在，。；\d]{1,2})?"
_CHANGE = any_of(
    (
        rf"(?:(?:{_VERB})(?:幅度)?|{_AGAINST}|{_BESIDE})(?:[（(][^（）()]{{1,8}}[）)])?(?:了|约|近|超过|超|达到?|为|逾|分别|累计|将近|至少|\s)*$",
        r"(?:同比|环比|上年)\s?[+＋\-－]$",
    )
)
#: Nouns and action verbs that end like a verb of change.
_NO_CHANGE = ("新增", "增值", "减免", "增设", "加快增", "另增", "改造提升")
_COMPARED = re.compile(r"较(?![大多好快高强为])|比(?!例|赛|重|率|武|拼|选|学|较)|同比|环比|相比")
_FROM = re.compile(r"(?:由|从)[^，。；]{0,16}$")
#: 较2022年的9.32亿元|增长5.8%
_EARLIER = re.compile(r"[较比](?:上年|去年|20\d\d年)(?:[^，。；\d]{0,6}的\s?)?$")
_CHANGED = re.compile(r"[，,\s]?(?:净)?(?:增长|增加|提高|提升|上升|下降|减少|降低)")
#: 较去年（|1200人）增加300人
_EARLIER_ASIDE = re.compile(r"[较比](?:上年|去年|前年|上一年|上年度|20\d\d年)(?:同期)?（$")
#: 由小学650元、初中850元提高到…: a list may stand in front of the verb.
_LIST = re.compile(r"[、和及][^，。；、\d]{0,8}")
_LONGEST_LIST = 6
_TO = re.compile(
    r"(?:至|到|为|成)(?:了|约|近|超|(?:[\d*×xX○□]{2,4}|今|当)年(?:底|末)?的?)*$"
    r"|(?:提高|增加|增长|提升|上升|下降|减少|降低|扩大|调整|压减)[至到为][\u4e00-\u9fff]{1,6}$"
)
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
        roles.append(_role(index, slots, roles, reading))
        previous = slots[index - 1] if index else None
        if roles[-1] == "level" and previous and roles[-2] == "change" and _continues(previous, slot, reading):
            roles[-1] = "change"
    return roles


def _role(index: int, slots: list[Slot], roles: list[str], reading: Reading) -> str:
    slot, text = slots[index], reading.text
    quantity = slot.quantity
    if quantity.rank:
        return "rank"
    before = text[max(slot.clause.start, quantity.span.start - _REACH) : quantity.span.start]
    if (
        before.endswith(("的", "的 ", "年"))
        and _EARLIER.search(before[-16:])
        and _CHANGED.match(text, quantity.span.end)
    ):
        return "from"
    opened = slot.clause.start
    if text.startswith("（", opened - 1) and _EARLIER_ASIDE.search(text, max(slot.sentence.start, opened - 12), opened):
        return "from"
    if _opens_change(index, slots, roles, text) and _leads_to(index, slots, text):
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


def _opens_change(index: int, slots: list[Slot], roles: list[str], text: str) -> bool:
    """Whether 由 or 从 stands in front of the number, or in front of the list that it goes on with."""
    start, end = slots[index].left
    if _FROM.search(text, max(start, end - 20), end):
        return True
    return bool(roles) and roles[-1] == "from" and bool(_LIST.fullmatch(text, start, end))


def _leads_to(index: int, slots: list[Slot], text: str) -> bool:
    """Whether 至 or 到 and a number of the same unit follow, perhaps behind more items of a list."""
    for here, following in zip(slots[index : index + _LONGEST_LIST], slots[index + 1 :], strict=False):
        if here.quantity.unit and following.quantity.unit and here.quantity.unit != following.quantity.unit:
            return False
        between = text[here.quantity.span.end : following.quantity.span.start]
        if len(between) < 24 and _TO.search(between):
            return True
        if not _LIST.fullmatch(between):
            return False
    return False


def _continues(previous: Slot, slot: Slot, reading: Reading) -> bool:
    """Whether the quantity is the next item of a list of changes: 分别增长4.8%、6.2%."""
    between = reading.text[previous.quantity.span.end : slot.quantity.span.start]
    return previous.quantity.unit == slot.quantity.unit and bool(_JOINER.fullmatch(between))

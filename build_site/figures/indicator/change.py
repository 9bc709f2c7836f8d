"""合格率较上年提升4.66%: the thing that changed, and how."""

from __future__ import annotations

import re

from .left import left_name
from .naming import Naming
from .tidy import finished

_VERB = re.compile(
    r"(净增|增产|减产|增收|增长|增加|提高|提升|上升|上涨|下降|下调|减少|降低|压减|压降|回落|缩短|收窄|扩大|前移|前进|[多少][\u4e00-\u9fff]?(?=[了约\s]*$)|[高低]出?(?=[了约\s]*$)|(?:高于|低于|快于|好于|高出|超过|超出)[^，\d]{1,8}?)"
    r"(?:幅度|了|约|近|超过?|达到?|为|分别|\s)*$"
)
#: 比去年多办312人: what the single character says.
_MORE = {"多": "增加", "少": "减少"}
_SHARES = ("占比", "比例", "比重")
#: 同比+1.3个百分点
_SIGN = re.compile(r"(?:同比|环比|上年)\s?([+＋\-－])$")
_COMPARISON = re.compile(r"(?:较|(?<!占)(?<!师生)(?<!生师)比(?!例|率|重)|同比|环比|与|相比).{0,10}$")


def change_name(index: int, naming: Naming) -> str:
    """What rose or fell, with the verb."""
    text = naming.left_text(index)
    verb = _VERB.search(text)
    subject = _COMPARISON.sub("", text[: verb.start()] if verb else text)
    name = left_name(subject, naming.tag, naming.words)
    if not name or naming.is_one_of(name, "dependent") and not name.endswith(("率", "度")):
        shares = name if name in _SHARES else ""  # 随迁子女480人，占比下降1.2个百分点
        after_change = index > 0 and (naming.roles[index - 1] == "change" or _after_share(index, naming))
        before = naming.base(index) if after_change else naming.previous(index)
        nearer = naming.clause_before(index) if naming.number_free_before(index) else ""
        name = nearer or before or naming.clause_before(index) or name
        if name and shares:
            name = name.removesuffix("占比") + shares
    naming.bases[index] = name
    if sign := _SIGN.search(text):
        return finished(name + ("增加" if sign[1] in "+＋" else "减少")) if name else ""
    said = _MORE.get(verb[1][0], "" if len(verb[1]) == 1 else verb[1]) if verb else ""
    return finished(name.removesuffix(said) + said) if name else ""


def _after_share(index: int, naming: Naming) -> bool:
    """支出18亿元，占总支出的21%，同比增长6.9%: what grew is the thing, not its share, unless in points."""
    shared = naming.left_text(index - 1).lstrip("，、 ").startswith("占")
    return shared and naming.slots[index].quantity.kind != "point"

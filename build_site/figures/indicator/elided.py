"""A verb alone in front of a count goes with the noun of an earlier count.

撤并教学点11个，恢复1个; 关停无证园5所，再整治3所.
"""

from __future__ import annotations

from .naming import Naming
from .tidy import finished

#: What is paid out.
_PAID = ("补助", "补贴", "学金", "经费", "资金", "基金", "款", "津贴", "待遇", "绩效", "工资")
#: What money does, said behind it.
_ARRIVED = ("到位", "到账")
#: Adverbs in front of verbs that say too little: 限期|整改3家.
_MANNERS = ("现场", "当场", "限期", "立即", "暂停", "按期", "逾期")
#: Units of deeds, which each verb counts for itself: 诫勉谈话3人次，约谈5人次.
_DEEDS = ("人次", "次")
#: So many quantities before may hold the noun.
_LOOK_BACK = 4


def completed(index: int, name: str, naming: Naming) -> str:
    """``name`` with the noun it lacks; "" if it is a verb that says nothing by itself."""
    kind = naming.slots[index].quantity.kind
    if kind == "money" and (name in _ARRIVED or naming.is_one_of(name, "kept_verbs")):
        return _with_money(index, name, naming)
    if kind != "count":
        return name
    noun = naming.right(index).noun
    if noun and not naming.is_one_of(noun, "light_verbs") or not _is_verb(name, naming):
        return name
    deeds = naming.slots[index].quantity.unit in _DEEDS
    noun = "" if deeds else noun_before(index, naming)
    if noun and not noun.endswith(name):
        naming.bases[index] = noun
        return finished(name + noun)
    people = naming.slots[index].quantity.unit in ("人", "人次", "名", "位")  # 处理25人 says what was done to whom
    return "" if naming.is_one_of(name, "light_verbs") and not people else name


def _is_verb(name: str, naming: Naming) -> bool:
    if naming.is_one_of(name, "light_verbs", "kept_verbs", "predicates"):
        return not naming.is_one_of(name, "dependent")
    if len(name) == 2:
        tokens = naming.tag(name)
        return len(tokens) == 1 and tokens[0][1] in ("v", "vi", "vn", "a")
    tokens = naming.tag(name) if name.startswith(_MANNERS) else ()
    return len(tokens) == 2 and tokens[1][1][0] == "v"


def _with_money(index: int, verb: str, naming: Naming) -> str:
    """落实生活补助，每人每月400元，全年发放466万元: what was paid out."""
    money = naming.base(index) or naming.clause_before(index)
    if not money.endswith(_PAID) and not naming.base(index):
        money = _paid(money)
    if verb in _ARRIVED and money.endswith(_PAID):
        return finished(money + verb)  # 捐赠教育基金，已到位1520万元
    return finished(verb + money) if money.endswith(_PAID) and not money.startswith(verb) else verb


def _paid(said: str) -> str:
    """What is paid out in ``said``: 教师生活补助|发放范围扩大."""
    ends = [said.rindex(word) + len(word) for word in _PAID if word in said]
    return said[: max(ends)] if ends else said


def noun_before(index: int, naming: Naming) -> str:
    """The noun of the nearest earlier count in the same unit of the sentence."""
    slot = naming.slots[index]
    for before in range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1):
        other = naming.slots[before]
        if other.sentence != slot.sentence:
            return ""
        if other.quantity.unit == slot.quantity.unit:
            return naming.right(before).noun or without_verb(naming.bases[before], naming)
    return ""


def without_verb(name: str, naming: Naming) -> str:
    """``name`` without the verb that says where the count comes from: 新增|学位."""
    verb = naming.words.kept_verb(name)
    return without_verb(name[len(verb) :], naming) if verb and len(name) > len(verb) + 1 else name

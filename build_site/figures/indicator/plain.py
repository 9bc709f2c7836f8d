"""The noun phrase on the left: 毛入园率达到92%, 发放助学金114万元; one that cannot stand alone is completed."""

from __future__ import annotations

from .naming import Naming
from .tidy import finished
from .topic import event_before

_MONEY = ("投入", "资金", "投入资金")
#: How much of an earlier name a completed one takes on.
_BORROWED = 14
#: A part introduced by 其中 is completed if its own name is no longer than this.
_SHORT = 5


def plain_name(index: int, naming: Naming) -> str:
    """The phrase left of the number, completed if need be."""
    name = naming.left(index)
    if not name or not _depends(index, name, naming):
        return name
    base = _base(index, name, naming)
    if not base or base.endswith(name):
        return base or name
    if base[-2:] == name[-2:]:
        return name  # 特岗教师 among 招聘教师 says it all
    naming.bases[index] = base
    share = "比例" if name.startswith("占") and not name.endswith(("比", "比例", "比重")) else ""
    return finished(base[-_BORROWED:] + name + share)


def _depends(index: int, name: str, naming: Naming) -> bool:
    if naming.is_one_of(name, "dependent") or name.startswith("占"):
        return True
    slot = naming.slots[index]
    in_brackets = naming.text(slot.clause.start - 1, slot.clause.start) == "（"
    if naming.left_text(index).lstrip("，、 ").startswith("其中"):
        return len(name) <= _SHORT and not name.startswith(naming.words.kept_verbs)
    return in_brackets and len(name) < 4


def _base(index: int, name: str, naming: Naming) -> str:
    if name.endswith(("奖", "牌")):
        return event_before(index, naming) or naming.section_topic(index)
    if name in _MONEY:
        return _purpose(index, naming)
    if name.endswith("率"):
        return event_before(index, naming, near=True) or _stem(naming.base(index)) or naming.clause_before(index)
    base = naming.base(index) or naming.clause_before(index)
    return "" if naming.is_one_of(base, "dependent") else base


def _purpose(index: int, naming: Naming) -> str:
    """What money is for: what follows it, what the money before was for, what the section is about."""
    right, before = naming.right(index), naming.base(index)
    if any(word in before for word in ("资金", "经费")):
        return before
    return right.noun or right.predicate or naming.section_topic(index) or before or naming.clause_after(index)


def _stem(name: str) -> str:
    """The part of 学生体质健康合格率 that its neighbour 优良率 shares."""
    return name[:-3] if name.endswith("率") and len(name) > 5 else name

"""The noun phrase on the left: 毛入园率达到92%, 发放助学金114万元; one that cannot stand alone is completed."""

from __future__ import annotations

from .left import left_name
from .naming import Naming
from .slots import BREAK
from .tidy import finished
from .topic import event_before

_MONEY = ("投入", "投资", "资金", "投入资金")
#: A rate belongs to what a list of at most so many parts divides.
_LONGEST_LIST = 8
#: Kinds of schools, which say enough where schools are counted.
_STAGES = ("小学", "初中", "高中", "中学")
#: How much of an earlier name a completed one takes on.
_BORROWED = 14
#: A part introduced by 其中 is completed if its own name is no longer than this.
_SHORT = 5


def plain_name(index: int, naming: Naming) -> str:
    """The phrase left of the number, completed if need be."""
    name = naming.left(index)
    if not name or not _depends(index, name, naming):
        return name
    if name.startswith("占"):
        return _part_of_whole(index, name, naming)
    base = _base(index, name, naming)
    if not base or base.endswith(name):
        return base or name
    if base[-2:] == name[-2:]:
        return name  # 特岗教师 among 招聘教师 says it all
    naming.bases[index] = base
    if name in _STAGES and base.endswith(_STAGES):
        return base[:-2] + name  # 寄宿生小学1000元、初中1250元
    return finished(_last_words(base, naming) + name)


def _whole(index: int, naming: Naming) -> str:
    """摸排儿童132名，随班就读50名、送教上门30名，入学率100%: what a list of parts in front of a rate divides."""
    at = index - 1
    while at > max(0, index - _LONGEST_LIST) and naming.left_text(at).startswith("、"):
        at -= 1
    same = 0 < at < index - 1 and naming.slots[at - 1].sentence == naming.slots[index].sentence
    return _stem(naming.names[at - 1]) if same and naming.slots[at - 1].quantity.kind == "count" else ""


def _part_of_whole(index: int, name: str, naming: Naming) -> str:
    """财政拨款9.8亿元，占总投入的87%: the share that the thing just counted makes up."""
    changed = index > 0 and naming.roles[index - 1] == "change"
    part = (naming.base(index) if changed else naming.previous(index)) or naming.clause_before(index)
    if name == "占":
        return finished(part + "占比")
    naming.bases[index] = part
    share = "" if name.endswith(("比", "比例", "比重")) else "比例"
    return finished(_last_words(part, naming) + name + share)


def _last_words(name: str, naming: Naming) -> str:
    """The end of ``name``, not longer than what a name borrows, cut between words."""
    length = len(name)
    for word, _ in naming.tag(name):
        if length <= _BORROWED:
            break
        length -= len(word)
    return name[-length:] if length else name[-_BORROWED:]


def _depends(index: int, name: str, naming: Naming) -> bool:
    slot = naming.slots[index]
    if name in _STAGES and slot.quantity.unit == "所":
        return False
    if naming.is_one_of(name, "dependent") or name.startswith("占"):
        return True
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
        event = event_before(index, naming, near=True)
        return event or _whole(index, naming) or _stem(naming.base(index)) or naming.clause_before(index)
    base = _bracket_owner(index, naming) or naming.base(index) or naming.clause_before(index)
    return "" if naming.is_one_of(base, "dependent") else base


def _bracket_owner(index: int, naming: Naming) -> str:
    """“最美教师”（中学1名、小学2名）: the noun that the bracket explains; "" if that is the number before."""
    slot = naming.slots[index]
    if naming.text(slot.clause.start - 1, slot.clause.start) != "（":
        return ""
    start = naming.slots[index - 1].quantity.span.end if index else 0
    if start == slot.clause.start - 1:
        return naming.previous(index)  # 幼儿园99所（公办41所
    owner = BREAK.split(naming.text(max(start, slot.sentence.start), max(start, slot.clause.start - 1)))[-1]
    return left_name(owner, naming.tag, naming.words)


def _purpose(index: int, naming: Naming) -> str:
    """What money is for: what follows it, what the money before was for, what the section is about."""
    right, before = naming.right(index), naming.base(index)
    if any(word in before for word in ("资金", "经费")):
        return before
    apart = naming.text(*naming.slots[index].right).startswith(("、", "，"))
    if before and not naming.slots[index].first:
        return before  # 12个重点项目完成投资
    about = "" if apart else right.noun or right.predicate
    about = about or naming.section_topic(index) or naming.done_next(index)
    rate = index > 0 and naming.slots[index - 1].quantity.kind == "percent"
    return about or ("" if rate else before) or naming.clause_after(index) or before


def _stem(name: str) -> str:
    """The part of 学生体质健康合格率 that its neighbour 优良率 shares."""
    return name[:-3] if name.endswith("率") and len(name) > 5 else name

"""Counts with their noun on the right: 990个学位, 55所中小学完成…改革, 445人获得市级奖励."""

from __future__ import annotations

import re

from .carry import leading_verbs
from .elided import noun_before
from .heads import modified_noun, with_shared_head
from .naming import Naming
from .plain import plain_name
from .right import Right
from .tidy import finished
from .topic import event_before

_PEOPLE = {"人": "人数", "名": "人数", "位": "人数", "人次": "人次", "余人": "人数"}
#: 3所小学、…; 3所小学和第四中学等6所中学
_LIST_GOES_ON = re.compile(r"(?:[、和及与]|[、和及与][^，。；]{2,12}等)\s*$")
_MEMBERS = ("学生", "在校生", "教师", "教职工", "幼儿", "学员")
#: A predicate is looked for at the end of lists of so many numbers.
_LONGEST_LIST = 8
#: 改扩建青溪幼儿园和白塔幼儿园|两所: names that the number sums up.
_NAMES = re.compile(
    "[\u4e00-\u9fff](?:学|园|校|中)[、和及与][\u4e00-\u9fff]{1,12}(?:小学|中学|[一二三四五六]中|园|学校)$"
)
_PROJECTS = ("项目", "工程")
#: 4所学校被评为示范校: the predicate names what was counted once more.
_SAME = {"学校": "校", "教师": "师", "老师": "师", "学生": "生", "单位": "单位"}
_UNDER_WAY = ("正在", "继续")
#: A longer predicate needs no noun.
_TELLING = 7
#: A clause longer than this in front of a count is no name.
_COMFORTABLE = 12
_ASIDE = "约近超过首批余了新 "


def counted_name(index: int, naming: Naming) -> str:
    """The noun phrase behind a count, completed by what it did if it is a general one."""
    quantity = naming.slots[index].quantity
    if quantity.unit in naming.words.medals:
        return ""
    right = naming.right(index)
    if quantity.kind == "span":
        left = naming.left(index) if right.noun else ""
        return finished(left + right.noun) if right.noun and len(left) < 4 else ""
    modifies = naming.qualifies(index) and len(naming.left(index)) > 1  # 可提供学位180个的|新校区
    if right.noun and not modifies:
        return _from_noun(index, right, naming)
    persons = quantity.unit in _PEOPLE and right.predicate
    examples = persons and naming.left_text(index).rstrip().endswith("等")  # 陈某等6人被录取
    left = "" if examples else naming.left(index)
    if left and not naming.is_one_of(left, "generic", "dependent"):
        return plain_name(index, naming)
    if right.predicate and not left:
        who = _who(index, right, naming)
        if right.predicate.startswith(_UNDER_WAY) and len(right.predicate) > _TELLING:
            who = ""  # 余下2所正在办理移交手续
        if who not in _PEOPLE.values():
            naming.bases[index] = who or right.predicate
        return finished(right.predicate + who)
    return ""


def _from_noun(index: int, right: Right, naming: Naming) -> str:
    noun = _without_members(index, modified_noun(index, naming) or with_shared_head(index, naming), naming)
    left_text = naming.left_text(index).rstrip(_ASIDE)
    done = left_text[:-1].lstrip() if left_text.endswith("的") else ""
    if done and leading_verbs(done, naming) == done:
        return finished(done + noun)  # 新建、改扩建的30所幼儿园增加学位4505个
    if naming.is_one_of(noun, "generic"):
        if right.predicate.startswith("中有"):  # 12个项目中有3个位居前列: what the 3 did
            return finished((_owner(index, naming) or event_before(index, naming)) + noun)
        following = _next_noun(index, naming)
        listed = following and right.predicate.startswith(following)
        if right.predicate not in ("", "中") and not listed and not naming.is_one_of(right.predicate, "generic"):
            said = noun in right.predicate or right.predicate.endswith(_SAME.get(noun, "\n"))
            return finished(right.predicate if said else right.predicate + noun)
        shared = _shared_predicate(index, naming)
        return finished((shared or _owner(index, naming) or _first_verb(index, naming)) + noun)
    if right.starts_generic and right.predicate and left_text.endswith(("对", "为", "给", "向")):
        return finished(right.predicate + noun)
    if right.starts_generic and len(_owner(index, naming)) <= 6:
        return finished(_owner(index, naming) + noun)
    if left_text.endswith(naming.words.kept_verbs):
        for verb in naming.words.kept_verbs:
            if left_text.endswith(verb) and not noun.startswith(verb):
                return finished(verb + noun)
    return noun


def _next_noun(index: int, naming: Naming) -> str:
    """What the next number counts, if it follows at once: 18个乡镇|126个行政村|960个村小组; else ""."""
    if index + 1 >= len(naming.slots) or naming.slots[index + 1].clause != naming.slots[index].clause:
        return ""
    if naming.left_text(index + 1).strip() != naming.right(index).noun:
        return ""
    noun = naming.right(index + 1).noun
    acts = any(kind[0] == "v" for _, kind in naming.tag(noun))
    return "" if acts else noun


def _shared_predicate(index: int, naming: Naming) -> str:
    """3个集体、12名个人受到表彰: what the last item of the list says of them all."""
    if not _LIST_GOES_ON.search(naming.text(*naming.slots[index].right)):
        return ""
    for later in range(index + 1, min(len(naming.slots), index + _LONGEST_LIST)):
        same_clause = naming.slots[later].clause == naming.slots[index].clause
        if not same_clause or naming.left(later) != naming.right(later - 1).noun:
            return ""
        if naming.right(later).predicate:
            return naming.right(later).predicate
    return ""


def _without_members(index: int, noun: str, naming: Naming) -> str:
    """3所农村初中学生不足200人: the learners are what the next number counts."""
    if index + 1 >= len(naming.slots) or naming.slots[index].quantity.unit not in ("所", "家", "个"):
        return noun
    following = naming.slots[index + 1]
    counts = following.clause == naming.slots[index].clause and following.quantity.unit in _PEOPLE
    member = next((each for each in _MEMBERS if noun.endswith(each)), "") if counts else ""
    return noun[: -len(member)] if member and len(noun) > len(member) + 1 else noun


def _first_verb(index: int, naming: Naming) -> str:
    """The verb in front of a list of examples: 新建东湖小学等4个项目."""
    left = naming.left_text(index)
    if not (left.rstrip().endswith("等") or _NAMES.search(left)):
        return ""
    return naming.words.kept_verb(left.lstrip())


def _owner(index: int, naming: Naming) -> str:
    """What stands left of the number, unless it is a list of names (…等16所) or the item before (6所园、3所小学)."""
    left = naming.left_text(index)
    names = _NAMES.search(left)
    if names:
        kind = "幼儿园" if names[0].endswith("园") else names[0][-2:]
        return kind if naming.right(index).noun.endswith(_PROJECTS) else ""
    if left.rstrip().endswith(("等", "、", "和", "及", "与", "辖")):
        return ""
    verb = naming.words.kept_verb(left.lstrip()) if left.endswith("的") and len(left) > _COMFORTABLE else ""
    if verb:
        return verb  # 表彰为全县教育作出贡献的15个|单位
    listed = not naming.slots[index].first and left.strip() == naming.right(index - 1).noun  # 9个镇|2个街道
    return "" if listed else naming.left(index)


def _who(index: int, right: Right, naming: Naming) -> str:
    unit = naming.slots[index].quantity.unit
    if unit in _PEOPLE:
        return "" if right.predicate.endswith(("称号", "资格", "荣誉", "）", "人选", "对象", "人")) else _PEOPLE[unit]
    before = noun_before(index, naming) or naming.base(index)
    return before if 0 < len(before) <= 8 else ""

"""The noun phrase on the left: 毛入园率达到92%, 发放助学金114万元; one that cannot stand alone is completed."""

from __future__ import annotations

import re

from .attribute import attributed
from .base import BORROWED, MONEY, RAISED, STAGES, base_of
from .elided import without_verb
from .naming import Naming
from .tidy import finished

#: Endings of nouns of one kind, of which one may be counted among the other.
_KINDS = (
    ("学校", "园", "普高", "职高", "职中", "中专", "完中", "村小", "教学点", "小学", "初中", "高中", "中学", "院校"),
    ("教师", "职工", "员工", "师范生", "校长", "园长", "班主任"),
    ("学生", "幼儿", "儿童"),
)
#: 办结率
_BARE_RATE = 3
#: A group that is no name without those who are in it: 35岁以下, 600分以上.
_GROUP = re.compile(r"[\d*×xX○□]+(?:周?岁|分)及?以[上下]")
_SHARES = ("比", "比例", "比重", "率", "份额")
#: 占总投入的87%, but not 占地12亩
_SHARE = re.compile("占(?!地)")
#: 完成年度目标任务的|99%: how much of a task is done; of works by their volume nothing else needs be said.
_OF_TASK = re.compile(r"^[，、已共累计目前 ]*完成([^，。；、\d]{0,10}(?:任务|计划|目标|指标|预算))数?的$")
_OF_WORKS = re.compile(r"完成([^，。；、\d]{0,4}(?:工程量|工作量|进度))的$|完成(总?投资)$")
#: 前100名|中我市占5席
_OURS = re.compile("中?(?:我[省市区县校])?占$")
#: What is done has no parts: a name longer than that of a stage says all beside it.
_TASKS, _STAGE = ("任务", "工作"), 3
_TOTALS = ("总数", "总量")
#: A part introduced by 其中 is completed if its own name is no longer than this.
_SHORT = 5


def plain_name(index: int, naming: Naming) -> str:
    """The phrase left of the number, completed if need be."""
    if of_task := _of_task(index, naming):
        return of_task
    name = naming.left(index)
    if name.startswith("覆盖") and naming.slots[index].quantity.kind == "percent" and not name.endswith(("率", "面")):
        return name + "比例"
    if naming.slots[index].quantity.kind == "percent" and name.find("占", 1, -1) > 0 and not name.endswith(_SHARES):
        return name + "比例"  # 骨干教师占专任教师的18%
    if name.endswith("占") and len(name) > 1 and naming.slots[index].quantity.kind in ("percent", "ratio"):
        return name + "比"
    if name.endswith("占") and len(name) > 1:
        name = _OURS.sub("", name)
    if not name or not _depends(index, name, naming):
        raised = naming.slots[index].quantity.kind == "money" and name.endswith(RAISED)
        return name + "资金" if raised else name
    if _SHARE.match(name):
        return _part_of_whole(index, name, naming)
    return _completed(index, name, naming)


def _of_task(index: int, naming: Naming) -> str:
    """完成投资1.2亿元，完成年度任务的80%: what was done, and the whole that it is a share of."""
    if naming.slots[index].quantity.kind != "percent":
        return ""
    left = naming.left_text(index).rstrip("了约近超过 ")
    if works := _OF_WORKS.search(left):
        return finished(f"完成{works[1] or works[2]}比例")
    if not (task := _OF_TASK.match(left)):
        return ""
    done = _last_words(naming.whole_before(index), naming).removesuffix("完成")
    return finished(f"{done}完成{task[1]}比例")


def _completed(index: int, name: str, naming: Naming) -> str:
    """``name`` with what it borrows."""
    base = base_of(index, name, naming)
    if not base and _GROUP.fullmatch(name):
        return name + "人数"
    if not base and naming.left_text(index).rstrip("了约近超 ").endswith("完成" + name):
        return "完成" + name
    part = naming.left_text(index).lstrip("，、 ").startswith("其中")
    if not base or base.endswith(name) and not part:
        return base or name
    if base.endswith(_TASKS) and len(name) > _STAGE:
        return name  # 完成站点建设任务（其中计算机教室21个
    if _of_one_kind(base, name):
        naming.bases[index] = base
        verb = naming.words.kept_verb(base)
        return finished(verb + name)  # 特岗教师 among 招聘教师 needs no more than the verb
    naming.bases[index] = base
    if _GROUP.fullmatch(name):
        scored = name.endswith(("分以上", "分以下"))
        return finished(base + name + "人数" if scored else name + _last_words(base, naming))
    levels = naming.words.attributes[0]
    if name not in levels and name.startswith(tuple(levels)):  # 省级优质课一等奖、市级一等奖
        base = base.removeprefix(next((level for level in levels if base.startswith(level)), ""))
    if name in _TOTALS:
        return finished(without_verb(base, naming) + name)  # 新增教育集团2个，总数达到11个
    owner = base if name in MONEY else _last_words(base, naming)
    return attributed(owner, "资金" if name in RAISED else name, naming.words)


def _of_one_kind(base: str, name: str) -> bool:
    """Whether both name schools, or staff, or learners, or end alike."""
    if base[-1] == name[-1] == "生" and len(name) > 2:
        return True  # 应届生 among 学生
    return base[-2:] == name[-2:] or any(base.endswith(kind) and name.endswith(kind) for kind in _KINDS)


def _part_of_whole(index: int, name: str, naming: Naming) -> str:
    """财政拨款9.8亿元，占总投入的87%: the share that the thing just counted makes up."""
    changed = index > 0 and naming.roles[index - 1] == "change"
    inner = naming.clause_before(index) if naming.number_free_before(index) and _among_clause(index, naming) else ""
    part = inner or (naming.base(index) if changed else naming.previous(index)) or naming.clause_before(index)
    if name == "占":
        return finished(part + "占比")
    naming.bases[index] = part
    share = "" if name.endswith(("比", "比例", "比重")) else "比例"
    return finished(_last_words(part, naming) + name + share)


def _among_clause(index: int, naming: Naming) -> bool:
    """缺编教师213名，其中英语教师缺口最大，占七成: whether the clause before picks out a part."""
    start = naming.slots[index].clause.start
    said = naming.text(max(naming.slots[index].sentence.start, start - 40), start - 1).rpartition("，")[2]
    return said.startswith("其中") and "、" not in said


def _last_words(name: str, naming: Naming) -> str:
    """The end of ``name``, not longer than what a name borrows, cut between words."""
    length = len(name)
    for word, _ in naming.tag(name) if length > BORROWED else ():
        if length <= BORROWED:
            break
        length -= len(word)
    return (name[-length:] if length else name[-BORROWED:]).lstrip("、和及与等的")


def _depends(index: int, name: str, naming: Naming) -> bool:
    slot = naming.slots[index]
    if naming.left_text(index).startswith(("不含", "不包括", "不计")):
        return False  # 学校146所（不含教学点23个）
    if name in STAGES and slot.quantity.unit == "所":
        return False
    if naming.is_one_of(name, "dependent") or name in MONEY or _is_bare_rate(index, name, naming):
        return True
    if _SHARE.match(name) or _GROUP.fullmatch(name) or name.endswith("级奖") and len(name) < _SHORT:
        return True
    in_brackets = naming.text(slot.clause.start - 1, slot.clause.start) == "（"
    if naming.left_text(index).lstrip("，、 ").startswith("其中"):
        done = naming.is_one_of(name, "predicates")  # 新建学校14所，其中竣工6所
        return len(name) <= _SHORT and not done and not name.startswith(naming.words.kept_verbs)
    return in_brackets and len(name) < 4


def _is_bare_rate(index: int, name: str, naming: Naming) -> bool:
    """整改率, 办结率、满意率: a rate of something said before, unlike 入园率 and the like, which say all."""
    first = name.partition("、")[0]
    if len(first) != _BARE_RATE or not first.endswith("率"):
        return False
    return first not in naming.words.sets["whole_rates"] or naming.base(index).endswith(first[:-1])

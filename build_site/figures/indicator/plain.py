"""The noun phrase on the left: 毛入园率达到92%, 发放助学金114万元; one that cannot stand alone is completed."""

from __future__ import annotations

import re

from .attribute import attributed
from .elided import without_verb
from .left import left_name
from .naming import Naming
from .slots import BREAK
from .tidy import finished
from .topic import event_before

#: Verbs that raise money, whose object is left out.
_RAISED = ("拿出", "筹措", "筹集", "安排", "首期安排")
_MONEY = ("投入", "投资", "资金", "投入资金", "筹资", *_RAISED)
#: A rate belongs to what a list of at most so many parts divides.
_LONGEST_LIST = 8
#: Kinds of schools, which say enough where schools are counted.
_STAGES = ("小学", "初中", "高中", "中学")
#: Endings of nouns of one kind, of which one may be counted among the other.
_KINDS = (("学校", "园", "小学", "初中", "高中", "中学", "院校"), ("教师", "职工", "员工"), ("学生", "幼儿", "儿童"))
#: 办结率
_BARE_RATE = 3
#: A group that is no name without those who are in it: 35岁以下, 600分以上.
_GROUP = re.compile(r"[\d*×xX○□]+(?:周?岁|分)及?以[上下]")
_PRIZE = re.compile("(.{2,})?(?:[特一二三]等|[金银铜]|优[秀胜])奖")
#: 前100名|中我市占5席
_OURS = re.compile("中?(?:我[省市区县校])?占$")
#: What wins prizes.
_ENTRIES = ("奖", "成果", "作品", "论文", "课例", "案例", "课题", "节目", "项目", "征文")
#: How much of an earlier name a completed one takes on.
_BORROWED = 14
#: A part introduced by 其中 is completed if its own name is no longer than this.
_SHORT = 5


def plain_name(index: int, naming: Naming) -> str:
    """The phrase left of the number, completed if need be."""
    name = naming.left(index)
    if name.endswith("占") and len(name) > 1 and naming.slots[index].quantity.kind in ("percent", "ratio"):
        return name + "比"
    if name.endswith("占") and len(name) > 1:
        name = _OURS.sub("", name)
    if not name or not _depends(index, name, naming):
        return name
    if name.startswith("占"):
        return _part_of_whole(index, name, naming)
    base = _base(index, name, naming)
    if not base and _GROUP.fullmatch(name):
        return name + "人数"
    if not base and naming.left_text(index).rstrip("了约近超 ").endswith("完成" + name):
        return "完成" + name
    part = naming.left_text(index).lstrip("，、 ").startswith("其中")
    if not base or base.endswith(name) and not part:
        return base or name
    if _of_one_kind(base, name):
        verb = max((verb for verb in naming.words.kept_verbs if base.startswith(verb)), key=len, default="")
        return finished(verb + name)  # 特岗教师 among 招聘教师 needs no more than the verb
    naming.bases[index] = base
    if _GROUP.fullmatch(name):
        scored = name.endswith(("分以上", "分以下"))
        return finished(base + name + "人数" if scored else name + _last_words(base, naming))
    owner = base if name in _MONEY else _last_words(base, naming)
    return attributed(owner, "资金" if name in _RAISED else name, naming.words)


def _each(index: int, naming: Naming) -> str:
    """建议26件、提案31件，办结率均为100%: all that the rate is the rate of."""
    if "均" not in naming.left_text(index) or index < 2 or not naming.left_text(index - 1).startswith("、"):
        return ""
    first, second = naming.names[index - 2 : index]
    return f"{first}、{second}" if not first.endswith("率") and len(first + second) <= _BORROWED else ""


def _of_one_kind(base: str, name: str) -> bool:
    """Whether both name schools, or staff, or learners, or end alike."""
    return base[-2:] == name[-2:] or any(base.endswith(kind) and name.endswith(kind) for kind in _KINDS)


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
    for word, _ in naming.tag(name):
        if length <= _BORROWED:
            break
        length -= len(word)
    return (name[-length:] if length else name[-_BORROWED:]).lstrip("、和及与等的")


def _depends(index: int, name: str, naming: Naming) -> bool:
    slot = naming.slots[index]
    if naming.left_text(index).startswith(("不含", "不包括", "不计")):
        return False  # 学校146所（不含教学点23个）
    if name in _STAGES and slot.quantity.unit == "所":
        return False
    if (
        naming.is_one_of(name, "dependent")
        or name.startswith("占")
        or name in _MONEY
        or _is_bare_rate(index, name, naming)
    ):
        return True
    if _GROUP.fullmatch(name) or name.endswith("级奖") and len(name) < _SHORT:
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


def _base(index: int, name: str, naming: Naming) -> str:
    if name.endswith(("奖", "牌")):
        return (
            _same_contest(index, name, naming)
            or event_before(index, naming)
            or _winner(index, naming)
            or naming.section_topic(index)
        )
    if name in _MONEY and naming.base(index) in _MONEY:
        return ""
    if name in _MONEY:
        return _purpose(index, naming)
    if name.endswith(("分以上", "分以下")):
        return event_before(index, naming)
    if name.endswith(("率", "度")):
        return _rate_base(index, name, naming)
    base = _bracket_owner(index, naming) or naming.base(index) or naming.clause_before(index)
    rate = base.endswith(("率", "占比")) and naming.slots[index].quantity.kind == "count"
    return "" if rate or naming.is_one_of(base, "dependent") else base


def _same_contest(index: int, name: str, naming: Naming) -> str:
    """获国赛一等奖2个、二等奖5个: what the prize before in the list was won in."""
    listed = _PRIZE.fullmatch(name) and naming.left_text(index).startswith("、")
    before = _PRIZE.fullmatch(naming.previous(index)) if listed else None
    return before[1] or "" if before else ""


def _winner(index: int, naming: Naming) -> str:
    """学生作品获省级奖12件, 推荐教学成果12项，获一等奖2项: what won the prize."""
    own, _, said = naming.left_text(index).partition("获")
    if said and own.strip("，、 "):
        return left_name(own, naming.tag, naming.words)
    base = naming.base(index)
    return base if base.endswith(_ENTRIES) else ""


def _rate_base(index: int, name: str, naming: Naming) -> str:
    """What a rate is the rate of: the contest, the whole, what the rate before shares with it, what was counted."""
    done, counted = name.removesuffix("率"), naming.base(index)
    if counted.endswith(done) and counted != done:
        return counted.removesuffix(done)  # 本科上线860人，上线率48%
    base = event_before(index, naming, near=True) or _each(index, naming) or _whole(index, naming)
    base = without_verb(base or _stem(counted) or _stem(naming.clause_before(index)), naming)
    return base.removeprefix(done) if base.startswith(done) and len(base) > len(done) + 1 else base.removesuffix(done)


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
    of_noun = naming.text(*naming.slots[index].right).startswith("的")  # 投入1.2亿元的|第三实验小学|建成投用
    about = "" if apart else right.noun or right.predicate
    if of_noun and right.noun:
        return right.noun
    about = about or naming.section_topic(index) or naming.done_next(index)
    rate = index > 0 and naming.slots[index - 1].quantity.kind == "percent"
    return about or ("" if rate else before) or naming.clause_after(index) or before


def _stem(name: str) -> str:
    """The part of 学生体质健康合格率 that its neighbour 优良率 shares."""
    return name if not name.endswith("率") else name[:-3] if len(name) > 5 else ""

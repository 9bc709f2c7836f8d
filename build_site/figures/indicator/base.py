"""What a name that cannot stand alone borrows: the contest of a prize, the purpose of money, the whole of a rate."""

from __future__ import annotations

import re

from .elided import without_verb
from .left import left_name
from .naming import Naming
from .slots import BREAK
from .topic import event_before

#: Verbs that raise money, whose object is left out.
RAISED = ("拿出", "筹措", "筹集", "安排", "首期安排")
MONEY = ("投入", "投资", "资金", "投入资金", "筹资", *RAISED)
#: Kinds of schools, which say enough where schools are counted.
STAGES = ("小学", "初中", "高中", "中学")
#: How much of an earlier name a completed one takes on.
BORROWED = 14
#: A rate belongs to what a list of at most so many parts divides.
_LONGEST_LIST = 8
_PRIZE = re.compile("(.{2,})?(?:[特一二三]等|[金银铜]|优[秀胜])奖")
#: How much of a target is reached.
_OF_TARGETS = ("完成", "达成")
#: What money is invested in.
_BUILT = ("项目", "工程", "学校", "校舍", "园", "小学", "中学")
#: Endings of measures, whose own size, cost or standard nothing is: 总建筑面积1.2万平方米，|总投资|5000万元.
_EXTENTS = ("面积", "规模", "投资", "投入")
_MEASURES = (*_EXTENTS, "率", "占比", "比例", "比重", "标准", "收入", "支出")
_SIZES = (*_MEASURES, "资金", "金额")
#: Sizes of one thing follow one another this closely.
_SIZED = 4
#: What wins prizes.
_ENTRIES = ("奖", "成果", "作品", "论文", "课例", "案例", "课题", "节目", "项目", "征文")


def base_of(index: int, name: str, naming: Naming) -> str:
    """What ``name`` belongs to; "" if nothing around says."""
    if name.endswith(("奖", "牌")):
        return (
            _same_contest(index, name, naming)
            or event_before(index, naming)
            or _winner(index, naming)
            or naming.section_topic(index)
        )
    if name in MONEY and naming.base(index) in MONEY:
        return ""
    if name in MONEY:
        return _purpose(index, naming)
    if name.endswith(("分以上", "分以下")):
        return event_before(index, naming)
    if name.endswith(("率", "度")):
        return _rate_base(index, name, naming)
    base = _bracket_owner(index, naming) or _sized(index, name, naming) or naming.clause_before(index)
    share = index > 0 and naming.slots[index - 1].quantity.kind == "percent" and "占" in base
    rate = (share or base.endswith(("率", "占比"))) and naming.slots[index].quantity.kind == "count"
    if base.endswith("率") and any(name in kind for kind in naming.words.attributes):
        return "" if rate else base  # 巩固率小学为100%，初中为98%
    rate = rate or name.endswith(_SIZES) and base.endswith(_MEASURES)
    kind_of_school = base in STAGES and naming.is_one_of(name, "owners")  # 高中5所（民办2所）
    return "" if rate or (naming.is_one_of(base, "dependent") and not kind_of_school) else base


def _same_contest(index: int, name: str, naming: Naming) -> str:
    """获国赛一等奖2个、二等奖5个: what the prize before in the list was won in."""
    listed = _PRIZE.fullmatch(name) and naming.left_text(index).startswith("、")
    before = _PRIZE.fullmatch(naming.previous(index)) if listed else None
    return before[1] or "" if before else ""


def _winner(index: int, naming: Naming) -> str:
    """学生作品获省级奖12件, 推荐教学成果12项，获一等奖2项: what won the prize."""
    for at in range(index, max(-1, index - 1 - _LONGEST_LIST), -1):
        own, _, said = naming.left_text(at).partition("获")
        if said and own.strip("，、 "):
            return left_name(own, naming.tag, naming.words)
        if not at or naming.slots[at - 1].sentence != naming.slots[at].sentence or "奖" not in naming.names[at - 1]:
            break
    base = naming.base(index)
    return base if base.endswith(_ENTRIES) else ""


def _rate_base(index: int, name: str, naming: Naming) -> str:
    """What a rate is the rate of: the contest, the whole, what the rate before shares with it, what was counted."""
    done, counted = name.removesuffix("率"), naming.base(index).removesuffix("平均分")
    if counted.endswith(done) and counted != done:
        return counted.removesuffix(done)  # 本科上线860人，上线率48%
    if len(done) > 1 and counted.find(done) > 1:
        return counted[: counted.index(done)]  # 被高职院校录取学生1286名，录取率97%
    if done in _OF_TARGETS and counted.endswith("率"):
        return counted  # 普惠率目标值80%，实际达到88%，完成率110%
    base = event_before(index, naming, near=True) or _each(index, naming) or _whole(index, naming)
    counted = counted.removesuffix("面积")  # 绿化面积42万平方米，绿化率38%
    base = without_verb(base or _stem(counted) or _stem(naming.clause_before(index)), naming)
    return base.removeprefix(done) if base.startswith(done) and len(base) > len(done) + 1 else base.removesuffix(done)


def _each(index: int, naming: Naming) -> str:
    """建议26件、提案31件，办结率均为100%: all that the rate is the rate of."""
    if "均" not in naming.left_text(index) or index < 2 or not naming.left_text(index - 1).startswith("、"):
        return ""
    first, second = naming.names[index - 2 : index]
    return f"{first}、{second}" if not first.endswith("率") and len(first + second) <= BORROWED else ""


def _whole(index: int, naming: Naming) -> str:
    """摸排儿童132名，随班就读50名、送教上门30名，入学率100%: what a list of parts in front of a rate divides."""
    at, unit = index - 1, naming.slots[index - 1].quantity.unit
    while at > max(0, index - _LONGEST_LIST) and naming.left_text(at).startswith("、"):
        at -= 1
    first = at
    while first > max(0, index - _LONGEST_LIST) and naming.slots[first].quantity.unit == unit:
        if naming.left_text(first).startswith("其中"):  # 儿童216人，其中随班就读138人，送教上门26人，入学率97%
            return _stem(naming.names[first - 1])
        first -= 1
    same = 0 < at < index - 1 and naming.slots[at - 1].sentence == naming.slots[index].sentence
    return _stem(naming.names[at - 1]) if same and naming.slots[at - 1].quantity.kind == "count" else ""


def _stem(name: str) -> str:
    """The part of 学生体质健康合格率 that its neighbour 优良率 shares."""
    return name if not name.endswith("率") else name[:-3] if len(name) > 5 else ""


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


def _built(index: int, naming: Naming) -> str:
    """投资900万元改扩建青溪小学等6所学校教学楼, …新建2100平方米教学楼: the verb, and what the next number is of."""
    if index + 1 >= len(naming.slots) or naming.slots[index + 1].clause != naming.slots[index].clause:
        return ""
    said = naming.text(*naming.slots[index].right).strip()
    verb = naming.words.kept_verb(said)
    return verb + naming.right(index + 1).noun if verb and (said == verb or said.endswith("等")) else ""


def _sized(index: int, name: str, naming: Naming) -> str:
    """What the quantity before was about; if that is a measure and ``name`` another, the thing that both measure."""
    base = naming.base(index)
    if not name.endswith(_SIZES):
        return base
    for at in range(index - 1, max(0, index - 1 - _SIZED), -1):
        if not base.endswith(_EXTENTS) or naming.slots[at - 1].sentence != naming.slots[index].sentence:
            break
        base = naming.bases[at - 1]
    return "" if base.endswith(_MEASURES) else base


def _opens_item(index: int, naming: Naming) -> bool:
    """Whether the number is the first thing said behind a semicolon: ；投入40万元，建成书香校园5个."""
    slot = naming.slots[index]
    alone = slot.first and slot.right.start == slot.right.end
    return alone and naming.text(slot.clause.start - 1, slot.clause.start) in ("；", ";")


def _purpose(index: int, naming: Naming) -> str:
    """What money is for: what follows it, what the money before was for, what the section is about."""
    right, before = naming.right(index), _sized(index, MONEY[0], naming)
    if naming.left_text(index).rstrip("了约近超 ").endswith("完成投资"):
        return before if before.endswith(_BUILT) else ""
    apart = naming.text(*naming.slots[index].right).startswith(("、", "，"))
    if any(word in before for word in ("资金", "经费")):
        return (naming.clause_after(index) if _opens_item(index, naming) else "") or before
    if before and not naming.slots[index].first:
        return before  # 12个重点项目完成投资
    of_noun = naming.qualifies(index)  # 投入1.2亿元的|第三实验小学|建成投用
    about = "" if apart else right.noun or right.predicate
    if of_noun and right.noun:
        return right.noun
    about = _built(index, naming) or about or naming.section_topic(index) or naming.done_next(index)
    rate = index > 0 and naming.slots[index - 1].quantity.kind == "percent"
    return about or ("" if rate else before) or naming.clause_after(index) or before

"""98%的高中学生升入高等院校, 50%以上村卫生室实行一体化管理: a share of what follows."""

from __future__ import annotations

from .naming import Naming
from .tidy import finished

#: What is said of a part is quoted as it stands up to this length.
_COMFORTABLE = 20
_ASIDE = "约近超过有 "
#: Endings of measures, which are not groups of which a share does something.
_MEASURES = ("率", "度", "比", "比例", "比重", "幅", "速", "额", "量", "占", "数", "达", "值", "收入", "支出", "以")
_AIMS = ("目标", "任务目标", "目标任务")
#: What a share is said to be rather than a share of: 降到5%以内的目标.
_NO_WHOLE = ("目标", "水平", "标准", "要求", "比例", "速度", "幅度", "增速", "增幅", "任务", "份额", "红线", "底线")


def _part_that_acts(index: int, left: str, naming: Naming) -> str:
    """专任教师90%以上具有本科学历: those on the left, what that share of them did, with 比例."""
    right = naming.right(index)
    measured = left.endswith(_MEASURES) or naming.is_one_of(left, "dependent")
    if measured or naming.roles[index] != "level" or right.noun or not right.predicate:
        return ""
    return finished(left + right.predicate + "比例")


def _shared_act(index: int, naming: Naming) -> str:
    """86%的小学、92%的初中|达到办学标准: what the next share is of holds of this one too."""
    listed = naming.text(*naming.slots[index].right).endswith(("、", "和"))
    later = index + 1
    same = listed and later < len(naming.slots) and naming.slots[later].clause == naming.slots[index].clause
    return naming.right(later).predicate if same and naming.qualifies(later) else ""


def share_name(index: int, naming: Naming) -> str:
    """The whole and what part of it did, with 比例."""
    slot = naming.slots[index]
    right = naming.right(index)
    if right.noun in _AIMS and naming.left_text(index).endswith("的"):
        return finished((naming.previous(index) or naming.clause_before(index)) + right.noun)  # 年初确定的60%目标
    if naming.qualifies(index):
        of_a_rate = naming.left(index).endswith(("率", "占比", "比例", "比重"))  # 入园率超90%的幼儿园
        whole = "" if right.noun in _NO_WHOLE or of_a_rate else right.noun
        return finished(whole + (right.predicate or _shared_act(index, naming)) + "比例") if whole else ""
    left = naming.left(index) if slot.left.start < slot.left.end else ""
    if left and naming.left_text(index).rstrip(_ASIDE).endswith(("和", "及", "与", "、")):
        left = ""  # 所有乡镇和90%以上行政村通硬化路
    elif left:
        return _part_that_acts(index, left, naming)
    acts = bool(right.noun) and naming.tag(right.noun)[0][1] == "v"  # 九成就读公办学校
    if not slot.first or not (right.predicate or acts):
        return ""
    whole = "" if right.noun and not acts else naming.previous(index)
    said = naming.text(*slot.right).strip()
    if len(said) > _COMFORTABLE:
        said = right.noun + right.predicate
    return finished(whole + said + "比例") if whole or right.noun else ""

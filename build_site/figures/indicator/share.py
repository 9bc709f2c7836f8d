"""98%的高中学生升入高等院校, 50%以上村卫生室实行一体化管理: a share of what follows."""

from __future__ import annotations

from .naming import Naming
from .tidy import finished

#: What is said of a part is quoted as it stands up to this length.
_COMFORTABLE = 20
#: What a share is said to be rather than a share of: 降到5%以内的目标.
_NO_WHOLE = ("目标", "水平", "标准", "要求", "比例", "速度", "幅度", "增速", "增幅", "任务", "份额", "红线", "底线")


def share_name(index: int, naming: Naming) -> str:
    """The whole and what part of it did, with 比例."""
    slot = naming.slots[index]
    if slot.quantity.kind not in ("percent", "ratio"):
        return ""
    right = naming.right(index)
    if naming.text(*slot.right).startswith("的"):
        of_a_rate = naming.left(index).endswith(("率", "占比", "比例", "比重"))  # 入园率超90%的幼儿园
        whole = "" if right.noun in _NO_WHOLE or of_a_rate else right.noun
        return finished(whole + right.predicate + "比例") if whole else ""
    if naming.left(index) or not slot.first or not right.predicate:
        return ""
    whole = "" if right.noun else naming.previous(index)
    said = naming.text(*slot.right).strip()
    if len(said) > _COMFORTABLE:
        said = right.noun + right.predicate
    return finished(whole + said + "比例") if whole or right.noun else ""

"""A number that goes on with what the one before counted: 来访群众5批120人次, 18家、累计38家."""

from __future__ import annotations

import re

from .left import left_name
from .naming import Naming

_JOINER = re.compile(
    r"[\s、和及与以至到\-()（）]*(?:其中|累计建成|累计新增|累计|共计?|合计|总数|达到?|为|近|约合?|折合|超)*"
)


def repeated_name(index: int, naming: Naming) -> str:
    """The name of the number before, if nothing new stands between and nothing follows."""
    slot = naming.slots[index]
    if slot.first or not _JOINER.fullmatch(naming.left_text(index)):
        return ""
    right = naming.right(index)
    if right.noun or right.predicate:
        return ""
    before = _in_front(index, naming)
    if before < index - 1 and naming.slots[before].clause.start < slot.clause.start:  # 免除学杂费（春季30人）3万元
        owner = naming.text(slot.clause.start, naming.slots[before + 1].clause.start - 1)
        return left_name(owner, naming.tag, naming.words)
    same_unit = naming.slots[before].quantity.unit == slot.quantity.unit
    return naming.names[before] if same_unit else naming.bases[before]


def _in_front(index: int, naming: Naming) -> int:
    """The number before; behind a bracket the one that the bracket divides: 学生414名（春季375人、秋季336人）50万元."""
    before, start = index - 1, naming.slots[index].clause.start
    if not naming.left_text(index).lstrip().startswith(("）", ")")):
        return before
    while (
        naming.slots[before].clause.start > start and naming.slots[before - 1].sentence == naming.slots[index].sentence
    ):
        before -= 1
    return before

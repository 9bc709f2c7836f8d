"""A number that goes on with what the one before counted: 来访群众5批120人次, 18家、累计38家."""

from __future__ import annotations

import re

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
    same_unit = naming.slots[index - 1].quantity.unit == slot.quantity.unit
    return naming.previous(index) if same_unit else naming.base(index)

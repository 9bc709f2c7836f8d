"""98%的高中学生升入高等院校: a share of what follows."""

from __future__ import annotations

from .naming import Naming
from .tidy import finished


def share_name(index: int, naming: Naming) -> str:
    """The whole and what part of it did, with 比例."""
    slot = naming.slots[index]
    if slot.quantity.kind not in ("percent", "ratio") or not naming.text(*slot.right).startswith("的"):
        return ""
    right = naming.right(index)
    return finished(right.noun + right.predicate + "比例") if right.noun else ""

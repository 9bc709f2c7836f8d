"""Areas, lengths and data rates with their noun on the right: 完成3.9万平方米供暖改造, 实施2.4万平方米的绿化."""

from __future__ import annotations

from .naming import Naming
from .tidy import finished

#: A list behind the measure is the name up to this length.
_COMFORTABLE = 14


def measured_name(index: int, naming: Naming) -> str:
    """The noun behind the measure, where nothing but a verb stands in front of it."""
    left, slot = naming.left(index), naming.slots[index]
    verbs = naming.is_one_of(left, "light_verbs", "kept_verbs") or all(kind[0] == "v" for _, kind in naming.tag(left))
    if left and not verbs:
        return ""
    noun = naming.right(index).noun
    listed = naming.text(*slot.right).strip() if noun and slot.right.end == slot.clause.end else ""
    if "、" in listed and len(listed) <= _COMFORTABLE:
        noun = listed.removeprefix("的")
    verb = "" if naming.is_one_of(left, "light_verbs") else left
    return finished(verb + noun) if noun else ""

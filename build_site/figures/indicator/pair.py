"""由 X 减少至 Y: both numbers are of the same thing."""

from __future__ import annotations

from .left import left_name
from .naming import Naming
from .tidy import finished


def pair_name(index: int, naming: Naming) -> str:
    """The subject of a from-to pair."""
    if index and naming.roles[index - 1] == "from":
        return naming.previous(index)
    if naming.roles[index] != "from":
        return ""
    slot = naming.slots[index]
    text = naming.text(slot.clause.start, slot.quantity.span.start)
    subject = text[: max(text.rfind("由"), text.rfind("从"), 0)]
    subject = subject.removeprefix("将").removeprefix("把")
    name = left_name(subject, naming.tag, naming.words)
    before = naming.previous(index) or naming.clause_before(index)
    if naming.is_one_of(name, "dependent") and before and not before.endswith(name):
        return finished(before + name)
    return name or before

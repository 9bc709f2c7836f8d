"""The last resort: the number before, the clause before, or whatever stands around."""

from __future__ import annotations

from .naming import Naming


def last_resort(index: int, naming: Naming) -> str:
    """Something that says at least what the sentence is about."""
    slot = naming.slots[index]
    same_unit = index > 0 and naming.slots[index - 1].quantity.unit == slot.quantity.unit
    right = naming.right(index)
    before = naming.clause_before(index)
    if before and naming.number_free_before(index):
        return before
    return (
        (naming.previous(index) if same_unit and slot.quantity.kind != "count" else "")
        or before
        or naming.previous(index)
        or right.noun
        or right.predicate
        or naming.section_topic(index)
    )

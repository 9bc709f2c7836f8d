"""Units that are nouns: 辖9镇5乡, 可容纳36个班, 惠及12县."""

from __future__ import annotations

from .naming import Naming


def unit_noun_name(index: int, naming: Naming) -> str:
    """The verb in front of the number with the unit, if no other noun says what is counted."""
    unit = naming.slots[index].quantity.unit
    if not _counts_itself(index, naming) or naming.right(index).noun:
        return ""
    tokens = naming.tag(naming.left_text(index).strip())
    if tokens:
        verb, kind = tokens[-1]
        is_verb = kind in ("v", "vn") or naming.is_one_of(verb, "kept_verbs", "light_verbs")
        return verb + unit if is_verb else ""
    before = naming.previous(index)
    said = naming.slots[index - 1].quantity.unit if before else ""
    return before.removesuffix(said) + unit if before and _counts_itself(index - 1, naming) else ""


def _counts_itself(index: int, naming: Naming) -> bool:
    unit, kind = naming.slots[index].quantity.unit, naming.slots[index].quantity.kind
    return kind == "count" and unit in naming.reading.rules.units.nouns and unit not in naming.words.medals

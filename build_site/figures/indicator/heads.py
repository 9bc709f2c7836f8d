"""Nouns that stand further right: 5个国家级、60个省级培训基地; 10个营业收入超千亿元的产业集群."""

from __future__ import annotations

from .naming import Naming

#: The head of a list is looked for within so many numbers.
_LONGEST_LIST = 8


def with_shared_head(index: int, naming: Naming) -> str:
    """The noun behind a count; if it is only a level, with the head that closes the list."""
    noun = naming.right(index).noun
    levels = naming.words.levels
    if noun not in levels:
        return noun
    for later in range(index + 1, min(len(naming.slots), index + _LONGEST_LIST)):
        if naming.slots[later].clause != naming.slots[index].clause or not _joined(later, naming):
            break
        other = naming.right(later).noun
        level = max((each for each in levels if other.startswith(each)), key=len, default="")
        if level and len(other) > len(level):
            return noun + other[len(level) :]
    return noun


def modified_noun(index: int, naming: Naming) -> str:
    """The noun behind a clause that holds the next number; "" if none does."""
    if index + 1 >= len(naming.slots):
        return ""
    here, following = naming.slots[index], naming.slots[index + 1]
    if following.clause != here.clause or following.quantity.kind == "count" or _joined(index + 1, naming):
        return ""
    return naming.right(index + 1).noun if naming.qualifies(index + 1) else ""


def _joined(index: int, naming: Naming) -> bool:
    """Whether a list sign stands in front of the number."""
    return naming.left_text(index).rstrip().endswith(("、", "和", "及", "与"))

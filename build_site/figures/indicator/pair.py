"""由 X 减少至 Y: both numbers are of the same thing; 由小学650元、初中850元提高到小学720元、初中940元: two of each."""

from __future__ import annotations

import re

from .attribute import attributed
from .left import left_name
from .naming import Naming

_OPENING = re.compile("由|从")
_JOINERS = ("、", "和", "及")
#: Longer lists are no pair.
_LONGEST_LIST = 6


def pair_name(index: int, naming: Naming) -> str:
    """The subject of a from-to pair."""
    return _from_name(index, naming) if naming.roles[index] == "from" else _to_name(index, naming)


def _from_name(index: int, naming: Naming) -> str:
    """The subject in front of 由; an item of a list adds what is its own."""
    if _first_from(index, naming) < index:
        naming.bases[index] = naming.base(index)
        own = left_name(naming.left_text(index), naming.tag, naming.words)
        return attributed(naming.base(index), own, naming.words) if own else naming.previous(index)
    if not _OPENING.search(naming.left_text(index)):
        aside = naming.text(naming.slots[index].clause.start - 1, naming.slots[index].clause.start) == "（"
        own = left_name(naming.left_text(index), naming.tag, naming.words) if aside else ""
        naming.bases[index] = own or naming.base(index) or naming.clause_before(index)
        return naming.bases[index]  # 较2022年的9.32亿元
    slot = naming.slots[index]
    subject, own = _divided(naming.text(slot.clause.start, slot.quantity.span.start))
    name = left_name(subject.removeprefix("将").removeprefix("把"), naming.tag, naming.words)
    before = naming.previous(index) or naming.clause_before(index)
    if naming.is_one_of(name, "dependent") and before and not before.endswith(name):
        naming.bases[index] = naming.base(index) or before
        return attributed(naming.bases[index], name, naming.words)
    if stage := _other_stage(name, before, naming):
        naming.bases[index] = naming.base(index) or before
        return attributed(naming.bases[index], stage, naming.words)
    name = name or before
    own = left_name(own, naming.tag, naming.words)
    if not name or not any(own in kind for kind in naming.words.attributes):
        return name
    naming.bases[index] = name
    return attributed(name, own, naming.words)


def _other_stage(name: str, before: str, naming: Naming) -> str:
    """The stage, where the same is told of its learners: 小学生均经费由600元提高到650元，初中生由800元提高到850元."""
    stage = name.removesuffix("生")
    known = stage != name and "均" in before and any(stage in kind for kind in naming.words.attributes)
    return stage if known else ""


def _divided(text: str) -> tuple[str, str]:
    """What stands in front of the last 由 or 从, and behind it."""
    openings = [match.start() for match in _OPENING.finditer(text)]
    return (text[: openings[-1]], text[openings[-1] + 1 :]) if openings else ("", "")


def _to_name(index: int, naming: Naming) -> str:
    """The name of the number at the same place of the list in front of 提高到; "" if none of that kind is there."""
    at = index
    while at > max(0, index - _LONGEST_LIST) and naming.left_text(at).startswith(_JOINERS):
        at -= 1
    if not at or naming.roles[at - 1] != "from" or naming.roles[index] != "level":
        return ""
    same = _first_from(at - 1, naming) + index - at
    if same >= at:
        return ""
    naming.bases[index] = naming.bases[same]
    return naming.names[same]


def _first_from(index: int, naming: Naming) -> int:
    """The first number of the run of from-values of one sentence that ends at ``index``."""
    sentence = naming.slots[index].sentence
    while index and naming.roles[index - 1] == "from" and naming.slots[index - 1].sentence == sentence:
        index -= 1
    return index

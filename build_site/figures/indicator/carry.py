"""A verb counts for the whole list: 新增省级工作室3个、市级工作室4个 adds both."""

from __future__ import annotations

from .naming import Naming

_JOINERS = ("、", "和", "及", "与", "以及")
_LONGEST = 24
#: 新增公园35个、公园总数1100个: a total is not what was added.
_TOTALS = ("总数", "总量", "总人数", "总面积")


def with_carried_verb(index: int, name: str, naming: Naming) -> str:
    """``name`` with the verb of the item before in the same list, if it has none of its own."""
    if naming.slots[index].first:
        return name
    between = naming.left_text(index).strip()
    if not (between.startswith(_JOINERS) or between.endswith(_JOINERS)):
        return name
    words, verb = naming.words, leading_verbs(naming.previous(index), naming)
    if (
        not 0 < len(verb) <= _LONGEST - len(name)
        or naming.roles[index] != "level"
        or name.startswith(words.verbs)
        or name.endswith((*words.long_verbs, *_TOTALS))
        or naming.tag(name)[0][1] == "v"
    ):
        return name
    return verb + name


def leading_verbs(name: str, naming: Naming) -> str:
    """The verbs that ``name`` begins with: 新建、改扩建|幼儿园."""
    end = 0
    while verb := naming.words.kept_verb(name[end:].lstrip("、和及")):
        if end and not verb.endswith("建"):
            break
        end = name.index(verb, end) + len(verb)
    return name[:end]

"""Names shared out by 分别: 城镇、农村居民人均可支配收入分别增长4.8%、6.2%."""

from __future__ import annotations

import re

from .left import left_name
from .naming import Naming

_JOINER = re.compile(r"[\s、，,和及与以]*")
_VERB = re.compile(r"(增长|增加|提高|提升|上升|上涨|下降|下调|减少|降低|压减|回落|缩短|收窄)")
_SPLIT = re.compile(r"[、和及与]")
#: 分别 governs the numbers that begin within this many characters.
_REACH = 12


def shared_name(index: int, naming: Naming) -> str:
    """The part of a shared subject that belongs to the number."""
    if index not in naming.shared:
        naming.shared.update(_share_out(index, naming))
    return naming.shared.get(index, "")


def _share_out(index: int, naming: Naming) -> dict[int, str]:
    left = naming.left_text(index)
    at = left.rfind("分别")
    if at < 0 or len(left) - at > _REACH:
        return {}
    run = _run(index, naming)
    subject = left_name(left[:at], naming.tag, naming.words, whole=True)
    if len(run) < 2 or not subject:
        return {}
    verb = _VERB.search(left, at)
    ending = verb[1] if verb and not re.search("[至到]", left[at:]) else ""
    return {number: name + ending for number, name in zip(run, distributed(subject, len(run)), strict=True)}


def _run(index: int, naming: Naming) -> list[int]:
    """The numbers from ``index`` on that only list signs separate."""
    run = [index]
    while run[-1] + 1 < len(naming.slots):
        here, following = naming.slots[run[-1]], naming.slots[run[-1] + 1]
        between = naming.text(here.quantity.span.end, following.quantity.span.start)
        if following.sentence != here.sentence or not _JOINER.fullmatch(between):
            break
        run.append(run[-1] + 1)
    return run


def distributed(subject: str, count: int) -> list[str]:
    """``subject`` split into ``count`` names; the part that closes the last one belongs to all."""
    if subject.startswith("城乡") and count == 2:
        return ["城市" + subject[2:], "农村" + subject[2:]]
    parts = [part for part in _SPLIT.split(subject) if part]
    if len(parts) != count:
        return [subject] * count
    last = parts[-1]
    return [*(_with_tail(part, last) for part in parts[:-1]), last]


def _with_tail(part: str, last: str) -> str:
    if len(part) >= len(last) - 1 or part[-1] == last[-1]:
        return part
    return part + last[len(part) :]

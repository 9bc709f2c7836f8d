"""Names shared out by 分别: 城镇、农村居民人均可支配收入分别增长4.8%、6.2%."""

from __future__ import annotations

import re

from ..context import Reading
from .left import left_name
from .slots import Slot
from ..words import Tagger

_JOINER = re.compile(r"[\s、，,和及与以]*")
_VERB = re.compile(r"(增长|增加|提高|提升|上升|上涨|下降|下调|减少|降低|压减|回落|缩短|收窄)")
_SPLIT = re.compile(r"[、和及与]")


def shared_names(index: int, slots: list[Slot], reading: Reading, tag: Tagger) -> dict[int, str]:
    """Names for the run of numbers that begins at ``index``, if 分别 stands in front of it."""
    text = reading.clean.text
    slot = slots[index]
    left = text[slot.left.start : slot.left.end]
    at = left.rfind("分别")
    if at < 0 or len(left) - at > 12:
        return {}
    run = [index]
    while run[-1] + 1 < len(slots) and slots[run[-1] + 1].sentence == slot.sentence:
        following = slots[run[-1] + 1]
        between = text[slots[run[-1]].quantity.span.end : following.quantity.span.start]
        if not _JOINER.fullmatch(between):
            break
        run.append(run[-1] + 1)
    if len(run) < 2:
        return {}
    subject = left_name(left[:at], tag, reading.rules.indicators.names)
    if not subject:
        return {}
    verb = _VERB.search(left[at:])
    ending = verb[1] if verb and not re.search("[至到]", left[at:]) else ""
    return {number: name + ending for number, name in zip(run, distributed(subject, len(run)), strict=True)}


def distributed(subject: str, count: int) -> list[str]:
    """``subject`` split into ``count`` names; the part that closes the last one belongs to all."""
    if subject.startswith("城乡") and count == 2:
        return ["城市" + subject[2:], "农村" + subject[2:]]
    parts = [part for part in _SPLIT.split(subject) if part]
    if len(parts) != count:
        return [subject] * count
    last = parts[-1]
    names = []
    for part in parts[:-1]:
        tail = last[len(part) :] if len(part) < len(last) - 1 else ""
        names.append(part if part[-1:] == last[-1:] else part + tail)
    return [*names, last]

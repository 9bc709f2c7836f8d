"""Targets and what came of them below a heading that says of what: 3.普通高中免除学费：任务数760人，已完成812人."""

from __future__ import annotations

import re

from .naming import Naming
from .tidy import finished

_TARGET = re.compile(
    r"[，、 ]*(?:[今全本]年|年度|[上下]级)*(?:下达|分解)?的?"
    r"((?:目标|计划)?任务|任务目标|目标|计划|指标)(?:人?数|值)?(?:分别)?[为是约：: ]*"
)
_DONE = re.compile(
    r"[，、 ]*[\d*×xX○□\-—–~～至到截止目前今全年月日份底末上下半春秋季学期]*(?:实际|累计|全部|已经?|共)*"
    r"(完成|建成|开工|竣工)(?:人?数)?[了为是约： ]*"
)
#: Words without which nothing is a target or what came of it.
TARGET_SIGNS = ("任务", "目标", "计划", "指标", "完成", "建成", "开工", "竣工")
_PEOPLE = ("人", "名", "人次")
_ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)|(?:人?数|情况)$")
_NO_TOPIC = re.compile(r"[\d，；]")
#: A heading longer than this says more than what is counted.
_LONGEST = 24


def target_name(index: int, naming: Naming) -> str:
    """The heading with what is said of it, if the number's own clause names nothing else; else ""."""
    left = naming.left_text(index)
    target = _TARGET.fullmatch(left)
    done = None if target else _DONE.fullmatch(left)
    if not (target or done) or naming.right(index).noun or not (topic := _heading(index, naming)):
        return ""
    naming.bases[index] = topic
    if target:
        return finished(topic + target[1] + "数")
    if done and done[1] != "完成":
        return finished(done[1] + topic)
    return finished(topic + "完成" + ("人数" if naming.slots[index].quantity.unit in _PEOPLE else "数"))


def _heading(index: int, naming: Naming) -> str:
    """What the heading that opens the number's paragraph names; "" if none does."""
    slot = naming.slots[index]
    section = slot.section
    if not section or "\n" in naming.text(section.heading.start, slot.quantity.span.start).strip():
        return ""
    topic = _ASIDE.sub("", section.title)
    return topic if 3 < len(topic) <= _LONGEST and not _NO_TOPIC.search(topic) else ""

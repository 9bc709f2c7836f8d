"""Marks with which something was passed: 以968.5分的高分通过市级复查 is the score of that check."""

from __future__ import annotations

import re

from .left import left_name
from .naming import Naming
from .tidy import finished

_PASSED = re.compile(
    r"[^，。；]{0,10}?通过了?(?P<what>[^，。；]{2,40}?(?:验收|评估|认定|复查|复核|复验|考核|检查|督导|评审|评价))"
)


def score_name(index: int, naming: Naming) -> str:
    """The check that was passed, with 得分."""
    slot = naming.slots[index]
    if slot.quantity.unit != "分" or not naming.left_text(index).rstrip("约近超").endswith("以"):
        return ""
    passed = _PASSED.match(naming.text(slot.quantity.span.end, slot.clause.end))
    what = left_name(passed["what"], naming.tag, naming.words) if passed else ""
    return finished(what + "得分") if what else ""

"""Why a number is no key figure: the rules of ``quantities.yml`` first, then those that need the text around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ...rules.quantities import Rejection
from ..candidate import Quantity
from ..context import Reading
from .article import is_article
from .framework import is_framework
from .heading import is_list_number
from .mask_word import is_masked_word
from .pattern import matching_rule
from .quoted import is_slogan
from .unitless import is_unitless


class Check(NamedTuple):
    """A rule that needs the text around the number: its name, its reason in Chinese, and whether it holds."""

    name: str
    why: str
    holds: Callable[[Quantity, Reading], bool]


_CHECKS = (
    Check("list-number", "标题或列项的序号", is_list_number),
    Check("slogan", "引号或书名号里的名称、口号", is_slogan),
    Check("framework", "概括性的名目，不是数量", is_framework),
    Check("article", "“一”在这里不表示数量", is_article),
    Check("masked-word", "遮盖的是词语，不是数字", is_masked_word),
    Check("unitless", "没有单位，也没有别的数量标志", is_unitless),
)

Refusal = Rejection | Check


def refusal(quantity: Quantity, reading: Reading) -> Refusal | None:
    """The rule that leaves ``quantity`` out; None if it is a figure."""
    rule = matching_rule(quantity, reading)
    if rule is not None:
        return rule
    for check in _CHECKS:
        if check.holds(quantity, reading):
            return check
    return None

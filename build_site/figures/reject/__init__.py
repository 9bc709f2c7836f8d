"""Why a number is no key figure: the rules of ``quantities.yml`` first, then those that need the text around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..candidate import Quantity
from ..context import Reading
from .article import is_article
from .framework import is_framework
from .heading import is_list_number
from .mask_word import is_masked_word
from .pattern import matching_rule
from .quoted import is_slogan
from .unitless import is_unitless


@dataclass(frozen=True, slots=True)
class Refusal:
    """The rule that refused a number and its reason in Chinese."""

    rule: str
    why: str


_CHECKS: tuple[tuple[str, str, Callable[[Quantity, Reading], bool]], ...] = (
    ("list-number", "标题或列项的序号", is_list_number),
    ("slogan", "引号或书名号里的名称、口号", is_slogan),
    ("framework", "概括性的名目，不是数量", is_framework),
    ("article", "“一”在这里不表示数量", is_article),
    ("masked-word", "遮盖的是词语，不是数字", is_masked_word),
    ("unitless", "没有单位，也没有别的数量标志", is_unitless),
)


def refusal(quantity: Quantity, reading: Reading) -> Refusal | None:
    """Why ``quantity`` is left out; None if it is a figure."""
    rule = matching_rule(quantity, reading)
    if rule is not None:
        return Refusal(rule.name, rule.why)
    for name, why, check in _CHECKS:
        if check(quantity, reading):
            return Refusal(name, why)
    return None

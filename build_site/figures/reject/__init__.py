"""Why a number is no key figure: the rules of ``quantities.yml`` first, then those that need the text around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ...rules.quantities import Rejection
from ..candidate import STYLES, Quantity
from ..context import Reading
from .article import is_article
from .framework import is_framework
from .heading import is_list_number
from .mask_word import is_masked_word
from .pattern import is_rejected, matching_rule
from .quoted import is_slogan
from .unitless import is_unitless


class Check(NamedTuple):
    """A rule that needs the text around the number.

    Attributes:
        name: short ASCII name, shown in the debug view.
        why: the reason in Chinese.
        holds: whether it leaves a number out.
        styles: ways of writing concerned.
    """

    name: str
    why: str
    holds: Callable[[Quantity, Reading], bool]
    styles: tuple[str, ...] = STYLES


_CHECKS = (
    Check("list-number", "标题或列项的序号", is_list_number),
    Check("slogan", "引号或书名号里的名称、口号", is_slogan),
    Check("framework", "概括性的名目，不是数量", is_framework, ("arabic", "chinese")),
    Check("article", "“一”在这里不表示数量", is_article, ("chinese",)),
    Check("masked-word", "遮盖的是词语，不是数字", is_masked_word, ("mask",)),
    Check("unitless", "没有单位，也没有别的数量标志", is_unitless),
)

#: What tells for a number of each style whether a check holds, last one first.
_HOLD = {style: tuple(check.holds for check in reversed(_CHECKS) if style in check.styles) for style in STYLES}

Refusal = Rejection | Check


def is_figure(quantity: Quantity, reading: Reading) -> bool:
    """Whether no rule leaves ``quantity`` out. The last checks see most of what is none, so they are asked first."""
    for holds in _HOLD[quantity.style]:
        if holds(quantity, reading):
            return False
    return not is_rejected(quantity, reading)


def refusal(quantity: Quantity, reading: Reading) -> Refusal:
    """The first rule that leaves ``quantity`` out, which is no figure."""
    rule = matching_rule(quantity, reading)
    concerned = (check for check in _CHECKS if quantity.style in check.styles)
    return rule or next(check for check in concerned if check.holds(quantity, reading))

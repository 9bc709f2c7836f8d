"""Money whose purpose stands behind it: 统筹1200万元专项补助资金, 投入1.2亿元的实验小学."""

from __future__ import annotations

from .naming import Naming

_FUNDS = ("资金", "经费", "补助", "补贴", "专款", "专项", "贷款", "奖金", "学金", "学费", "公积金", "债券")


def money_name(index: int, naming: Naming) -> str:
    """The noun behind an amount that says what kind of money it is."""
    noun = naming.right(index).noun
    return noun if noun.endswith(_FUNDS) and len(noun) > 2 else ""

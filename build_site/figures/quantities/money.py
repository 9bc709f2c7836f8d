"""Amounts of money without their unit: 投入5000万开展改造, 总投资1.2亿."""

from __future__ import annotations

import re

from ..candidate import Quantity

_SPENT = re.compile(
    "(?:投入|投资|资金|经费|拨款|拨付|筹资|融资|贷款|捐款|捐资|造价|收入|支出)(?:分别)?(?:达到?|约|近|超过?|为|共|了|逾|累计)?$"
)
#: Who or what is counted rather than paid.
_COUNTED = re.compile("[多余]?(?:学生|师生|教师|群众|家长|中小学|人|户|平|亩|册|件)")
_BEFORE = 8
_AND = ("、", "和", "，")


def with_money(quantity: Quantity, text: str, before: Quantity | None) -> Quantity:
    """``quantity`` in yuan if it has no unit, is so large and stands behind a verb or noun of spending.

    The next one of a list goes with the one ``before``: 收入分别为3亿、4亿.
    """
    number = quantity.number
    if quantity.unit or quantity.rank or text[number.end - 1] not in "万亿":
        return quantity
    spent = bool(_SPENT.search(text[max(0, quantity.span.start - _BEFORE) : quantity.span.start]))
    if not spent and before and before.bare_unit and before.unit == "元":
        spent = text[before.span.end : quantity.span.start] in _AND
    if not spent or _COUNTED.match(text, number.end):
        return quantity
    return quantity._replace(unit="元", kind="money", bare_unit=True, rule=f"{quantity.rule}-money")

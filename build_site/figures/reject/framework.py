"""Chinese numbers that announce a scheme instead of counting: 九大行动, 三个方面, 四项原则."""

from __future__ import annotations

from ..candidate import Quantity
from ..context import Reading

#: What is written down in numbered articles.
_WRITTEN = ("措施", "举措", "规定", "纪律")
#: “强基工程、提质工程”|两项|工程: names in quotation marks, and what they are called together.
_NAMED = ("工程", "改革", "行动", "计划")


def is_framework(quantity: Quantity, reading: Reading) -> bool:
    """Whether the count introduces a scheme."""
    if quantity.rank or quantity.kind not in ("", "count"):
        return False
    rules, text = reading.rules.quantities.framework, reading.text
    end = quantity.span.end
    if not quantity.unit:
        return text.startswith(rules.big, end)
    if quantity.style == "chinese" and _sums_up_slogans(quantity.span.start, end, text):
        return True
    nouns = rules.nouns if quantity.style == "chinese" else ("方面", "维度", "层面", "环节")
    if quantity.unit == "条" and quantity.style == "chinese":
        nouns = tuple(noun for noun in nouns if not noun.endswith(_WRITTEN))  # 出台九条政策措施 can be counted
    return any(text.startswith(nouns, end + gap) for gap in range(rules.reach + 1))


def _sums_up_slogans(start: int, end: int, text: str) -> bool:
    """Whether the count sums up names that stand in front of it in quotation marks."""
    noun = text[end : end + 2]
    return noun in _NAMED and text.startswith(noun + "”", start - 3) and "、" in text[max(0, start - 60) : start]

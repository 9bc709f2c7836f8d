"""Chinese numbers that announce a scheme instead of counting: 九大行动, 三个方面, 四项原则."""

from __future__ import annotations

from ..candidate import Quantity
from ..context import Reading


def is_framework(quantity: Quantity, reading: Reading) -> bool:
    """Whether the count introduces a scheme."""
    if quantity.rank or quantity.style == "mask" or quantity.kind not in ("", "count"):
        return False
    rules, text = reading.rules.quantities.framework, reading.text
    end = quantity.span.end
    if not quantity.unit:
        return text.startswith(rules.big, end)
    nouns = rules.nouns if quantity.style == "chinese" else ("方面", "维度", "层面", "环节")
    return any(text.startswith(nouns, end + gap) for gap in range(rules.reach + 1))

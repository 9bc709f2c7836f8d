"""Numbers that count headings or items: the marker of a section, 1. at the start of a line, （2）."""

from __future__ import annotations

import re

from ..candidate import Quantity
from ..context import Reading

_CLOSING = re.compile(r"\s?[.、)）](?!\d)")


def is_list_number(quantity: Quantity, reading: Reading) -> bool:
    """Whether the number is a marker."""
    text, start = reading.text, quantity.number.start
    if start in reading.markers:
        return True
    return not quantity.unit and _opens_item(text, start) and bool(_CLOSING.match(text, quantity.number.end))


def _opens_item(text: str, start: int) -> bool:
    """Whether ``start`` is where a line or a bracketed marker begins."""
    opening = text[max(0, start - 1) : start]
    if start == 0 or opening in "\n\t":
        return True
    return opening in "（(" and (start < 2 or text[start - 2] in "\n\t。；")

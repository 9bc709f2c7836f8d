"""Masks that hide a word: **区, 校园**建设, a letter that is no mask, 某 as a pronoun."""

from __future__ import annotations

import re

from ...text import is_cjk
from ..candidate import Quantity
from ..context import Reading

#: What can be counted behind its noun: 运动场**片，; 审批***单。
_COUNTED = ("片", "层", "单")
_CLOSED = re.compile(r"[，。；、）]|$|[\d*×xX○□_]")


def is_masked_word(quantity: Quantity, reading: Reading) -> bool:
    """Whether the mask stands for a name or a filtered word."""
    if quantity.rank:
        return False
    text, start, end = reading.text, quantity.number.start, quantity.number.end
    digits, signs = text[start:end], reading.rules.quantities.mask
    if signs.has_letter(digits) and (_is_letter(text[start - 1 : start]) or _is_letter(text[end : end + 1])):
        return True
    if quantity.unit in reading.rules.units.masked_names and text[end : end + 1] != "个":
        return not (quantity.unit in _COUNTED and _CLOSED.match(text, quantity.span.end) and is_cjk(text[start - 1]))
    lone = len(digits) == 1 and digits in signs.pronouns
    if not lone or quantity.qualifier or quantity.kind != "count":
        return False
    return quantity.unit == "种" or not reading.pronouns_are_masks


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()

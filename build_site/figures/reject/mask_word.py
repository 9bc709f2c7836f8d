"""Masks that hide a word: **区, 校园**建设, a letter that is no mask, 某 as a pronoun."""

from __future__ import annotations

from ..candidate import Quantity
from ..context import Reading


def is_masked_word(quantity: Quantity, reading: Reading) -> bool:
    """Whether the mask stands for a name or a filtered word."""
    if quantity.style != "mask" or quantity.rank:
        return False
    text, start, end = reading.text, quantity.number.start, quantity.number.end
    digits, signs = text[start:end], reading.rules.quantities.mask
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    if any(char in signs.letters for char in digits) and any(char.isascii() and char.isalpha() for char in around):
        return True
    if quantity.unit in ("省", "市", "县", "区", "乡", "镇", "村", "国", "园", "校", "街道", "社区", "班", "站", "点", "队", "团", "科", "季", "版", "样", "方", "平", "师", "生", "讲", "课", "单"):
        return True
    lone = set(digits) <= set(signs.pronouns)
    return lone and len(digits) == 1 and not (quantity.qualifier or text[end - 1] in "万亿" or quantity.kind != "count")

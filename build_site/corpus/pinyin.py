"""Sorting by pinyin, and ASCII names made of it."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from pypinyin import lazy_pinyin

#: Characters whose first reading is often the wrong one; names that hold one are read whole, which is slow.
_POLYPHONES = frozenset("重长行调朝乐会曾单参传校县区尉解盖种弹藏率数量教都处降中为")
_SLUG_LENGTH = 40


@lru_cache(maxsize=30_000)
def _reading(char: str) -> str:
    return lazy_pinyin(char)[0].lower()


@lru_cache(maxsize=100_000)
def pinyin_of(text: str) -> str:
    """``text`` in pinyin without tones, syllables joined by spaces: a key that sorts as a Chinese index does."""
    if text[:1] in _POLYPHONES:
        return " ".join(lazy_pinyin(text)).lower()
    return " ".join(map(_reading, text))


def initial(sort_key: str) -> str:
    """The A–Z heading a pinyin key stands under; ``#`` for digits, signs and other scripts."""
    first = sort_key[:1].upper()
    return first if "A" <= first <= "Z" else "#"


def slug(text: str) -> str:
    """``text`` as an ASCII name: lower-case pinyin, nothing but letters and digits; may be empty."""
    joined = pinyin_of(text).replace(" ", "")
    return "".join(char for char in joined if char.isascii() and char.isalnum())[:_SLUG_LENGTH]


def unique_slug(text: str) -> str:
    """An ASCII name from ``text`` alone: pinyin and six digits of a hash, so that homophones stay apart."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:6]
    return f"{slug(text)}-{digest}".lstrip("-")

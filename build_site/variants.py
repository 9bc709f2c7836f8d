"""Traditional characters read as simplified ones, one for one: for matching only, never for what is shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache

from opencc import OpenCC

from .text import fold

#: CJK Unified Ideographs with extension A, and the compatibility ideographs.
_BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))


@cache
def _table() -> dict[str, str]:
    """Every character that has another, single simplified form."""
    chars = [chr(code) for start, end in _BLOCKS for code in range(start, end)]
    table: dict[str, str] = {}
    for name in ("hk2s", "t2s"):  # Hong Kong writes some characters in forms of its own (衞)
        simple = OpenCC(name).convert("\n".join(chars)).split("\n")
        table |= {char: form for char, form in zip(chars, simple, strict=True) if form != char and len(form) == 1}
    return table


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_table())}]")


def simplify(text: str) -> str:
    """``text`` with traditional characters made simplified, one character for one.

    The result has the length of ``text``, so an offset means the same place in both; a text without
    traditional characters is returned as it is. Words are not converted (軟體 does not become 软件), and
    characters whose simplified form depends on the word take their commonest one.
    """
    table = _table()
    return _traditional().sub(lambda match: table[match[0]], text)


def written_as(source: str) -> Callable[[str], str]:
    """What gives simplified words made of ``source`` the characters that ``source`` writes for them.

    A simplified character that stands for two traditional ones becomes the commoner of them in ``source``.
    """
    plain = simplify(source)
    if plain == source:
        return str
    pairs = Counter(zip(plain, source, strict=True))
    forms = {ord(simple): char for (simple, char), _ in reversed(pairs.most_common())}
    return lambda text: text.translate(forms)


#: 2。6万, 4。8%: a full stop that a converter put for every point.
_POINT = re.compile(r"。(?<=\d。)(?=\d{1,2}(?:[万亿%倍]|个百分点))")


@lru_cache(maxsize=2)
def simplified(text: str) -> str:
    """`simplify` for the text of a whole report; stages ask for the same in turn."""
    return simplify(text)


@lru_cache(maxsize=2)
def normal_form(text: str) -> str:
    """``text`` simplified and with half-width signs, one character for one; stages ask for the same in turn.

    Between the digits of a decimal number a full stop is the point.
    """
    return _POINT.sub(".", fold(simplified(text)))

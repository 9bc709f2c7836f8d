"""Places in an order: 第4名, 位居全市第一, 第一、第三、第五名, 前三. Not 第一时间, 第22届."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...text import Span
from ..candidate import Quantity
from ..numerals import CHINESE_CHARS, read_arabic, read_chinese
from .lexicon import Lexicon

#: What stands between two ranks, the second of which is of a part, and how long it may be.
_PART = re.compile("[，、；,;](?:其中)?[\u4e00-\u9fff]{2,6}")
_NEAR = 10


def find_ranks(text: str, lexicon: Lexicon) -> Iterator[Quantity]:
    """Every rank of ``text``."""
    place, ranked, top = _patterns(lexicon)
    last = -_NEAR
    for match in place.finditer(text):
        named = bool(match["u"])
        if named or _is_ranked(text, match, ranked, lexicon) or _is_part(text, match, last):
            quantity = _quantity(match, "rank")
            if quantity:
                last = match.end()
                yield quantity
    for match in top.finditer(text):
        quantity = _quantity(match, "rank-top")
        if quantity:
            yield quantity


def _is_part(text: str, match: re.Match[str], last: int) -> bool:
    """Whether the rank that ended at ``last`` is told apart by this one: 排名第二，其中高中|第一、初中第三."""
    near = match.start() - last <= _NEAR and text[match.end() : match.end() + 1] in "，、。；,;"
    return near and bool(_PART.fullmatch(text, last, match.start()))


@lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A place (第3名), words in front of one, and the top of an order (前三)."""
    signs = "".join(re.escape(char) for char in lexicon.rules.quantities.mask.all)
    number = f"(?P<n>\\d{{1,3}}(?![\\d.{signs}])|\\d{{0,2}}[{signs}]{{1,3}}|[{CHINESE_CHARS}]{{1,4}})"
    words = "|".join(sorted(lexicon.rules.quantities.rank.before, key=len, reverse=True))
    return (
        re.compile(f"第{number}(?P<u>名(?!师)|位(?![置的教]))?"),
        re.compile(f"(?:{words})[“”\\s]?$"),
        re.compile(
            f"前(?<![之以目提空从]前){number}(?P<u>名|位)?(?=[，。；、）,;]|$|(?<=[名位])[和及与以]|(?<![名位])的(?=..)|行列|之列|水平)"
        ),
    )


def _is_ranked(text: str, match: re.Match[str], before: re.Pattern[str], lexicon: Lexicon) -> bool:
    if text.startswith(lexicon.rules.quantities.rank.not_before, match.end()):
        return False
    if not before.search(text[max(0, match.start() - 6) : match.start()]):
        return False
    follower = text[match.end() : match.end() + 1]
    return not follower or not ("\u4e00" <= follower <= "\u9fff") or follower in "和及与或的，并且"


def _quantity(match: re.Match[str], rule: str) -> Quantity | None:
    digits = match["n"]
    masked = not (digits.isdigit() or digits[0] in CHINESE_CHARS)
    value = None if masked else read_arabic(digits) if digits.isdigit() else read_chinese(digits)
    if value is None and not masked:
        return None
    start = match.start() if match[0][0] == "第" else match.start("n")
    style = "mask" if masked else "arabic" if digits[0].isdigit() else "chinese"
    return Quantity(
        span=Span(start, match.end()),
        number=Span(*match.span("n")),
        value=value,
        unit=match["u"] or "",
        kind="rank",
        style=style,
        rule=rule,
        masked=masked,
        rank=True,
    )

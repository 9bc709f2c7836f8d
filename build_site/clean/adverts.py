"""Adverts stuck into the text: a way to reach someone (微信, QQ, 电话) with a number, and the words that lure there.

An authority's own number (监督电话, 咨询热线) is report text; where neither is sure the text stays and is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..rules.litter import LitterRules
from .draft import Cut, Doubt, Draft, Finding
from .lexicon import words

_ID = r"(?:[A-Za-z][A-Za-z0-9_-]{4,20}|\d[\d\- ]{4,18}\d)"
_SENTENCE = "。！？!?；;\n”）】"
#: The longest lure before the number, in characters: longer ones are sentences.
_LURE = 24
#: … and this short they lure even without a word that is known to.
_CALL = 8
_DOUBTFUL = "此处像是插入的广告或联系方式，但不能断定，予以保留。"


class _Signs(NamedTuple):
    anchor: re.Pattern[str]
    promotion: re.Pattern[str]
    lure: re.Pattern[str]
    phone: re.Pattern[str]
    official_phone: re.Pattern[str]
    official_channel: re.Pattern[str]


@lru_cache(maxsize=4)
def _signs(rules: LitterRules) -> _Signs:
    return _Signs(
        re.compile(
            rf"(?P<channel>{words(rules.channels)})\s*(?:号码?|ID|id)?\s*[:：为是]?\s*(?P<id>{_ID})(?![A-Za-z0-9%％个人次条名群])"
        ),
        re.compile(words(rules.promotions)),
        re.compile(words(rules.promotions + rules.lures)),
        re.compile(r"电话|手机|tel", re.I),
        re.compile(words(rules.official_contacts)),
        re.compile(words(rules.official_channels)),
    )


def find_adverts(draft: Draft, rules: LitterRules) -> Iterator[Finding]:
    """Adverts with a number to reach."""
    text = draft.text
    signs = _signs(rules)
    for match in signs.anchor.finditer(text):
        start, end = _extent(text, *match.span(), signs.lure)
        phone = bool(signs.phone.search(match["channel"]))
        clause = text[max(start, match.start() - _LURE) : end]
        promoted = bool(signs.promotion.search(clause))
        spoken = clause[: len(clause) - (end - match.start("id"))]
        if (signs.official_phone if phone else signs.official_channel).search(spoken):
            if promoted:
                yield Doubt(start, end, "doubtful-advertisement", _DOUBTFUL)
            continue
        alone = start == 0 or text[start - 1] in _SENTENCE
        lured = start < match.start()
        if promoted or (not phone and (alone or lured)):
            yield Cut(start, end, "advertisement")
        elif not phone:
            yield Doubt(match.start(), match.end(), "doubtful-advertisement", _DOUBTFUL)


def _extent(text: str, start: int, end: int, lure: re.Pattern[str]) -> tuple[int, int]:
    """The advert around a number: the whole sentence if it is short and lures, else the luring words at the number."""
    while end < len(text) and (match := lure.match(text, end)):
        end = match.end()
    floor = max(0, start - _LURE)
    near = max(text.rfind(mark, floor, start) for mark in _SENTENCE) + 1
    ends = end == len(text) or text[end] in _SENTENCE + "，,"
    if ends and (near or floor == 0) and (start - near <= _CALL or lure.search(text, near, start)):
        return near, end
    return _over_words(text, floor, start, lure), end


def _over_words(text: str, floor: int, start: int, lure: re.Pattern[str]) -> int:
    for begin, end in reversed([match.span() for match in lure.finditer(text, floor, start)]):
        if text[end:start].strip():
            break
        start = begin
    return start

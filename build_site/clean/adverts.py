"""Adverts stuck into the text: a way to reach someone (微信, QQ, 电话) with a number, and the words that lure there.

An authority's own number (监督电话, 咨询热线) is report text; where neither is sure the text stays and is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..rules.litter import LitterRules
from .draft import Cut, Doubt, Draft, Finding
from .lexicon import words

_ID = r"(?:[A-Za-z][\w-]{4,20}|\d[\d\- ]{4,18}\d)"
_SENTENCE = "。！？!?；;\n”）】"
_CLAUSE = _SENTENCE + "，,、 \u3000"
#: The longest lure before the number, in characters: longer ones are sentences.
_LURE = 24
_DOUBTFUL = "此处像是插入的广告或联系方式，但不能断定，予以保留。"


@lru_cache(maxsize=4)
def _patterns(rules: LitterRules) -> tuple[re.Pattern[str], ...]:
    channel, promotion = words(rules.channels), words(rules.promotions)
    return (
        re.compile(rf"(?P<channel>{channel})\s*(?:号码?|ID|id)?\s*[:：为是]?\s*(?P<id>{_ID})(?![\w%％])"),
        re.compile(rf"(?:{promotion})"),
        re.compile(words(rules.official_contacts)),
    )


def find_adverts(draft: Draft, rules: LitterRules) -> Iterator[Finding]:
    """Adverts with a number to reach."""
    text = draft.text
    anchor, promotion, official = _patterns(rules)
    for match in anchor.finditer(text):
        start, end = _extent(text, *match.span(), promotion)
        around = text[max(0, match.start() - 12) : match.start()]
        private = match["channel"].lower() not in ("电话", "手机", "tel")
        lured = bool(promotion.search(text, start, match.start() + len(match["channel"])))
        if official.search(around) and not lured:
            continue
        alone = start == 0 or text[start - 1] in _SENTENCE
        if (lured or (private and alone)) and end - start <= len(match[0]) + 2 * _LURE:
            yield Cut(start, end, "advertisement")
        elif private:
            yield Doubt(match.start(), match.end(), "doubtful-advertisement", _DOUBTFUL)


def _extent(text: str, start: int, end: int, promotion: re.Pattern[str]) -> tuple[int, int]:
    """The advert around a number: back to the end of the sentence before if that is near, else over luring words."""
    floor = max(0, start - _LURE)
    near = max(text.rfind(mark, floor, start) for mark in _SENTENCE)
    start = max(near + 1, 0) if near >= 0 or floor == 0 else _over_words(text, floor, start, promotion)
    while end < len(text) and (match := promotion.match(text, end)):
        end = match.end()
    return start, end


def _over_words(text: str, floor: int, start: int, promotion: re.Pattern[str]) -> int:
    runs = [match.span() for match in promotion.finditer(text, floor, start)]
    for begin, end in reversed(runs):
        if text[end:start].strip():
            break
        start = begin
    return start

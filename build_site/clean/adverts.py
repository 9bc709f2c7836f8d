"""Adverts stuck into the text: a way to reach someone (微信, QQ, 电话) with a number, and the words that lure there.

An authority's own number (监督电话, 咨询热线) is report text; where neither is sure the text stays and is marked.
An advert without a number is a sentence by itself that calls, offers something and names a channel or an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import rjieba

from ..rules.expressions import any_of
from ..rules.litter import LitterRules
from ..text import is_cjk
from ..variants import simplify
from .draft import Cut, Doubt, Draft, Finding
from .lexicon import words

_ID = r"(?:[A-Za-z][A-Za-z0-9_-]{4,20}|\d[\d\- ]{4,18}\d)"
_ADDRESS = r"(?:https?://|www\.)[\x21-\x7e]{3,80}"
_STOPS = "。！？；\n"
_SENTENCE = "。！？!?；;\n”）】"
#: The longest lure before the number, in characters: longer ones are sentences.
_LURE = 24
#: … unless the sentence begins as adverts do.
_LONG_LURE = 44
#: … and this short they lure even without a word that is known to.
_CALL = 8
#: Characters on either side by which a word is known that an advert splits.
_AROUND = 4
#: An advert without a number is no longer than this.
_SENTENCE_CHARS = 60
_BRACKETS = {"【": "】", "（": "）", "(": ")", "[": "]"}
#: What a site says of where it has the text, between rules, anywhere: ---本文来源于网络，仅供参考---
#: … and the slogans at the edges of its pages, which run into the text: 精选优质文档---倾情为你奉上
_DISCLAIMER = re.compile(
    r"[-—–_*=]{2,8}\s?(?:本文|文章|资料|内容)?来(?:源于|自)网络[^\n\-—–_*=]{0,40}[-—–_*=]{2,8}"
    r"|精选优质文档[-—–]{1,8}倾情为[你您]奉上|专心[-—–]{1,4}专注[-—–]{1,4}专业"
)
_CLAUSE = re.compile(r"[，,、 ][^，,。！？；\n【】（）()]{1,16}")
_DOUBTFUL = "此处像是插入的广告或联系方式，但不能断定，予以保留。"


class _Signs(NamedTuple):
    channel: re.Pattern[str]
    anchor: re.Pattern[str]
    promotion: re.Pattern[str]
    lure: re.Pattern[str]
    phone: re.Pattern[str]
    official_phone: re.Pattern[str]
    official_channel: re.Pattern[str]
    call: re.Pattern[str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    good: re.Pattern[str]


def _call(rules: LitterRules) -> re.Pattern[str]:
    """A line, a bracket or a sentence that calls for something by a channel; no number stands in the sentence."""
    calling = rf"(?:{words(rules.openings)})[^。！？；\n【】]{{0,44}}?(?:{words(rules.channels)}|{_ADDRESS})"
    return any_of(
        (
            rf"^[ \t\u3000]*{calling}[^。\n]{{0,40}}。?$",
            rf"【{calling}[^】\n]{{0,40}}】",
            rf"(?<![^。！？；\n])[ \t\u3000]*{calling}[^。！？；\nA-Za-z0-9]{{0,16}}(?:。|$)",
        ),
        re.M,
    )


@lru_cache(maxsize=4)
def _signs(rules: LitterRules) -> _Signs:
    return _Signs(
        any_of((words(rules.channels), "https?://", r"www\.")),
        re.compile(
            rf"(?P<channel>{words(rules.channels)})\s*(?:号码?|ID|id)?\s*[:：为是]?\s*(?P<id>{_ID})(?![A-Za-z0-9%％个人次条名群])"
        ),
        re.compile(words(rules.promotions)),
        re.compile(words(rules.promotions + rules.lures)),
        re.compile(r"电话|手机|tel", re.I),
        re.compile(words(rules.official_contacts)),
        re.compile(words(rules.official_channels)),
        _call(rules),
        re.compile(rf"[【（(\[]?(?:{words(rules.openings)})"),
        # A lure behind the number is a clause by itself: 详情咨询, but not 提供优质服务.
        re.compile(rf"(?:{words(rules.promotions + rules.lures)})+(?=[\s，。、；！】）)]|$)"),
        re.compile(words(rules.goods)),
    )


def find_disclaimers(draft: Draft, rules: LitterRules) -> Iterator[Finding]:
    """What a site says of its source within a paragraph of the report."""
    said = any(word in draft.text for word in ("源于网络", "来自网络", "倾情为", "专注"))
    for match in _DISCLAIMER.finditer(draft.text) if said else ():
        yield Cut(*match.span(), "advertisement")


def find_adverts(draft: Draft, rules: LitterRules) -> Iterator[Finding]:
    """Adverts with a number to reach, and those without."""
    text = draft.plain
    signs = _signs(rules)
    yield from _find_calls(text, signs)
    for match in signs.anchor.finditer(text):
        start, end = _extent(text, *match.span(), signs)
        end = _closed(text, start, end, signs.promotion)
        inside = _inside_word(text, *match.span(), signs.lure)
        if inside:
            yield Cut(*inside, "advertisement")
            continue
        phone = bool(signs.phone.search(match["channel"]))
        clause = text[max(start, match.start() - _LURE) : end]
        promoted = bool(signs.promotion.search(clause))
        spoken = clause[: len(clause) - (end - match.start("id"))]
        if not phone and promoted and signs.opening.match(text, start):
            yield Cut(start, end, "advertisement")
            continue
        if (signs.official_phone if phone else signs.official_channel).search(spoken):
            if promoted:
                yield Doubt(start, end, "doubtful-advertisement", _DOUBTFUL)
            continue
        alone = start == 0 or text[start - 1] in _SENTENCE
        lured = start < match.start() and text[start] not in _BRACKETS
        if promoted or (not phone and (alone or lured)):
            yield Cut(start, end, "advertisement")
        elif not phone:
            yield Doubt(match.start(), match.end(), "doubtful-advertisement", _DOUBTFUL)


def _find_calls(text: str, signs: _Signs) -> Iterator[Finding]:
    """Adverts without a number, in the lines that name a channel."""
    at = 0
    for line in text.split("\n"):
        for match in signs.call.finditer(line) if signs.channel.search(line) else ():
            said = match[0]
            if len(said) <= _SENTENCE_CHARS and signs.good.search(said) and not signs.official_phone.search(said):
                yield Cut(at + match.start(), at + match.end(), "advertisement")
        at += len(line) + 1


def _inside_word(text: str, start: int, end: int, lure: re.Pattern[str]) -> tuple[int, int] | None:
    """The advert with its brackets or its lures, if it stands inside a word; None if it does not."""
    around = _bracket(text, _over_words(text, max(0, start - _LURE), start, lure), end)
    return around if _splits_word(text, *around) else None


def _bracket(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the brackets around it, if they hold nothing else."""
    closing = _BRACKETS.get(text[start - 1 : start], "")
    return (start - 1, end + 1) if closing and text.startswith(closing, end) else (start, end)


def _splits_word(text: str, start: int, end: int) -> bool:
    """Whether the stretch stands inside a word: what a site puts anywhere, no writer does."""
    left, right = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if not (left and right and is_cjk(left[-1]) and is_cjk(right[0])):
        return False
    edges = set(accumulate(map(len, _segmenter().cut(simplify(left + right)))))
    return len(left) not in edges


@lru_cache(maxsize=1)
def _segmenter() -> rjieba.Jieba:
    return rjieba.Jieba()


def _closed(text: str, start: int, end: int, promotion: re.Pattern[str]) -> int:
    """The end of an advert with the clauses behind it that lure on, and the bracket that closes it."""
    while (match := _CLAUSE.match(text, end)) and promotion.search(match[0]):
        end = match.end()
    opening = text[start : start + 1]
    closing = _BRACKETS.get(opening, "")
    return end + 1 if closing and text.startswith(closing, end) else end


def _extent(text: str, start: int, end: int, signs: _Signs) -> tuple[int, int]:
    """The advert around a number: the whole sentence if it is short and lures, else the luring words at the number."""
    lure, around = signs.lure, _bracket(text, start, end)
    if around != (start, end):
        return around
    if match := signs.closing.match(text, end):
        end = match.end()
    floor = max(0, start - _LURE)
    near = max(text.rfind(mark, floor, start) for mark in _SENTENCE + "，,") + 1
    begin = max(text.rfind(mark, max(0, start - _LONG_LURE), start) for mark in _STOPS) + 1
    if begin and signs.opening.match(text, begin) and signs.promotion.search(text, begin, start):
        return begin, end
    ends = end == len(text) or text[end] in _SENTENCE + "，,"
    if ends and (near or floor == 0) and (start - near <= _CALL or lure.search(text, near, start)):
        return near, end
    return _over_words(text, floor, start, lure), end


def _over_words(text: str, floor: int, start: int, lure: re.Pattern[str]) -> int:
    """Where the luring words begin that stand right before ``start``."""
    single = False
    for begin, end in reversed([match.span() for match in lure.finditer(text, floor, start)]):
        if text[end:start].strip() or (end - begin == 1 and single):
            break
        single = single or end - begin == 1  # the 加 of 更加 is no second 加
        start = begin
    return start

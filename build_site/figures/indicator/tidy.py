"""Cutting a name to shape: particles off both ends, brackets balanced, length within bounds."""

from __future__ import annotations

import re

from ...rules.expressions import any_of
from ...rules.indicators import NameWords
from ..words import Tokens

#: Names are at most this long; a table row with more is no name.
LONGEST = 30
_EDGE = frozenset(" \u3000\t\n、，,。；;：:！!？?·…—－-~～．.")
_OPEN_EDGE = _EDGE | frozenset("”’）)》")
_CLOSE_EDGE = _EDGE | frozenset("“‘（(《")
_IN_ALL = frozenset(("共", "共计", "累计", "合计", "总共", "已", "全部", "先后"))
#: 在校生总数|稳中有增
_STEADY = ("稳中有升", "稳中有进", "稳中有增", "稳中有降", "稳中向好", "稳中提质")
_PUNCTUATION = re.compile(r"[，。；：！？,;\n\t\s]+")
_UNTIDY = re.compile(r"[，。；：！？,;\s“”（）《》()‘’]")
_TIME = any_of(
    (
        r"(?:截至|截止|自|从)?(?:到)?(?:(?:20\d\d|20[*×xX○□]{2}|[*×xX○□]{1,4}|今|去|本|当)年|年(?=[初底末内度])|(?:20\d\d|[*×xX○□]{1,4}|今|去|本|当)?学(?:年度?|期))(?:度|第[一二三四]季度|上半年|下半年|年?[初底末内])?(?:春季|秋季)?(?:学期)?(?:[\d*×]{1,2}月(?:份|[底末初])?(?:[\d*×]{1,2}日)?)?",
        r"(?:19|20)\d\d年?[-—~～至到](?:20)?\d\d年度?",
        r"(?:春|秋)季学期",
        r"近[\d*×xX○□_一二三四五六七八九十两几]{1,2}个?年(?:以?来|间)?",
        r"[\d*×xX○□_一二三四五六七八九十两几]{1,2}年(?:以?来|间)",
        r"(?:截至|截止)?到?[\d*×xX○□]{1,2}月(?:份|[底末初])?(?:[\d*×xX○□]{1,2}日)?(?:起|以来|前)?",
    )
)


def trim(tokens: Tokens, words: NameWords) -> Tokens:
    """``tokens`` without particles and punctuation at either end."""
    start, end = 0, len(tokens)
    leads, tails = words.sets["leads"], words.sets["tails"]
    while start < end and (tokens[start][0] in leads or tokens[start][0] in _OPEN_EDGE):
        start += 1
    while end > start:
        if tokens[end - 1][0] in tails or tokens[end - 1][0] in _CLOSE_EDGE:
            end -= 1
        elif end > start + 1 and (moving := _moving(tokens, end, words)):
            end -= moving
        else:
            break
    return tokens[start:end]


def _moving(tokens: Tokens, end: int, words: NameWords) -> int:
    """How many tokens in front of ``end`` say how a thing moves or was found: 录取率|持续|提高, 隐患|共|发现."""
    last = tokens[end - 1][0]
    if last in words.moves or last in words.sets["manners"]:
        return 1
    if last in words.sets["light_verbs"]:
        return 2 if tokens[end - 2][0] in _IN_ALL else 0
    if last not in words.sets["trends"]:
        return 0
    return 2 if end > 2 and tokens[end - 2][0] in words.sets["manners"] else 0


def without_time(text: str) -> str:
    """``text`` without a time at its very beginning."""
    match = _TIME.match(text)
    return text[match.end() :] if match else text


def finished(name: str) -> str:
    """``name`` with brackets balanced and inner punctuation gone, cut to `LONGEST` characters at the front."""
    if name.endswith(_STEADY):
        name = name[:-4]
    if not _UNTIDY.search(name):
        return name[-LONGEST:]
    name = _PUNCTUATION.sub("", name)
    for opening, closing in ("“”", "（）", "《》", "()", "‘’"):
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return name[-LONGEST:]

"""The name left of the number: 学前毛入园率达到【92%】, 发放助学金【114万元】."""

from __future__ import annotations

import re

from ...rules.indicators import NameWords
from ..words import Tagger, Token, Tokens, joined
from .tidy import finished, trim, without_time

#: A name left of its number grows no longer than this if it can be cut at a list sign.
_COMFORTABLE = 18
#: Parts of speech after which a verb opens a new phrase.
_BEFORE_VERB = ("d", "nt", "t", "x")
#: The marker of a point at the start of its sentence: 3.争创, （二）推进, 一是.
_MARKER = re.compile(
    r"^\s*(?:[（(]?[\d一二三四五六七八九十*×]{1,3}[)）、.．]+(?!\d)|[一二三四五六七八九十]+(?:是|要))\s*"
)
_PLACE_ENDS = tuple("区市县省州镇乡")


def left_name(text: str, tag: Tagger, words: NameWords, *, whole: bool = False) -> str:
    """The name in the stretch ``text`` in front of a number; "" if it holds none.

    A long list of nouns is cut to its last ones, unless ``whole`` is asked for.
    """
    text = _MARKER.sub("", text[-48:].lstrip(" 、，"))
    text = text.removeprefix("其中")  # lest 其中小学 be read as 其|中小学
    tokens = trim(tag(without_time(text)), words)
    tokens = _phrase(tokens, words)
    return without_time(finished(joined(tokens if whole else _shortened(tokens))))


def _phrase(tokens: Tokens, words: NameWords) -> Tokens:
    """The last noun phrase of ``tokens``, with the verb in front of it if that verb belongs to the name."""
    start, last = 0, len(tokens) - 1
    quoted = 0
    for index, (word, _) in enumerate(tokens[:-1] if last > 0 else ()):
        quoted += word in "“《（"
        quoted -= word in "”》）"
        if quoted > 0:
            continue
        opens = index == start or tokens[index - 1][1] in _BEFORE_VERB or _is_place(tokens[index - 1])
        if _is_left_out(tokens, index, words):
            start = index + 1
        elif word in words.sets["kept_verbs"] and opens:
            start = index
    return trim(tokens[start:], words)


def _is_left_out(tokens: Tokens, index: int, words: NameWords) -> bool:
    """Whether a name begins behind this word: a light verb, a preposition, an organisation."""
    word, kind = tokens[index]
    if word in words.sets["light_verbs"]:
        return not _is_noun_here(tokens, index)
    if word in words.sets["bodies"] or kind == "nt":
        return True
    # A preposition inside a relative clause opens no name: 与发展不相适应的专业.
    opens_object = word in words.sets["coverbs"] or (kind == "p" and word != "自")
    return opens_object and not any(later == "的" for later, _ in tokens[index + 1 :])


def _is_place(token: Token) -> bool:
    return token[1] == "ns" and token[0].endswith(_PLACE_ENDS)


def _is_noun_here(tokens: Tokens, index: int) -> bool:
    """A light verb between two nouns is part of a compound: 家庭教育指导, 风险排查 机制."""
    return index > 0 and tokens[index - 1][1] in ("n", "vn", "j", "b", "nz") and tokens[index][1] == "vn"


def _shortened(tokens: Tokens) -> Tokens:
    """``tokens`` from the first list sign on that makes them comfortable; all of them if none does."""
    length = sum(len(word) for word, _ in tokens)
    if length <= _COMFORTABLE:
        return tokens
    for index, (word, _) in enumerate(tokens):
        length -= len(word)
        if word in "、和及与" and 2 <= length <= _COMFORTABLE:
            return tokens[index + 1 :]
    return tokens

"""The name right of the number: 【990个】学位, 【55所】中小学完成党组织领导的校长负责制改革."""

from __future__ import annotations

from typing import NamedTuple

from ...rules.indicators import NameWords
from .tidy import finished, trim
from ..words import Tagger, Tokens, joined

#: How much of a predicate a name takes on.
_PREDICATE = 16


class Right(NamedTuple):
    """What stands right of a number: a noun phrase and what it did, either may be ""."""

    noun: str
    predicate: str


def read_right(text: str, rest: str, tag: Tagger, words: NameWords) -> Right:
    """Noun phrase and predicate behind a number.

    Args:
        text: from the number to the next one or to the end of the clause.
        rest: from the number to the end of the clause, later numbers left out.
        tag: cuts text into words.
        words: what ends a noun phrase.
    """
    tokens = tag(text[:48])
    end = _noun_end(tokens, words)
    noun = finished(joined(trim(tokens[:end], words))) if end else ""
    consumed = sum(len(word) for word, _ in tokens[:end])
    return Right(noun, predicate_name(rest[consumed:], tag, words))


def _noun_end(tokens: Tokens, words: NameWords) -> int:
    predicates = words.sets["predicates"]
    depth = 0
    for index, (word, kind) in enumerate(tokens):
        depth += word in "“《"
        depth -= word in "”》"
        if depth > 0:
            continue
        if word in "（(、，":
            return index
        if word in ("和", "及", "与", "以及", "并") and index == 0:
            return 0
        if word == "中" or kind == "p" or (kind == "d" and index > 0):
            return index
        if word in predicates and not _is_nominal(tokens, index):
            return index
    return len(tokens)


def _is_nominal(tokens: Tokens, index: int) -> bool:
    """A verb that closes the phrase, or that 的 follows, is part of the noun phrase: 党员发展, 培训的教师."""
    if index == 0 or len(tokens[index][0]) < 2:
        return False
    following = tokens[index + 1][0] if index + 1 < len(tokens) else ""
    return following in ("", "工作", "的", "、", "和", "机制", "中心", "基地")


def predicate_name(text: str, tag: Tagger, words: NameWords) -> str:
    """A predicate as part of a name: fillers off, not longer than needed."""
    tokens = tag(text[:40])
    fillers = words.sets["predicate_fillers"]
    start = 0
    while start < len(tokens) and (tokens[start][0] in fillers or tokens[start][0] in "、，和及与" or tokens[start][1] == "d"):
        start += 1
    length, end = 0, start
    while end < len(tokens) and length + len(tokens[end][0]) <= _PREDICATE:
        length += len(tokens[end][0])
        end += 1
    kept = trim(tokens[start:end], words)
    return finished(joined(kept))

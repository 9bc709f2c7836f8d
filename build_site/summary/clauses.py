"""Cuts a sentence into clauses at ， and ；, leaving quotations and brackets whole."""

from __future__ import annotations

import re
from itertools import accumulate

from ..text import Span

_BRACKETS = "“”‘’（）()《》「」『』【】"
_BRACKET = re.compile(f"[{_BRACKETS}]")
#: A mark between clauses; 1,200 holds none.
_MARK = re.compile(r"，|；|;|,(?!(?<=\d,)\d)")
_SIGN = re.compile("|".join((*map(re.escape, _BRACKETS), _MARK.pattern)))
_OPENING = frozenset("“‘（(《「『【")
_CLOSING = frozenset("”’）)》」』】")
_FINAL, _AFTER_FINAL = "。！？!?", "”’』」）)"


def split_clauses(text: str, span: Span) -> tuple[list[str], list[int]]:
    """The clauses of the sentence at ``span``, and where each begins.

    The marks between them belong to none, nor does the final mark.
    """
    clauses = _split(_unclosed(span.of(text)))
    starts = list(accumulate([len(clause) + 1 for clause in clauses[:-1]], initial=span.start))
    if "" in clauses:
        starts = [start for start, clause in zip(starts, clauses, strict=True) if clause]
        clauses = list(filter(None, clauses))
    return clauses, starts


def _unclosed(sentence: str) -> str:
    """The sentence without its final mark, and what closes behind it."""
    marked = sentence.rstrip(_AFTER_FINAL)
    bare = marked.rstrip(_FINAL)
    return bare if len(bare) < len(marked) else sentence


def _split(sentence: str) -> list[str]:
    """What stands between the marks, some of it perhaps empty."""
    outside = _outside_brackets(sentence) if _BRACKET.search(sentence) else None
    # Brackets that do not match are litter, or a quotation that runs on.
    return _MARK.split(sentence) if outside is None else outside


def _outside_brackets(sentence: str) -> list[str] | None:
    """What stands between the marks outside brackets; None if these do not match."""
    parts, at, depth = [], 0, 0
    for match in _SIGN.finditer(sentence):
        sign = match[0]
        if sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth -= 1
        elif depth <= 0:
            parts.append(sentence[at : match.start()])
            at = match.end()
    parts.append(sentence[at:])
    return None if depth else parts

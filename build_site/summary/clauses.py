"""Cuts a sentence into clauses at ， and ；, leaving quotations and brackets whole."""

from __future__ import annotations

import re

from ..text import Span

_BRACKETS = "“”‘’（）()《》「」『』【】"
_BRACKET = re.compile(f"[{_BRACKETS}]")
#: A mark between clauses; 1,200 holds none.
_MARK = re.compile(r"，|；|;|,(?!(?<=\d,)\d)")
_SIGN = re.compile("|".join((*map(re.escape, _BRACKETS), _MARK.pattern)))
_OPENING = frozenset("“‘（(《「『【")
_CLOSING = frozenset("”’）)》」』】")
_FINAL, _AFTER_FINAL = "。！？!?", "”’』」）)"


def split_clauses(text: str, span: Span) -> list[Span]:
    """The clauses of the sentence at ``span``, without the marks between them and without its final mark."""
    at, end = span.start, _end(text, span)
    clauses = []
    for cut in [*_cuts(text, at, end), end]:
        if cut > at:
            clauses.append(Span(at, cut))
        at = cut + 1
    return clauses


def _end(text: str, span: Span) -> int:
    """Where the final mark of a sentence stands, or where the sentence ends."""
    marked = text[span.start : span.end].rstrip(_AFTER_FINAL)
    bare = marked.rstrip(_FINAL)
    return span.start + len(bare) if len(bare) < len(marked) else span.end


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Where the marks between clauses stand."""
    outside = _outside_brackets(text, start, end) if _BRACKET.search(text, start, end) else None
    # Brackets that do not match are litter, or a quotation that runs on.
    return [mark.start() for mark in _MARK.finditer(text, start, end)] if outside is None else outside


def _outside_brackets(text: str, start: int, end: int) -> list[int] | None:
    """The marks outside brackets; None if these do not match."""
    cuts, depth = [], 0
    for match in _SIGN.finditer(text, start, end):
        sign = match[0]
        if sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth -= 1
        elif depth <= 0:
            cuts.append(match.start())
    return None if depth else cuts

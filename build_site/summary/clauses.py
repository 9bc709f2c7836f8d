"""Cuts a sentence into clauses at ， and ；, leaving quotations and brackets whole."""

from __future__ import annotations

import re

from ..text import Span

_SIGN = re.compile(r"[，；,;“”‘’（）()《》「」『』【】]")
_OPENING = frozenset("“‘（(《「『【")
_CLOSING = frozenset("”’）)》」』】")
_FINAL = re.compile(r"[。！？!?]+[”’』」）)]*$")


def split_clauses(text: str, span: Span) -> list[Span]:
    """The clauses of the sentence at ``span``, without the marks between them and without its final mark."""
    final = _FINAL.search(text, span.start, span.end)
    end = final.start() if final else span.end
    cuts = _cuts(text, span.start, end, nested=True)
    if cuts is None:  # brackets do not match: litter, or a quotation that runs on
        cuts = _cuts(text, span.start, end, nested=False) or []
    clauses, at = [], span.start
    for cut in [*cuts, end]:
        if cut > at:
            clauses.append(Span(at, cut))
        at = cut + 1
    return clauses


def _cuts(text: str, start: int, end: int, *, nested: bool) -> list[int] | None:
    """Where the marks stand; None if brackets are minded and do not match."""
    cuts, depth = [], 0
    for match in _SIGN.finditer(text, start, end):
        sign, at = match[0], match.start()
        if sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth -= 1
        elif (not nested or depth <= 0) and not _in_number(text, at):
            cuts.append(at)
    return None if nested and depth else cuts


def _in_number(text: str, at: int) -> bool:
    return text[at] == "," and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()

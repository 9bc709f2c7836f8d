"""Finds the chapter that turns to plans by what it says, in reports whose titles are slogans and do not tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..text import Span
from .patterns import Patterns

_SENTENCE = re.compile(r"[^。！？；\n]{9,}")
#: How much of a chapter's beginning may say that it turns to what is next.
_LEAD = 1500
#: Fewer sentences than this say too little.
_FEW = 3
#: Share of sentences on deeds: a chapter of plans has at most the first, one that looks back at least the second.
_PLANS = 0.12
_DEEDS = 0.15
#: And a chapter of plans at most this part of what one before it has.
_PART = 1 / 3


class Chapter(NamedTuple):
    """A top section: its title, its text, and the part of it before its first subsection."""

    title: str
    body: Span
    lead: Span


def find_turn(folded: str, chapters: Sequence[Chapter], patterns: Patterns) -> int:
    """The number of the chapter from which on a report speaks of plans; that of all chapters if it never does.

    It begins by turning to what is next, and speaks far less of deeds than a chapter before it.
    """
    line = patterns.line
    looked_back = None
    for number, (title, body, lead) in enumerate(chapters):
        if not number or line.asides.search(title) or line.done_headings.search(title):
            continue
        if line.turns.search(folded, lead.start, min(lead.end, lead.start + _LEAD)):
            if looked_back is None:
                looked_back = max(_deeds(folded, chapter.body, patterns) for chapter in chapters[:number])
            if looked_back >= _DEEDS and _deeds(folded, body, patterns, 1.0) <= min(_PLANS, looked_back * _PART):
                return number
    return len(chapters)


def _deeds(folded: str, body: Span, patterns: Patterns, unsaid: float = 0.0) -> float:
    """The share of sentences on something done; ``unsaid`` if there are too few sentences to tell."""
    line = patterns.line
    sentences = [match[0] for match in _SENTENCE.finditer(folded, *body)]
    if len(sentences) < _FEW:
        return unsaid
    done = sum(bool(line.deeds.search(text)) and not line.targets.search(text) for text in sentences)
    return done / len(sentences)

"""Reads the title after a marker: a whole line, a run-in sentence, its first clause, or none."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..text import Span
from .patterns import Patterns

#: The title of a point that names no topic.
UNTITLED = "-"

_SENTENCE_END = re.compile("[。！？!?]|；")
_CLAUSE_END = re.compile("[，,：:；;]|——|[。！？]")
_TRAILING = " \t\u3000。；;：:，,、.．"


class Heading(NamedTuple):
    """A title, the stretch of marker, title and closing mark, and whether text follows in the same line."""

    title: str
    span: Span
    run_in: bool


def read_heading(text: str, marker: Span, line_end: int, stop: int, followed: bool, patterns: Patterns) -> Heading:
    """The heading whose marker stands at ``marker``.

    ``line_end`` is where its line ends, ``stop`` where the next heading in that line begins (or ``line_end``);
    ``followed`` says whether the next line is text of this section.
    """
    start, at = marker
    while at < stop and text[at] in " \t\u3000":
        at += 1
    rules = patterns.rules
    mark = _SENTENCE_END.search(text, at, stop)
    sentence = mark.start() if mark else stop
    whole = mark is None or not text[mark.end() : stop].strip()
    length = sentence - at
    if whole and length <= rules.title_line and (followed or length <= rules.title_sentence):
        return _heading(text, start, at, sentence, stop, stop < line_end)
    colon = _early_colon(text, at, sentence)
    if colon:
        return _heading(text, start, at, colon, colon + 1, True)
    if length <= rules.title_sentence:
        return _heading(text, start, at, sentence, min(sentence + 1, stop), not whole or stop < line_end)
    clause = _CLAUSE_END.search(text, at, sentence)
    clause_end = clause.start() if clause else sentence
    title = text[at:clause_end]
    if len(title) > rules.title_clause or len(title) < 2 or patterns.line.adverbials.match(title):
        return Heading(UNTITLED, marker, True)
    return _heading(text, start, at, clause_end, min(clause_end + 1, stop), True)


def listed_heading(text: str, marker: Span, length: int, stop: int) -> Heading:
    """The heading whose title the table of contents gives: it is ``length`` characters long."""
    end = marker.end + length
    run_in = bool(text[end:stop].strip(_TRAILING))
    return _heading(
        text, marker.start, marker.end, end, min(end + 1, stop) if text[end : end + 1] == "。" else end, run_in
    )


def _early_colon(text: str, at: int, sentence: int) -> int:
    """Where a colon closes the title (总体目标：到2025年…), 0 if none does."""
    clause = _CLAUSE_END.search(text, at, sentence)
    return clause.start() if clause and clause[0] in "：:" and clause.start() - at >= 2 else 0


def _heading(text: str, start: int, at: int, title_end: int, end: int, run_in: bool) -> Heading:
    title = text[at:title_end].strip(_TRAILING)
    return Heading(title or UNTITLED, Span(start, max(end, title_end)), run_in)

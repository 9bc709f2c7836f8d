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
# Four characters make the shortest heading that a body text could have run into.
_SHORTEST_TITLE = 4
_DIGIT = re.compile(r"[\d*×]")
_SPACE = re.compile(r"[ \t\u3000]+")
_BLANK = " \t\n#"
_LEADING = " \n\t\u3000：:，,、．.·—"
_TRAILING = " \t\u3000。；;：:，,、.．…"


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
    while stop > at and text[stop - 1] in _BLANK:
        stop -= 1
    while at < stop and text[at] in _LEADING:
        at += 1
    rules = patterns.rules
    mark = _SENTENCE_END.search(text, at, stop)
    sentence = mark.start() if mark else stop
    whole = mark is None or not text[mark.end() : stop].strip()
    length = sentence - at
    mid_line = start > 0 and text[start - 1] not in "\n#"
    if mark and mid_line and (space := _space_after_title(text, at, sentence, rules.title_sentence)):
        return _heading(text, start, at, space, space, True)
    own_line = followed and not (mid_line and mark)
    if whole and length <= rules.title_line and (own_line or length <= rules.title_sentence):
        return _heading(text, start, at, sentence, stop, stop < line_end)
    colon = _early_colon(text, at, sentence)
    if colon:
        return _heading(text, start, at, colon, colon + 1, True)
    if length <= rules.title_sentence:
        return _heading(text, start, at, sentence, min(sentence + 1, stop), not whole or stop < line_end)
    clause = _CLAUSE_END.search(text, at, sentence)
    clause_end = clause.start() if clause else sentence
    if space := _space_after_title(text, at, clause_end, rules.title_sentence):
        return _heading(text, start, at, space, space, True)
    adverbial = bool(patterns.line.adverbials.match(text[at:clause_end]))
    if (
        mid_line
        and not adverbial
        and (body := _body_after_title(text, at, min(sentence, at + rules.title_line), patterns))
    ):
        return _heading(text, start, at, body, body, True)
    title = text[at:clause_end]
    if adverbial and _is_pair(text[at:sentence], rules.title_pair) and not whole:
        return _heading(text, start, at, sentence, min(sentence + 1, stop), True)
    if adverbial or not 2 <= len(title) <= rules.title_clause:
        return Heading(UNTITLED, marker, True)
    return _heading(text, start, at, clause_end, min(clause_end + 1, stop), True)


def listed_heading(text: str, marker: Span, length: int, stop: int) -> Heading:
    """The heading whose title the table of contents gives: it is ``length`` characters long."""
    end = marker.end + length
    run_in = bool(text[end:stop].strip(_TRAILING))
    return _heading(
        text, marker.start, marker.end, end, min(end + 1, stop) if text[end : end + 1] == "。" else end, run_in
    )


def _space_after_title(text: str, at: int, end: int, longest: int) -> int:
    """Where blank space takes the place of a lost line break after a title, 0 if it does not."""
    space = _SPACE.search(text, at, min(end, at + longest))
    return space.start() if space and space.start() - at > 2 else 0


def _body_after_title(text: str, at: int, end: int, patterns: Patterns) -> int:
    """Where body text begins that ran into its title (打赢防疫战役2022年注定…), 0 if nothing says so."""
    for opener in patterns.line.body_openers.finditer(text, at + _SHORTEST_TITLE, end):
        title = text[at : opener.start()]
        if not patterns.line.unfinished.search(title) and title[-1] not in "，、；：,;:（《“":
            return opener.start()
    return 0


def _is_pair(sentence: str, longest: int) -> bool:
    """Whether a sentence is two short clauses without figures, as headings are: 以文化为引领，把文旅打造成支柱产业。"""
    return len(sentence) <= longest and len(_CLAUSE_END.findall(sentence)) == 1 and not _DIGIT.search(sentence)


def _early_colon(text: str, at: int, sentence: int) -> int:
    """Where a colon closes the title (总体目标：到2025年…), 0 if none does."""
    clause = _CLAUSE_END.search(text, at, sentence)
    return clause.start() if clause and clause[0] in "：:" and clause.start() - at >= 2 else 0


def _heading(text: str, start: int, at: int, title_end: int, end: int, run_in: bool) -> Heading:
    title = text[at:title_end].strip(_TRAILING)
    return Heading(title or UNTITLED, Span(start, max(end, title_end)), run_in)

"""Reads the title after a marker: a whole line, a run-in sentence, its first clause, or none."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..text import Span
from .patterns import Patterns

#: The title of a point that names no topic.
UNTITLED = "-"

#: A title in brackets of its own, at the start of what it heads.
BRACKETED = re.compile(r"【[^【】：:\n]{2,30}】")

# A half-width full stop ends a sentence too, after a Chinese character and not inside a number.
_SENTENCE_END = re.compile(r"[。！？!?；;]|(?<=[\u4e00-\u9fff”）)])\.(?!\d)")
_CLAUSE_END = re.compile("[，,：:；;]|——|[。！？]")
# Four characters make the shortest heading that a body text could have run into.
_SHORTEST_TITLE = 4
_DIGIT = re.compile(r"[\d*×xX□○_]")
#: Blank space, but none that sets single characters apart (教师 队 伍 建 设).
_SPACE = re.compile(r"[ \t\u3000]+(?![\u4e00-\u9fff](?:[ \t\u3000]|[，。；：]|$))")
_CLOSING = "，,：:；;。！？."
_BLANK = " \t\n#"
_LEADING = " \n\t\u3000：:，,、．.·—"
_TRAILING = " \t\u3000。；;：:，,、.．…"


class Heading(NamedTuple):
    """A heading.

    Attributes:
        title: where its title stands, empty if it names no topic.
        span: marker, title and the mark that closes them.
        run_in: whether text follows in the same line.
    """

    title: Span
    span: Span
    run_in: bool

    def title_in(self, text: str) -> str:
        """The title as printed, without the marks around it; `UNTITLED` if there is none."""
        return self.title.of(text).strip(_TRAILING) or UNTITLED


def read_heading(folded: str, marker: Span, line_end: int, stop: int, followed: bool, patterns: Patterns) -> Heading:
    """The heading whose marker stands at ``marker``.

    ``line_end`` is where its line ends, ``stop`` where the next heading in that line begins (or ``line_end``);
    ``followed`` says whether the next line is text of this section.
    """
    rules, (start, at) = patterns.rules, marker
    while stop > at and folded[stop - 1] in _BLANK:
        stop -= 1
    while at < stop and folded[at] in _LEADING:
        at += 1
    if bracketed := BRACKETED.match(folded, at, stop):
        end = bracketed.end()
        return _heading(start, Span(at + 1, end - 1), end, end < stop or stop < line_end)
    mark = _SENTENCE_END.search(folded, at, stop)
    sentence = mark.start() if mark else stop
    whole = mark is None or not folded[mark.end() : stop].strip()
    mid_line = start > 0 and folded[start - 1] not in "\n#"
    if mark and mid_line and (space := _space_after_title(folded, at, sentence, rules.title_sentence)):
        return _heading(start, Span(at, space), space, True)
    counted = patterns.line.counted.search(folded, at, sentence) if sentence - at <= rules.title_sentence else None
    short = sentence - at <= rules.title_sentence and not counted
    own_line = followed and sentence - at <= rules.title_line and not (mid_line and mark)
    if whole and own_line:
        return _heading(start, Span(at, sentence), stop, stop < line_end)
    if colon := _early_colon(folded, at, sentence):
        return _heading(start, Span(at, colon), colon + 1, True)
    if short:
        end = stop if whole else sentence + 1
        return _heading(start, Span(at, sentence), end, not whole or stop < line_end)
    title = _title_of_sentence(folded, Span(at, sentence), whole, mid_line, patterns)
    closed = title.end < stop and folded[title.end] in _CLOSING
    return _heading(start, title, title.end + closed, True) if title.of(folded) else Heading(title, marker, True)


def _title_of_sentence(folded: str, sentence: Span, whole: bool, mid_line: bool, patterns: Patterns) -> Span:
    """The title at the start of a sentence too long to be one: its first clause, if that names a topic."""
    rules, at = patterns.rules, sentence.start
    mark = _CLAUSE_END.search(folded, *sentence)
    clause = Span(at, mark.start() if mark else sentence.end)
    if space := _space_after_title(folded, at, clause.end, rules.title_sentence):
        return Span(at, space)
    if patterns.line.adverbials.match(clause.of(folded)):
        is_title = not whole and _is_pair(sentence.of(folded), rules.title_pair)
        return sentence if is_title else Span(at, at)
    if mid_line and (body := _body_after_title(folded, at, min(sentence.end, at + rules.title_line), patterns)):
        return Span(at, body)
    return clause if 2 <= clause.end - at <= rules.title_clause else Span(at, at)


#: How far a title reaches that ends as titles customarily do: 中心校教育教学基本情况.
_LONGEST_CUSTOMARY = 16


def listed_heading(folded: str, marker: Span, length: int, stop: int) -> Heading:
    """The heading whose title the table of contents gives: it is ``length`` characters long."""
    end = marker.end + length
    closed = end < stop and folded[end] == "。"
    return _heading(marker.start, Span(marker.end, end), end + closed, bool(folded[end:stop].strip(_TRAILING)))


def _space_after_title(folded: str, at: int, end: int, longest: int) -> int:
    """Where blank space takes the place of a lost line break after a title, 0 if it does not."""
    space = _SPACE.search(folded, at, min(end, at + longest))
    return space.start() if space and space.start() - at > 2 else 0


def _body_after_title(folded: str, at: int, end: int, patterns: Patterns) -> int:
    """Where body text begins that ran into its title (奋楫扬帆2022年是…), 0 if nothing says so."""
    ended = patterns.line.title_ends.search(folded, at, min(end, at + _LONGEST_CUSTOMARY))
    if ended and ended.end() < end:
        return ended.end()
    for opener in patterns.line.body_openers.finditer(folded, at + _SHORTEST_TITLE, end):
        title = folded[at : opener.start()]
        if not patterns.line.unfinished.search(title) and title[-1] not in "，、；：,;:（《“":
            return opener.start()
    return 0


def _is_pair(sentence: str, longest: int) -> bool:
    """Whether a sentence is two short clauses without figures, as headings are: 以文化为引领，把文旅打造成支柱产业。"""
    return len(sentence) <= longest and len(_CLAUSE_END.findall(sentence)) == 1 and not _DIGIT.search(sentence)


def _early_colon(folded: str, at: int, sentence: int) -> int:
    """Where a colon closes the title (总体目标：到2025年…), 0 if none does."""
    clause = _CLAUSE_END.search(folded, at, sentence)
    return clause.start() if clause and clause[0] in "：:" and clause.start() - at >= 2 else 0


def _heading(start: int, title: Span, end: int, run_in: bool) -> Heading:
    return Heading(title, Span(start, max(end, title.end)), run_in)

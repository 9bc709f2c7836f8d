"""Matches headings without a number: marked by the file format, or short lines that stand like one."""

from __future__ import annotations

import re

from ..model.document import Paragraph
from ..text import Span, close_up
from .candidate import Candidate, Place
from .heading import BRACKETED, read_heading
from .patterns import CUSTOMARY, PLAIN, Patterns

# What it costs to read such a line as prose, in the units of `tree.py`.
_BY_FORMAT = 6.0
_CUSTOMARY = 3.0
_BRACKETED = 3.0
_BY_LOOK = 0.9
#: In a text without markers nothing speaks against it.
_BY_LOOK_ALONE = 2.0

_OPEN_END = re.compile("[。；，、：！？…,;:!?.—]$|[。；！？]")
_SENTENCE_END = re.compile("[。！？；：]")
#: What opens a sentence without naming a topic: 半年来，…; 此外，…
_WHEN = re.compile("此外|另外|同时|其中|目前|.{0,24}(?:[年以]来|期间|[^课]后|[年月日]|月份|学期|半年)")
_CHINESE = re.compile("[\u4e00-\u9fff]")


def find_plain_headings(
    folded: str, body: Span, paragraphs: list[Paragraph], levels: dict[int, int], taken: set[int], patterns: Patterns
) -> list[Candidate]:
    """Heading lines in ``body`` that have no marker. ``taken`` are the starts of lines that have one."""
    found = []
    lonely = not taken
    bracketed = sum(bool(BRACKETED.match(folded, *paragraph.span)) for paragraph in paragraphs) > 1
    for number, paragraph in enumerate(paragraphs):
        span = paragraph.span
        text = span.of(folded)
        skip = len(text) - len(text.lstrip("# ")) if text[0] == "#" else 0
        if span.start + skip in taken:
            continue
        level = levels.get(span.start, 0)
        before = paragraphs[number - 1].span if number else None
        after = paragraphs[number + 1].span if number + 1 < len(paragraphs) else None
        doubt = 0.0
        if bracketed and BRACKETED.match(text, skip):
            doubt = _BRACKETED
        elif level and len(text) <= patterns.rules.title_line and not _SENTENCE_END.search(text[:-1]):
            doubt = _BY_FORMAT
        elif after is not None and len(text) <= patterns.rules.plain_length:
            doubt = _doubt_of(text, before.of(folded) if before else "", after.of(folded), lonely, patterns)
        if doubt:
            start = span.start + skip
            style = CUSTOMARY if patterns.line.plain_headings.fullmatch(close_up(text[skip:]).rstrip("：:")) else PLAIN
            found.append(Candidate(start, start, style, 0, Place.LINE, level, doubt))
    return found


def _doubt_of(text: str, before: str, after: str, lonely: bool, patterns: Patterns) -> float:
    line = patterns.line
    if line.plain_headings.fullmatch(close_up(text).rstrip("：:")):
        return _CUSTOMARY
    if _OPEN_END.search(text) or len(_CHINESE.findall(text)) < 2:
        return 0.0
    if line.not_headings.search(text) or line.date_line.match(text) or line.byline.match(text):
        return 0.0
    if before and not _OPEN_END.search(before) and len(before) > patterns.rules.plain_length:
        return 0.0  # the line before is unfinished: this one is a piece of it
    if not _SENTENCE_END.search(after) and not patterns.at_line.match(after):
        return 0.0  # a list of short lines, or a heading of something else
    return _BY_LOOK_ALONE if lonely else _BY_LOOK


def find_points(folded: str, body: Span, paragraphs: list[Paragraph], patterns: Patterns) -> list[Candidate]:
    """Long paragraphs in ``body`` that open by naming a topic: the points of a text without numbered headings.

    The first paragraph is the lead unless it opens with a sentence short enough to be a heading.
    """
    least = patterns.rules.point_paragraph
    points = []
    for number, paragraph in enumerate(paragraphs):
        start, stop = paragraph.span
        if stop - start < least or not body.holds(paragraph.span):
            continue
        heading = read_heading(folded, Span(start, start), stop, stop, False, patterns)
        title = heading.title.of(folded)
        by_sentence = folded[heading.span.end - 1] in "。！"
        if title and (by_sentence or (number and not _WHEN.fullmatch(title))):
            points.append(Candidate(start, start, PLAIN, 0, Place.LINE, 0, _CUSTOMARY))
    return points

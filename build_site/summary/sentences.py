"""Cuts the report into the sentences a summary may quote: headings, tables and front matter are none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from ..model.document import CleanText, Outline, Section
from ..text import Span

_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*[”’』」）)]*")
#: A title of this length that a comma joins to its sentence is a clause of it; a shorter one is a label.
_CLAUSE = 7
#: The mark of an item that is no section of its own; what follows is the sentence.
_ITEM = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}[是要、]|第[一二三四五六七八九十]{1,2}[是，、]|（[一二三四五六七八九十]{1,2}）|[①-⑳]|\d{1,2}[.．、](?!\d))"
    r"(?=[^，。；])"
)


class Sentence(NamedTuple):
    """A sentence of the body.

    Attributes:
        span: in the cleaned text; begins after a heading that runs into it, or the mark of an item.
        section: path of the innermost section, () before the first.
        opening: whether it is the first below a heading, or an item.
        plan: whether it stands in a section of plans.
    """

    span: Span
    section: tuple[int, ...]
    opening: bool
    plan: bool


def read_sentences(clean: CleanText, outline: Outline) -> list[Sentence]:
    """All sentences of the body, in order."""
    order = sorted(
        (section for section in outline.sections if section.level), key=lambda section: section.heading.start
    )
    starts = [section.heading.start for section in order]
    text = clean.unnoted
    sentences: list[Sentence] = []
    last: Section | None = None
    for start, end in _stretches(clean, outline, Span(outline.lead.start, _body_end(clean, outline))):
        number = bisect_right(starts, start) - 1
        around = order[number] if number >= 0 else None
        for match in _SENTENCE.finditer(text, start, end):
            span = _trimmed(text, match.start(), match.end())
            if span.end > span.start:
                path, plan = (around.path, around.plan) if around else ((), False)
                item = _ITEM.match(text, span.start, span.end)
                opening = not sentences or around is not last or item is not None
                sentences.append(Sentence(Span(item.end(), span.end) if item else span, path, opening, plan))
                last = around
    return sentences


def _body_end(clean: CleanText, outline: Outline) -> int:
    """Where attachments and explanations of terms begin: with a title or a last section the outline knows."""
    last = max(outline.sections, key=lambda section: section.span.end, default=None)
    # A point inside a paragraph ends with it, whatever follows.
    return len(clean.text) if last is None or (last.level and last.run_in) else last.span.end


def _stretches(clean: CleanText, outline: Outline, body: Span) -> Iterator[tuple[int, int]]:
    """The paragraphs of running text in ``body``, cut at the headings in them."""
    headings = sorted(_heading(section, clean.text) for section in outline.sections)
    number = 0
    for paragraph in clean.paragraphs:
        if paragraph.kind != "text" or not paragraph.span.meets(body):
            continue
        at = max(paragraph.span.start, body.start)
        while number < len(headings) and headings[number].start < paragraph.span.end:
            if headings[number].start > at:
                yield at, headings[number].start
            at = max(at, headings[number].end)
            number += 1
        if at < paragraph.span.end:
            yield at, paragraph.span.end


def _heading(section: Section, text: str) -> Span:
    """What of a heading is no part of a sentence: its marker alone, if its title is the sentence or a clause of it."""
    heading = section.heading
    last = text[heading.end - 1 : heading.end]
    alone = last in "。；;" and section.span.end <= heading.end + 1
    if section.run_in and not section.marker:
        return Span(heading.start, heading.start)
    joined = last in "，,；;" and len(section.title) >= _CLAUSE
    if section.level and section.marker and (joined or alone):
        return Span(heading.start, min(heading.end, heading.start + len(section.marker)))
    return heading


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \t\u3000，；、：:,;。.—-":
        start += 1
    while end > start and text[end - 1] in " \t\u3000":
        end -= 1
    return Span(start, end)

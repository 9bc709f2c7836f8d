"""Turns placed candidates into sections: titles, paths, spans, and whether they state intentions."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from ..model.document import CleanText, Paragraph, Section
from ..text import Span, close_up
from .candidate import Candidate, Place
from .contents import Contents
from .frame import Frame
from .heading import Heading, listed_heading, read_heading
from .patterns import Patterns
from .plan import Said, find_plans, is_plan_document
from .turn import Chapter, find_turn

#: What stands between the end of a section and the next heading, the hashes of a Markdown heading included.
BETWEEN = "\n\t #"

# Styles from （1） down number points inside a paragraph; higher ones lost their line break.
_INNER_RANK = 40

# A title without a year leaves it to the first sentences.
_OPENING = 400


class Placed(NamedTuple):
    """A heading and its level."""

    candidate: Candidate
    level: int


def build_sections(
    clean: CleanText,
    folded: str,
    frame: Frame,
    placed: list[Placed],
    paragraphs: list[Paragraph],
    contents: Contents | None,
    patterns: Patterns,
) -> tuple[tuple[Section, ...], tuple[Span, ...]]:
    """The sections with the document title first, and the source stretch of each body heading."""
    text = clean.unnoted
    starts = [paragraph.span.start for paragraph in paragraphs]
    ends = [paragraph.span.end for paragraph in paragraphs]
    lines = [bisect_right(starts, place.candidate.start) - 1 for place in placed]
    headings = _read_headings(folded, frame, placed, lines, ends, contents, patterns)
    name = "".join(span.of(text) for span in frame.title).rstrip()
    named = close_up("".join(span.of(folded) for span in frame.title))
    sections = [_title_section(clean, frame, name, is_plan_document(named, patterns))] if frame.title else []
    opening = close_up(folded[frame.body.start : frame.body.start + _OPENING])
    said = [
        Said(place.level, place.candidate.number, close_up(heading.title.of(folded)))
        for place, heading in zip(placed, headings, strict=True)
    ]
    span_ends = _span_ends(text, frame, placed, lines, ends)
    plans = find_plans(said, named, opening, patterns)
    if not any(plans):
        plans = _turned_plans(folded, placed, headings, span_ends, patterns)
    path: list[int] = []
    for place, heading, end, plan in zip(placed, headings, span_ends, plans, strict=True):
        candidate, level = place
        path = [*path[:level], *[0] * (level - len(path))]
        path[level - 1] += 1
        title = heading.title_in(text)
        span = Span(candidate.start, end)
        marker = text[candidate.start : candidate.end]
        source = clean.map.to_source(span)
        sections.append(Section(tuple(path), level, marker, title, heading.span, span, source, heading.run_in, plan))
    return tuple(sections), tuple(clean.map.to_source(heading.span) for heading in headings)


def _turned_plans(
    folded: str, placed: list[Placed], headings: list[Heading], span_ends: list[int], patterns: Patterns
) -> list[bool]:
    """Which sections state intentions by what the chapters say."""
    chapters, starts = [], []
    for number, (place, heading, end) in enumerate(zip(placed, headings, span_ends, strict=True)):
        if place.level == 1:
            below = number + 1 < len(placed) and placed[number + 1].level > 1
            lead_end = placed[number + 1].candidate.start if below else end
            start = heading.span.end
            chapters.append(Chapter(heading.title.of(folded), Span(start, end), Span(start, lead_end)))
            starts.append(number)
    turn = find_turn(folded, chapters, patterns)
    first = starts[turn] if turn < len(starts) else len(placed)
    return [number >= first for number in range(len(placed))]


def _title_section(clean: CleanText, frame: Frame, title: str, plan: bool) -> Section:
    heading = Span(frame.title[0].start, frame.title[-1].end)
    span = Span(heading.start, max(heading.end, frame.body.end))
    return Section((), 0, "", title, heading, span, clean.map.to_source(span), False, plan)


def _read_headings(
    folded: str,
    frame: Frame,
    placed: list[Placed],
    lines: list[int],
    ends: list[int],
    contents: Contents | None,
    patterns: Patterns,
) -> list[Heading]:
    headings = []
    for number, (place, line) in enumerate(zip(placed, lines, strict=True)):
        line_end = min(ends[line], frame.body.end)
        last = number + 1 == len(placed)
        after = frame.body.end if last else placed[number + 1].candidate.start
        stop = min(line_end, after)
        deeper = not last and placed[number + 1].level > place.level
        followed = deeper or (line_end < frame.body.end and (last or lines[number + 1] > line + 1))
        candidate = place.candidate
        alone = candidate.place == Place.LINE and candidate.start < candidate.end == line_end
        if alone and line + 1 < len(ends) and after > line_end + 1:
            line_end, followed = ends[line + 1], False  # the marker stands alone in its line
            stop = min(line_end, after)
        marker = Span(candidate.start, candidate.end)
        listed = contents.title_at(folded, candidate.end) if contents else 0
        if listed:
            headings.append(listed_heading(folded, marker, listed, stop))
        else:
            headings.append(read_heading(folded, marker, line_end, stop, followed, patterns))
    return headings


def _span_ends(text: str, frame: Frame, placed: list[Placed], lines: list[int], ends: list[int]) -> list[int]:
    """Where each section ends: before the next of its level or above; points inside a paragraph end with it."""
    result = [0] * len(placed)
    open_sections: list[int] = []
    for number in range(len(placed) + 1):
        start = placed[number].candidate.start if number < len(placed) else frame.body.end
        level = placed[number].level if number < len(placed) else 0
        while open_sections and placed[open_sections[-1]].level >= level:
            index = open_sections.pop()
            candidate, end = placed[index].candidate, start
            paragraph_end = ends[lines[index]]
            # 一是… inside a paragraph does not reach into the next, unless its own points do.
            if _is_inner_point(candidate) and placed[number - 1].candidate.start < paragraph_end:
                end = min(end, paragraph_end)
            while end > candidate.end and text[end - 1] in BETWEEN:
                end -= 1
            result[index] = end
        open_sections.append(number)
    return result


def _is_inner_point(candidate: Candidate) -> bool:
    return candidate.place > Place.LINE and (candidate.style.inline or candidate.style.rank >= _INNER_RANK)

"""Finds the sections: which lines and openings are headings, and how they nest."""

from __future__ import annotations

import re

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText, Outline, Paragraph, Section
from ..rules import Rules
from ..text import Span
from ..variants import normal_form
from .announced import check_announced
from .assemble import BETWEEN, Placed, build_sections
from .contents import check_contents, read_contents
from .frame import Frame, find_frame
from .numbered import find_markers
from .numbering import check_numbering
from .patterns import Patterns, patterns_of
from .prose import drop_prose
from .tree import arrange
from .unnumbered import find_plain_headings, find_points

_HASHES = re.compile("(#{1,6}) ")


def find_outline(clean: CleanText, rules: Rules) -> tuple[Outline, tuple[Diagnostic, ...]]:
    """The outline of a cleaned text, with warnings on gaps, repeats and disagreements."""
    patterns = patterns_of(rules)
    folded = normal_form(clean.unnoted)
    paragraphs = [paragraph for paragraph in clean.paragraphs if paragraph.kind == "text"]
    levels, titled = _format_levels(clean)
    frame = find_frame(folded, paragraphs, levels, titled, patterns)
    inside = [
        paragraph
        for paragraph in paragraphs
        if paragraph.span.start < frame.body.end and paragraph.span.end > frame.body.start
    ]
    candidates = drop_prose(find_markers(folded, frame.body, inside, levels, patterns), folded)
    taken = {candidate.start for candidate in candidates if candidate.place == 0}
    plain = find_plain_headings(folded, frame.body, inside, levels, taken, patterns)
    candidates = sorted((*candidates, *plain), key=lambda candidate: candidate.start)
    placed = [
        Placed(candidate, level)
        for candidate, level in zip(candidates, arrange(candidates, patterns), strict=True)
        if level
    ]
    if not any(place.candidate.end > place.candidate.start for place in placed):
        placed = _with_points(folded, frame, placed, inside, patterns)
    contents = read_contents(clean, patterns)
    sections, headings = build_sections(clean, folded, frame, placed, inside, contents, patterns)
    body = [section for section in sections if section.level]
    numbers = [place.candidate.number for place in placed]
    warnings = (
        *check_numbering(body, numbers, headings),
        *check_contents(contents, body, folded),
        *check_announced(clean, folded, body, numbers, patterns),
    )
    in_order = tuple(sorted(warnings, key=lambda doubt: (doubt.start, doubt.code)))
    return Outline(sections, _lead(clean.text, frame, body)), in_order


def _with_points(
    folded: str, frame: Frame, placed: list[Placed], paragraphs: list[Paragraph], patterns: Patterns
) -> list[Placed]:
    """What a text without numbers has for headings: its long paragraphs too, if heading lines come late or never."""
    start, end = frame.body
    first = placed[0].candidate.start if placed else end
    if first - start <= (end - start) // 2:
        return placed
    return [*(Placed(point, 1) for point in find_points(folded, Span(start, first), paragraphs, patterns)), *placed]


def _lead(text: str, frame: Frame, body: list[Section]) -> Span:
    end = body[0].span.start if body else frame.body.end
    while end > frame.body.start and text[end - 1] in BETWEEN:
        end -= 1
    return Span(frame.body.start, max(frame.body.start, end))


def _format_levels(clean: CleanText) -> tuple[dict[int, int], frozenset[int]]:
    """Heading levels that the file format gives lines, and the lines it calls the title, by start."""
    levels: dict[int, int] = {}
    titled = set()
    for mark in clean.source.marks:
        if mark.kind in ("heading", "title"):
            start = clean.map.to_clean(mark.span.start)
            while start < len(clean.text) and clean.text[start] in "\n\t ":
                start += 1
            if mark.kind == "title":
                titled.add(start)
            elif mark.value.isdigit():
                levels[start] = int(mark.value)
    if clean.source.format == "md":
        hashes = (
            (paragraph.span.start, _HASHES.match(clean.text, paragraph.span.start)) for paragraph in clean.paragraphs
        )
        levels |= {start: len(match[1]) for start, match in hashes if match}
    return levels, frozenset(titled)

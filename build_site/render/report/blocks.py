"""Cuts the cleaned text into the blocks the full-text page shows: headings, paragraphs, cells, notes.

The blocks tile the text: between two of them stands at most the newline or tabs that part paragraphs and cells.
A heading that runs into its paragraph becomes a block of its own, the rest of the paragraph the next.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from ...model.document import Paragraph, Section
from ...model.report import Report
from ...text import Span


@dataclass(frozen=True, slots=True)
class Block:
    """One element of the full-text page.

    Attributes:
        kind: ``heading``, or the kind of the paragraph: ``text``, ``cell``, ``footnote``, ``textbox``; ``empty`` is
            a cell without text, which the source still parts from its neighbours.
        span: in the cleaned text.
        source: the same in the source.
        sections: the sections that start here (several only where a table cell holds more than one heading).
        place: of a cell, as in `Paragraph`.
        themes: what it speaks of, the primary theme first.
    """

    kind: str
    span: Span
    source: Span
    sections: tuple[Section, ...] = ()
    place: str = ""
    themes: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """Its HTML id on the full-text page."""
        return self.sections[0].anchor if self.kind == "heading" else f"p{self.source.start}"


class Cut(NamedTuple):
    """A block before it knows its source and themes."""

    kind: str
    span: Span
    sections: tuple[Section, ...]
    place: str


def find_blocks(report: Report) -> tuple[Block, ...]:
    """The blocks of the report in text order."""
    sections = sorted(report.outline.sections, key=lambda section: section.heading.start)
    cuts = _cut(report.clean.paragraphs, sections)
    themes = _PassageThemes(report)
    to_source = report.clean.map.to_source
    return tuple(
        Block(cut.kind, cut.span, to_source(cut.span), cut.sections, cut.place, themes.of(cut)) for cut in cuts
    )


def block_at(blocks: tuple[Block, ...], offset: int) -> Block | None:
    """The block that shows the source character at ``offset``; the last one before it where it is not shown."""
    number = bisect_right(blocks, offset, key=lambda block: block.source.start) - 1
    return blocks[max(number, 0)] if blocks else None


def _cut(paragraphs: tuple[Paragraph, ...], sections: list[Section]) -> list[Cut]:
    cuts: list[Cut] = []
    at, done = 0, 0  # where the text is shown up to, and how many headings
    for paragraph in paragraphs:
        if cuts:  # one separator parts two blocks; each more means a cell without text
            cuts += (Cut("empty", Span(n, n), (), paragraph.place) for n in range(at + 1, paragraph.span.start))
        at = max(at, paragraph.span.start)
        begin = done
        while done < len(sections) and sections[done].heading.start < paragraph.span.end:
            done += 1
        inside = sections[begin:done]
        if paragraph.kind == "cell":  # a table stays a table
            cuts.append(Cut("cell", paragraph.span, tuple(inside), paragraph.place))
            at = paragraph.span.end
            continue
        for section in inside:
            start, end = section.heading
            if at < start:
                cuts.append(Cut(paragraph.kind, Span(at, start), (), ""))
            if max(at, start) < end:
                cuts.append(Cut("heading", Span(max(at, start), end), (section,), ""))
                at = end
        if at < paragraph.span.end:
            cuts.append(Cut(paragraph.kind, Span(at, paragraph.span.end), (), ""))
            at = paragraph.span.end
    return cuts


class _PassageThemes:
    """Looks up the themes of a passage: its section's for a heading, else its paragraph's."""

    def __init__(self, report: Report) -> None:
        self._sections = {themed.section: themed.themes for themed in report.themes.sections}
        self._paragraphs = sorted(report.themes.paragraphs, key=lambda themed: themed.span.start)

    def of(self, cut: Cut) -> tuple[str, ...]:
        if cut.kind == "heading":
            return self._sections.get(cut.sections[0].path, ())
        number = bisect_right(self._paragraphs, cut.span.start, key=lambda themed: themed.span.start) - 1
        if number < 0 or self._paragraphs[number].span.end <= cut.span.start:
            return ()
        return self._paragraphs[number].themes

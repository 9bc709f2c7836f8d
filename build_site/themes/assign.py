"""Goes through sections and paragraphs, and names the themes of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText, Outline, Section
from ..model.theme import Themed, Themes
from ..rules import Rules
from ..text import Span
from .hits import find_hits
from .lexicon import lexicon_of
from .pieces import Piece, cut_pieces, weigh
from .scores import Scores, choose_themes

#: Terms kept as evidence of a section, more than a page shows, and of a paragraph.
_OF_SECTION, _OF_PARAGRAPH = 24, 2


def assign_themes(clean: CleanText, outline: Outline, rules: Rules) -> tuple[Themes, tuple[Diagnostic, ...]]:
    """Themes of every section (the title left out) and of every paragraph."""
    pieces = cut_pieces(clean.text, outline)
    weigh(pieces, find_hits(clean.text, lexicon_of(rules)))
    passages = _Passages(pieces, outline, rules)
    sections = tuple(passages.section(section) for section in outline.sections if section.level)
    paragraphs = tuple(passages.paragraph(paragraph.span, paragraph.source) for paragraph in clean.paragraphs)
    return Themes(sections, paragraphs), ()


class _Passages:
    """The passages of one text, over its pieces."""

    def __init__(self, pieces: list[Piece], outline: Outline, rules: Rules) -> None:
        self._pieces = pieces
        self._starts = [piece.span.start for piece in pieces]
        self._headings = {piece.span: piece for piece in pieces if piece.heading}
        self._rules = rules.themes
        self._sections = {section.path: section for section in outline.sections if section.level}
        self._order = sorted(self._sections.values(), key=lambda section: (section.span.start, -section.span.end))
        self._section_starts = [section.span.start for section in self._order]

    def section(self, section: Section) -> Themed:
        """A section: its heading above all, what stands below it, and a little of the heading above it."""
        scores = Scores([piece for piece in self._within(section.span) if piece.span != section.heading])
        heading = self._headings.get(section.heading)
        if heading:
            whole = sum(scores.stated.values())
            scores.add_heading(heading, self._rules.heading_weight + self._rules.heading_share * whole)
        self._add_context(scores, self._sections.get(section.path[:-1]), self._rules.parent_weight)
        divided = (*section.path, 1) in self._sections
        return self._themed(section.span, section.source, section.path, scores, _OF_SECTION, divided)

    def paragraph(self, span: Span, source: Span) -> Themed:
        """A paragraph: its sentences, and a little of the heading above it."""
        around = self._around(span)
        scores = Scores(self._within(span))
        if around and not span.holds(around.heading):
            self._add_context(scores, around, self._rules.above_weight)
        return self._themed(span, source, around.path if around else (), scores, _OF_PARAGRAPH)

    def _themed(
        self, span: Span, source: Span, path: tuple[int, ...], scores: Scores, most: int, divided: bool = False
    ) -> Themed:
        chosen = choose_themes(scores, self._rules, divided)
        names = tuple(self._rules.themes[theme].name for theme in chosen)
        evidence = scores.evidence(chosen, most, self._rules)
        return Themed(span, source, path, names[0] if names else "", names, evidence)

    def _add_context(self, scores: Scores, above: Section | None, weight: float) -> None:
        piece = self._headings.get(above.heading) if above else None
        if piece:
            scores.add_context(piece, weight)

    def _within(self, span: Span) -> list[Piece]:
        return self._pieces[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def _around(self, span: Span) -> Section | None:
        """The innermost section that holds the whole of ``span``."""
        number = bisect_right(self._section_starts, span.start) - 1
        section = self._order[number] if number >= 0 else None
        while section and not section.span.holds(span):
            section = self._sections.get(section.path[:-1])
        return section

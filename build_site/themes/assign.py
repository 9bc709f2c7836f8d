"""Goes through sections and paragraphs, and names the themes of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText, Outline, Paragraph, Section
from ..model.theme import Themed, Themes
from ..rules import Rules
from ..text import Span
from .hits import find_hits
from .lexicon import lexicon_of
from .pieces import Piece, weigh_pieces
from .scores import Scores, choose_themes

#: Terms kept as evidence of a section whatever theme they speak for, of its primary theme at least, and of a paragraph.
_OF_SECTION, _OF_PRIMARY, _OF_PARAGRAPH = 4, 2, 2


def assign_themes(clean: CleanText, outline: Outline, rules: Rules) -> tuple[Themes, tuple[Diagnostic, ...]]:
    """Themes of every section (the title left out) and of every paragraph."""
    hits = find_hits(clean.text, lexicon_of(rules))
    passages = _Passages(weigh_pieces(clean.text, outline, hits), outline, rules)
    sections = tuple(passages.section(section) for section in outline.sections if section.level)
    return Themes(sections, tuple(passages.paragraphs(clean.paragraphs))), ()


class _Passages:
    """The passages of one text, over its pieces."""

    def __init__(self, pieces: list[Piece], outline: Outline, rules: Rules) -> None:
        self._pieces = pieces
        self._starts = [piece.start for piece in pieces]
        self._headings = {piece.start: piece for piece in pieces if piece.heading}
        self._rules = rules.themes
        self._sections = {section.path: section for section in outline.sections if section.level}
        self._order = sorted(self._sections.values(), key=lambda section: (section.span.start, -section.span.end))
        self._section_starts = [section.span.start for section in self._order]

    def section(self, section: Section) -> Themed:
        """A section: its heading above all, what stands below it, and a little of the heading above it."""
        heading, pieces = self._headings.get(section.heading.start), self._within(section.span)
        scores = Scores(pieces[1:] if heading else pieces)
        if heading:
            whole = sum(scores.stated.values())
            scores.add_heading(heading, self._rules.heading_weight + self._rules.heading_share * whole)
        self._add_context(scores, self._sections.get(section.path[:-1]), self._rules.parent_weight)
        themes = choose_themes(scores, self._rules, divided=(*section.path, 1) in self._sections)
        evidence = scores.evidence(themes, _OF_SECTION, self._rules)
        names = self._names(themes)
        if names and [one.theme for one in evidence].count(names[0]) < _OF_PRIMARY:
            of_primary = scores.evidence(themes[:1], _OF_PRIMARY, self._rules)
            evidence += [one for one in of_primary if one not in evidence]
        return Themed(section.span, section.source, section.path, names[0] if names else "", names, tuple(evidence))

    def paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> Iterator[Themed]:
        """The paragraphs; the evidence of a section's only one is the section's."""
        around = [self._around(paragraph.span) for paragraph in paragraphs]
        counts = Counter(section.path for section in around if section)
        for paragraph, section in zip(paragraphs, around, strict=True):
            alone = section and counts[section.path] == 1
            yield self._paragraph(paragraph, section, 0 if alone else _OF_PARAGRAPH)

    def _paragraph(self, paragraph: Paragraph, around: Section | None, most: int) -> Themed:
        """A paragraph: its sentences, and a little of the heading above it; with ``most`` terms as evidence."""
        span = paragraph.span
        scores = Scores(self._within(span))
        if around and not span.holds(around.heading):
            self._add_context(scores, around, self._rules.above_weight)
        themes = choose_themes(scores, self._rules)
        names, path = self._names(themes), around.path if around else ()
        evidence = scores.evidence(themes, most, self._rules)
        return Themed(span, paragraph.source, path, names[0] if names else "", names, tuple(evidence))

    def _names(self, themes: list[int]) -> tuple[str, ...]:
        return tuple([self._rules.themes[theme].name for theme in themes])

    def _add_context(self, scores: Scores, above: Section | None, weight: float) -> None:
        piece = self._headings.get(above.heading.start) if above else None
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

"""Finds where a report speaks of its shortfalls and its plans: titled sections, and what an opening sentence begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from ..model.document import CleanText, Outline, Section
from ..model.figure import Figure
from ..rules.cues import CueRules
from ..text import Span
from .sentences import Sentence

#: A section most of whose figures are targets states plans, whatever its title says.
_MOSTLY = 0.6
_LEAST_FIGURES = 4


def problem_passages(clean: CleanText, outline: Outline, sentences: list[Sentence], cues: CueRules) -> list[Span]:
    """The sections titled as problems, and what follows a sentence that admits them."""
    titled = [section.span for section in outline.sections if section.level and _names_problems(section, cues)]
    opened = (
        _from(sentence, clean, outline)
        for sentence in sentences
        if not sentence.plan and cues.compiled.problem_openings.search(sentence.span.of(clean.text))
    )
    return [*titled, *opened]


def plan_passages(
    clean: CleanText, outline: Outline, sentences: list[Sentence], figures: Iterable[Figure], cues: CueRules
) -> list[Span]:
    """What follows a sentence that turns to what is next, and the sections whose figures are mostly targets."""
    figures = list(figures)
    aimed = [
        section.span for section in outline.sections if section.level and not section.plan and _aims(section, figures)
    ]
    opened = (
        _from(sentence, clean, outline)
        for sentence in sentences
        if not sentence.plan and cues.compiled.plan_openings.match(clean.text, sentence.span.start)
    )
    return [*aimed, *opened]


def _names_problems(section: Section, cues: CueRules) -> bool:
    title = section.title
    return bool(cues.compiled.problem_titles.search(title)) and not cues.compiled.not_problems.search(title)


def _aims(section: Section, figures: list[Figure]) -> bool:
    inside = [figure.status for figure in figures if section.span.holds(figure.span)]
    return len(inside) >= _LEAST_FIGURES and inside.count("plan") > _MOSTLY * len(inside)


def _from(sentence: Sentence, clean: CleanText, outline: Outline) -> Span:
    """From ``sentence`` to the end of its paragraph, or of its section if run-in points follow."""
    starts = [paragraph.span.start for paragraph in clean.paragraphs]
    end = clean.paragraphs[bisect_right(starts, sentence.span.start) - 1].span.end
    around = next((section for section in outline.sections if section.path == sentence.section and section.level), None)
    points = [
        section
        for section in outline.sections
        if section.run_in and section.path[:-1] == sentence.section and section.span.start >= sentence.span.end
    ]
    if around and points:
        end = max(end, around.span.end)
    return Span(sentence.span.start, end)

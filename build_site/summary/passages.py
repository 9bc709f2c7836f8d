"""Finds where a report speaks of its shortfalls and its plans: titled sections, and what an opening sentence begins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from ..model.document import CleanText, Outline, Section
from ..model.figure import Figure
from ..rules.cues import CueRules
from ..text import Span, close_up
from .sentences import Sentence

#: A section most of whose figures are targets states plans, whatever its title says.
_MOSTLY = 0.6
_LEAST_FIGURES = 4


class Passages:
    """Where the problems and the plans of one report stand, as disjoint stretches in order."""

    def __init__(
        self, clean: CleanText, outline: Outline, sentences: list[Sentence], figures: Iterable[Figure], cues: CueRules
    ) -> None:
        self._clean = clean
        said = [(one, close_up(one.span.of(clean.text))) for one in sentences if not one.plan]
        self._paragraphs = [paragraph.span.start for paragraph in clean.paragraphs]
        self._sections = {section.path: section for section in outline.sections if section.level}
        self._last_point: dict[tuple[int, ...], int] = {}
        for section in self._sections.values():
            if section.run_in:
                self._last_point[section.path[:-1]] = section.span.start
        self.problems = self._problems(said, cues)
        self.plans = self._plans(said, figures, cues)

    def _problems(self, said: list[tuple[Sentence, str]], cues: CueRules) -> list[Span]:
        """The sections titled as problems, and what follows a sentence of ``said`` that admits them."""
        opening = cues.compiled.problem_openings.search
        titled = [section.span for section in self._sections.values() if _names_problems(section, cues)]
        return _merged([*titled, *[self._from(sentence) for sentence, words in said if opening(words)]])

    def _plans(self, said: list[tuple[Sentence, str]], figures: Iterable[Figure], cues: CueRules) -> list[Span]:
        """What follows a sentence of ``said`` that turns to what is next; sections whose figures are mostly targets."""
        opening = cues.compiled.plan_openings.match
        stated = sorted((figure.span.start, figure.status == "plan") for figure in figures)
        aimed = [section.span for section in self._sections.values() if not section.plan and _aims(section, stated)]
        return _merged([*aimed, *[self._from(sentence) for sentence, words in said if opening(words)]])

    def _from(self, sentence: Sentence) -> Span:
        """From ``sentence`` to the end of its paragraph, or of its section if run-in points follow."""
        end = self._clean.paragraphs[bisect_right(self._paragraphs, sentence.span.start) - 1].span.end
        around = self._sections.get(sentence.section)
        if around and self._last_point.get(around.path, 0) >= sentence.span.end:
            end = max(end, around.span.end)
        return Span(sentence.span.start, end)


def _names_problems(section: Section, cues: CueRules) -> bool:
    title = close_up(section.title)
    return bool(cues.compiled.problem_titles.search(title)) and not cues.compiled.not_problems.search(title)


def _aims(section: Section, stated: list[tuple[int, bool]]) -> bool:
    inside = stated[bisect_left(stated, (section.span.start, False)) : bisect_left(stated, (section.span.end, False))]
    return len(inside) >= _LEAST_FIGURES and sum(plan for _, plan in inside) > _MOSTLY * len(inside)


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged

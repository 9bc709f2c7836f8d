"""Chooses the sentences that tell what a report says."""

from __future__ import annotations

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText, Outline
from ..model.figure import Figure
from ..model.summary import Excerpt, Summary
from ..model.theme import Themes
from ..rules import Rules
from .candidates import Candidate, find_candidates
from .chapters import find_chapters
from .digests import write_digests
from .excerpts import excerpt_of
from .headline import choose_headline
from .lists import choose_highlights, choose_next_steps, choose_problems
from .points import choose_points


def summarise(
    clean: CleanText, outline: Outline, figures: tuple[Figure, ...], themes: Themes, rules: Rules
) -> tuple[Summary, tuple[Diagnostic, ...]]:
    """The structured summary of a report."""
    candidates = find_candidates(clean, outline, figures, themes, rules)
    problems = choose_problems(candidates, rules)
    others = [one for one in candidates if one not in problems]
    chapters = find_chapters(outline, [one.sentence.span for one in candidates if one.plan])
    planned = any(section.plan for section in outline.sections if not section.level)
    if planned:
        # Titled as a plan: its main points are plans, and what stands before its first heading is no result.
        points = choose_points([one for one in others if one.plan] or others, chapters, rules.cues.limits)
        next_steps = choose_next_steps([one for one in others if one not in points], rules)
        highlights = []
    else:
        next_steps = choose_next_steps(others, rules)
        reported = [one for one in others if not one.plan and one not in next_steps]
        points = choose_points(reported or candidates, chapters, rules.cues.limits)
        highlights = choose_highlights(reported, points, rules)

    def quoted(chosen: list[Candidate]) -> tuple[Excerpt, ...]:
        return tuple(excerpt_of(one, clean.map) for one in chosen)

    return (
        Summary(
            points=quoted(points),
            highlights=quoted(highlights),
            problems=quoted(problems),
            next_steps=quoted(next_steps),
            digests=write_digests(candidates, outline, clean.map),
            headline=choose_headline(figures, themes, rules, "plan" if planned else "done"),
        ),
        (),
    )

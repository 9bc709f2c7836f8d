"""Highlights, problems and plans: lists of the report's own sentences, each only if the text has them."""

from __future__ import annotations

from ..model.document import Outline
from ..rules import Rules
from .candidates import Candidate
from .points import best_first, in_order, said


def choose_highlights(candidates: list[Candidate], points: list[Candidate], rules: Rules) -> list[Candidate]:
    """亮点: firsts, ranks, awards, records; those that are main points already only if few others are left."""
    named = [one for one in candidates if one.first and not one.sentence.plan]
    fresh = [one for one in named if one not in points]
    return _distinct(fresh if len(fresh) > 1 else named, rules.cues.limits.highlights, rules)


def choose_problems(candidates: list[Candidate], outline: Outline, rules: Rules) -> list[Candidate]:
    """问题与不足: the sentences of the sections called so; else those that name a shortfall."""
    cues, limits = rules.cues.compiled, rules.cues.limits
    titled = [
        section.span for section in outline.sections if section.level and cues.problem_titles.search(section.title)
    ]
    inside = [one for one in candidates if any(span.holds(one.sentence.span) for span in titled)]
    named = [
        one
        for one in candidates
        if cues.problems.search(one.shown.text) and not cues.not_problems.search(one.shown.text)
    ]
    openings = [one for one in inside if one.sentence.opening or one in named]
    return in_order(
        _first_distinct(openings or inside or [one for one in named if not one.sentence.plan], limits.problems, rules)
    )


def choose_next_steps(candidates: list[Candidate], rules: Rules) -> list[Candidate]:
    """下一步: the best sentence of each part of the plans; else sentences that say what is next."""
    planned = [one for one in candidates if one.sentence.plan]
    if planned:
        parts: dict[tuple[int, ...], list[Candidate]] = {}
        for one in planned:
            parts.setdefault(one.sentence.section, []).append(one)
        bests = [min(part, key=best_first) for part in parts.values()]
        return _distinct(bests, rules.cues.limits.next_steps, rules)
    said_so = [one for one in candidates if rules.cues.compiled.plans.search(one.shown.text)]
    return _distinct(said_so, rules.cues.limits.next_steps, rules)


def _distinct(candidates: list[Candidate], most: int, rules: Rules) -> list[Candidate]:
    """The best ``most`` that do not repeat one another, in text order."""
    return in_order(_first_distinct(sorted(candidates, key=best_first), most, rules))


def _first_distinct(candidates: list[Candidate], most: int, rules: Rules) -> list[Candidate]:
    chosen: list[Candidate] = []
    for one in candidates:
        if len(chosen) < most and not said(one, chosen, rules.cues.limits.alike):
            chosen.append(one)
    return chosen

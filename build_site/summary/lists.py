"""Highlights, problems and plans: lists of the report's own sentences, each only if the text has them."""

from __future__ import annotations

from ..rules import Rules
from .candidates import Candidate
from .points import best_first, in_order, said

#: Plans in fewer parts than this give more than one sentence a part.
_FEW_PARTS = 3
#: A sentence that opens a passage on problems names some if it is longer than this.
_BARE = 45


def choose_highlights(candidates: list[Candidate], points: list[Candidate], rules: Rules) -> list[Candidate]:
    """亮点: firsts, ranks, awards, records; those that are main points already only if few others are left."""
    named = [one for one in candidates if one.first]
    fresh = [one for one in named if one not in points]
    return _distinct(fresh if len(fresh) > 1 else named, rules.cues.limits.highlights, rules)


def choose_problems(candidates: list[Candidate], rules: Rules) -> list[Candidate]:
    """问题与不足: the points of passages on problems; without any, sentences that name a shortfall."""
    inside = [one for one in candidates if one.problem]
    inside = [one for one in inside if not _merely_opens(one, rules)] or inside
    if len({one.sentence.section for one in inside}) > 1:
        inside = [one for one in inside if one.sentence.opening or _names_shortfall(one, rules)] or inside
    chosen = inside or [one for one in candidates if not one.plan and _names_shortfall(one, rules)]
    return in_order(_first_distinct(chosen, rules.cues.limits.problems, rules))


def _names_shortfall(one: Candidate, rules: Rules) -> bool:
    cues, text = rules.cues.compiled, one.shown.text
    return bool(cues.problems.search(text)) and not cues.not_problems.search(text)


def _merely_opens(one: Candidate, rules: Rules) -> bool:
    """Whether a sentence only says that there are problems, not which."""
    return len(one.shown.text) < _BARE and bool(rules.cues.compiled.problem_openings.search(one.shown.text))


def choose_next_steps(candidates: list[Candidate], rules: Rules) -> list[Candidate]:
    """下一步: the best sentence of each part of the plans; else sentences that say what is next."""
    limit = rules.cues.limits.next_steps
    planned = [one for one in candidates if one.plan]
    if not planned:
        said_so = [one for one in candidates if rules.cues.compiled.plans.search(one.shown.text)]
        return _distinct(said_so, limit, rules)
    parts: dict[tuple[int, ...], list[Candidate]] = {}
    for one in planned:
        parts.setdefault(one.sentence.section, []).append(one)
    if len(parts) < _FEW_PARTS:
        return _distinct([one for one in planned if one.step] or planned, limit, rules)
    return _distinct([min(part, key=best_first) for part in parts.values()], limit, rules)


def _distinct(candidates: list[Candidate], most: int, rules: Rules) -> list[Candidate]:
    """The best ``most`` that do not repeat one another, in text order."""
    return in_order(_first_distinct(sorted(candidates, key=best_first), most, rules))


def _first_distinct(candidates: list[Candidate], most: int, rules: Rules) -> list[Candidate]:
    chosen: list[Candidate] = []
    for one in candidates:
        if len(chosen) < most and not said(one, chosen, rules.cues.limits.alike):
            chosen.append(one)
    return chosen

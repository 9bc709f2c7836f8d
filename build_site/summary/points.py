"""Chooses the main points: the best sentence of each chapter that tells something, then the best of the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from ..model.document import Section
from ..rules.cues import Limits
from ..text import Span
from .candidates import Candidate


def choose_points(candidates: list[Candidate], chapters: list[Section], limits: Limits) -> list[Candidate]:
    """5 to 8 candidates in text order; fewer only if the report has no more."""
    groups, others = _groups(candidates, [chapter.span for chapter in chapters])
    wanted = min(limits.points_most, max(limits.points_least, len(groups) + 1))
    chosen: list[Candidate] = []
    for group in sorted(groups, key=lambda group: -group[0].score)[:wanted]:
        best = next((one for one in group if one.telling and not said(one, chosen, limits.alike)), None)
        if best:
            chosen.append(best)
    groups.append(others)
    room = [limits.points_most // len(groups) + 1 - sum(one in group for one in chosen) for group in groups]
    rest = [(one, number) for number, group in enumerate(groups) for one in group if one not in chosen]
    for one, number in sorted(rest, key=lambda entry: best_first(entry[0])):
        if len(chosen) >= wanted:
            break
        if room[number] and (one.telling or len(chosen) < limits.points_least) and not said(one, chosen, limits.alike):
            chosen.append(one)
            room[number] -= 1
    return in_order(chosen)


def said(one: Candidate, chosen: Iterable[Candidate], alike: float) -> bool:
    """Whether a chosen sentence says the same, by the share of words they have in common."""
    return any(
        other.words and one.words and len(one.words & other.words) > alike * min(len(one.words), len(other.words))
        for other in chosen
    )


def best_first(one: Candidate) -> tuple[float, int]:
    """Sort key: higher score first, earlier place first."""
    return (-one.score, one.sentence.span.start)


def in_order(chosen: Iterable[Candidate]) -> list[Candidate]:
    """In text order."""
    return sorted(chosen, key=lambda one: one.sentence.span)


def _groups(candidates: list[Candidate], chapters: list[Span]) -> tuple[list[list[Candidate]], list[Candidate]]:
    """The candidates of each chapter, best first, and those of none; without chapters, of four equal stretches."""
    if not chapters and candidates:
        start, end = candidates[0].sentence.span.start, candidates[-1].sentence.span.end
        step = (end - start) // 4 + 1
        chapters = [Span(start + number * step, start + (number + 1) * step) for number in range(4)]
    starts = [one.sentence.span.start for one in candidates]
    groups, others, at = [], [], 0
    for chapter in chapters:
        first, last = bisect_left(starts, chapter.start), bisect_left(starts, chapter.end)
        groups.append(sorted(candidates[first:last], key=best_first))
        others += candidates[at:first]
        at = last
    return [group for group in groups if group], others + candidates[at:]

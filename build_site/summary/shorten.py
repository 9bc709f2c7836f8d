"""Leaves out whole clauses: formulas anywhere, lead-ins at the start, mere meaning at the end, and what is too long."""

from __future__ import annotations

from dataclasses import dataclass

from ..rules.cues import CueRules
from ..text import Span
from .clauses import split_clauses


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a sentence.

    Attributes:
        parts: stretches of the cleaned text. A cut at the start shows as an empty first part, one at the end
            leaves the final mark as a part of its own.
        text: the parts joined, without what was cut.
        beheaded: whether the opening clause is left out.
        clauses: how many clauses are shown.
    """

    parts: tuple[Span, ...]
    text: str
    beheaded: bool
    clauses: int


def shorten(text: str, span: Span, cues: CueRules) -> Shown | None:
    """The part of the sentence worth showing, or None if no readable one is left."""
    clauses = split_clauses(text, span)
    words = [clause.of(text) for clause in clauses]
    kept = _without_formulas(words, cues)
    if kept and sum(len(words[number]) + 1 for number in kept) > cues.limits.longest:
        kept = _window(words, kept, cues)
    if not kept or cues.compiled.dangling.match(words[kept[0]]):
        return None
    parts = _parts(span, clauses, kept)
    shown = "".join(part.of(text) for part in parts)
    if not cues.limits.shortest <= len(shown) <= cues.limits.longest + 1:
        return None
    return Shown(parts, shown, kept[0] > 0, len(kept))


def _without_formulas(words: list[str], cues: CueRules) -> list[int]:
    """Numbers of the clauses left when formulas, lead-ins and closings are gone."""
    patterns = cues.compiled
    kept = [number for number, clause in enumerate(words) if not patterns.formulas.search(clause)]
    while kept and (patterns.lead_ins.match(words[kept[0]]) or patterns.connectives.fullmatch(words[kept[0]])):
        kept.pop(0)
    while len(kept) > 1 and patterns.closings.match(words[kept[-1]]):
        kept.pop()
    return kept


def _window(words: list[str], kept: list[int], cues: CueRules) -> list[int]:
    """The run of kept clauses that fits and says most; the sentence's own opening counts in its favour."""
    values = [_value(words[number], cues) for number in kept]
    best: tuple[float, int, int] = (0.0, 0, 0)
    for first in range(len(kept)):
        if cues.compiled.dangling.match(words[kept[first]]):
            continue
        length, value = 0, 1.0 if first == 0 else 0.0
        for last in range(first, len(kept)):
            length += len(words[kept[last]]) + 1
            if length > cues.limits.longest:
                break
            value += values[last]
            if length >= cues.limits.shortest and value > best[0] + 1e-9:
                best = (value, first, last + 1)
    return kept[best[1] : best[2]]


def _value(clause: str, cues: CueRules) -> float:
    """What a clause adds to a window: figures, firsts and results, little for anything else."""
    patterns = cues.compiled
    value = 0.1 + 0.3 * min(3, sum(map(str.isdigit, clause)))
    value += 1.0 if patterns.firsts.search(clause) else 0.0
    return value + (0.6 if patterns.results.search(clause) else 0.0)


def _parts(span: Span, clauses: list[Span], kept: list[int]) -> tuple[Span, ...]:
    """Runs of kept clauses; with the ends of the sentence where they are shown."""
    runs: list[list[int]] = []
    for number in kept:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    parts = [Span(clauses[first].start, clauses[last].end) for first, last in runs]
    if kept[0] > 0:
        parts.insert(0, Span(span.start, span.start))
    final = Span(clauses[-1].end, span.end)
    if kept[-1] == len(clauses) - 1:
        parts[-1] = Span(parts[-1].start, span.end)
    elif final.end > final.start:
        parts.append(final)
    return tuple(parts)

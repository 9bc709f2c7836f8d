"""Leaves out whole clauses: formulas anywhere, and in long sentences mere meaning and what says least."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..rules.cues import CueRules
from ..text import Span, close_up
from .clauses import split_clauses
from .window import best_clauses

_COUNTED = re.compile(r"[\d*×xX□○_]")


class Shown(NamedTuple):
    """What is shown of a sentence.

    Attributes:
        parts: stretches of the cleaned text. A cut at the start shows as an empty first part, one at the end as an
            empty last one: …… takes the place of the final mark.
        text: the parts joined, without what was cut and without blanks between Chinese characters.
        beheaded: whether the opening clause is left out.
        clauses: how many clauses are shown.
    """

    parts: tuple[Span, ...]
    text: str
    beheaded: bool
    clauses: int


def shorten(text: str, span: Span, cues: CueRules) -> Shown | None:
    """The part of the sentence worth showing, or None if no readable one is left."""
    if span.end - span.start < cues.limits.shortest:
        return None
    clauses, starts = split_clauses(text, span)
    kept = _fitting(text, clauses, starts, cues)
    if not kept or cues.compiled.dangling.match(clauses[kept[0]]):
        return None
    opening = 0
    while opening < kept[0] and cues.compiled.connectives.fullmatch(clauses[opening]):
        opening += 1
    # 同时 and the like say nothing of their own: what follows them is the sentence.
    parts = _parts(span, clauses, starts, kept, opening)
    shown = "".join([text[start:end] for start, end in parts])
    if not cues.limits.shortest <= len(shown) <= cues.limits.longest + 1:
        return None
    return Shown(parts, close_up(shown), kept[0] > opening, len(kept))


def _fitting(text: str, clauses: list[str], starts: list[int], cues: CueRules) -> list[int]:
    """Numbers of the clauses to show: no formulas; no closings or lead-ins if the sentence is long."""
    patterns, limits = cues.compiled, cues.limits
    sentence = "".join(clauses)
    words = list(map(close_up, clauses)) if " " in sentence or "\u3000" in sentence else clauses
    formula, opening = patterns.formulas.search, patterns.formula_openings.match
    kept = [number for number, clause in enumerate(words) if not formula(clause) and not opening(clause)]
    while kept and patterns.connectives.fullmatch(words[kept[0]]):
        del kept[0]
    length = len(kept) + sum([len(words[number]) for number in kept])
    while len(kept) > 1 and length > limits.comfortable and patterns.closings.match(words[kept[-1]]):
        length -= len(words[kept.pop()]) + 1
    while len(kept) > 1 and length > limits.longest and patterns.lead_ins.match(words[kept[0]]):
        length -= len(words[kept.pop(0)]) + 1
    if length > limits.longest:
        left, places = [clauses[number] for number in kept], [starts[number] for number in kept]
        kept = [kept[number] for number in best_clauses(text, left, places, cues)]
    return kept if len(kept) == len(words) else list(_joined(kept, words, cues))


def _joined(kept: list[int], words: list[str], cues: CueRules) -> Iterator[int]:
    """``kept`` without clauses that only lead up to one left out, and slogans with both neighbours left out."""
    patterns, shown = cues.compiled, set(kept)
    for number in kept:
        followed = number + 1 in shown or number == len(words) - 1
        stranded = not followed and number and number - 1 not in shown and len(kept) > 1
        if not followed and patterns.leading_up.match(words[number]):
            continue
        if stranded and patterns.slogans.search(words[number]) and not _COUNTED.search(words[number]):
            continue
        yield number


def _parts(span: Span, clauses: list[str], starts: list[int], kept: list[int], opening: int) -> tuple[Span, ...]:
    """Runs of kept clauses, an empty part for each end of the sentence left out. It opens with clause ``opening``."""
    if len(kept) == len(clauses):
        return (Span(starts[0], span.end),)
    runs: list[list[int]] = []
    for number in kept:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    parts = [Span(starts[first], starts[last] + len(clauses[last])) for first, last in runs]
    if kept[0] > opening:
        parts.insert(0, Span(span.start, span.start))
    if kept[-1] == len(clauses) - 1:
        parts[-1] = Span(parts[-1].start, span.end)
    else:
        parts.append(Span(span.end, span.end))
    return tuple(parts)

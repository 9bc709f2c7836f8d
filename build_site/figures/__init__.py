"""Finds every quantity a report states and says what it measures."""

from __future__ import annotations

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText, Metadata, Outline
from ..model.figure import Figure
from ..rules import Rules
from .candidate import Candidate
from .checks import check
from .context import Reading
from .corrections import corrected
from .reject import refusal
from .rows import rows_of
from .select import select

__all__ = ["Candidate", "explain", "find_figures"]


def find_figures(
    clean: CleanText, outline: Outline, metadata: Metadata, rules: Rules
) -> tuple[tuple[Figure, ...], tuple[Diagnostic, ...]]:
    """The key figures in text order, disjoint, with warnings on those that contradict one another."""
    reading = Reading(clean, outline, metadata, rules)
    taken, _ = select(reading)
    figures, doubts = corrected(rows_of(taken, reading), clean.source.sidecar.figures)
    return figures, (*doubts, *check(figures, reading))


def explain(clean: CleanText, outline: Outline, metadata: Metadata, rules: Rules) -> list[Candidate]:
    """Every number of the report in order, with why it was taken or left."""
    reading = Reading(clean, outline, metadata, rules)
    taken, left = select(reading)
    figures = [Candidate(each.span, each.span.of(clean.text), True, each.rule, "关键数据") for each in taken]
    refused = [(each, refusal(each, reading)) for each in left]
    others = [Candidate(each.span, each.span.of(clean.text), False, rule.name, rule.why) for each, rule in refused]
    return sorted([*figures, *others], key=lambda candidate: candidate.span)

"""Finds every quantity a report states and says what it measures."""

from __future__ import annotations

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText, Metadata, Outline
from ..model.figure import Figure
from ..rules import Rules


def find_figures(
    clean: CleanText, outline: Outline, metadata: Metadata, rules: Rules
) -> tuple[tuple[Figure, ...], tuple[Diagnostic, ...]]:
    """The key figures in text order, disjoint, with warnings on those that contradict one another."""
    return (), ()

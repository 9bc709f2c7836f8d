"""Chooses the sentences that tell what a report says."""

from __future__ import annotations

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText, Outline
from ..model.figure import Figure
from ..model.summary import Summary
from ..model.theme import Themes
from ..rules import Rules


def summarise(
    clean: CleanText, outline: Outline, figures: tuple[Figure, ...], themes: Themes, rules: Rules
) -> tuple[Summary, tuple[Diagnostic, ...]]:
    """The structured summary of a report."""
    return Summary(), ()

"""Says which of the 28 themes each section and paragraph speaks of, with the words that show it."""

from __future__ import annotations

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText, Outline
from ..model.theme import Themes
from ..rules import Rules


def assign_themes(clean: CleanText, outline: Outline, rules: Rules) -> tuple[Themes, tuple[Diagnostic, ...]]:
    """Themes of every section and every paragraph."""
    return Themes((), ()), ()

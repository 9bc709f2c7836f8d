"""Says what a report is: title, place, time, kind, publisher."""

from __future__ import annotations

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText, Metadata, Outline
from ..rules import Rules


def describe(clean: CleanText, outline: Outline, rules: Rules) -> tuple[Metadata, tuple[Diagnostic, ...]]:
    """The metadata of a report, each value with where it came from."""
    return Metadata(title=clean.source.file), ()

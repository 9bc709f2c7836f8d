"""Finds the sections: which lines and openings are headings, and how they nest."""

from __future__ import annotations

import re

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText, Outline, Section
from ..rules import Rules
from ..text import Span


def find_outline(clean: CleanText, rules: Rules) -> tuple[Outline, tuple[Diagnostic, ...]]:
    """The outline of a cleaned text, with warnings on gaps, repeats and disagreements."""
    found = list(re.finditer(r"^([一二三四五六七八九十]+、)([^\n。]*)", clean.text, re.M))
    sections = []
    for number, match in enumerate(found, 1):
        end = found[number].start() if number < len(found) else len(clean.text)
        span = Span(match.start(), end)
        sections.append(
            Section((number,), 1, match[1], match[2], Span(*match.span()), span, clean.map.to_source(span))
        )
    return Outline(tuple(sections), Span(0, found[0].start() if found else len(clean.text))), ()

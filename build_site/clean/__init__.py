"""Takes out what is not the report, openly: every cut is a removal with a kind."""

from __future__ import annotations

import re

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText, Paragraph, Removal
from ..model.source import Source
from ..rules import Rules
from ..text import OffsetMap, Span


def clean(source: Source, rules: Rules) -> tuple[CleanText, tuple[Diagnostic, ...]]:
    """The source without its litter, with the list of what was taken out."""
    kept, removals, at = [], [], 0
    lines = [match for match in re.finditer(r"[^\n]+", source.text) if match[0].strip()]
    for number, match in enumerate(lines):
        body = match[0].strip()
        start = match.start() + match[0].index(body)
        end = start + len(body)
        if number:
            kept.append(Span(at, at + 1))  # the newline
            at += 1
        if start > at:
            removals.append(Removal(Span(at, start), "blank", source.text[at:start]))
        kept.append(Span(start, end))
        at = end
    if at < len(source.text):
        removals.append(Removal(Span(at, len(source.text)), "blank", source.text[at:]))
    text = "".join(source.text[a:b] for a, b in kept)
    offsets = OffsetMap(tuple(kept))
    paragraphs = tuple(
        Paragraph(Span(*m.span()), offsets.to_source(Span(*m.span()))) for m in re.finditer(r"[^\n]+", text)
    )
    return CleanText(source, text, offsets, tuple(removals), (), paragraphs, "完整"), ()

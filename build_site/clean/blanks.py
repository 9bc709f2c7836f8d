"""White space around paragraphs: indents, trailing space and blank lines; one newline between two paragraphs stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.source import Source
from .draft import Cut, Draft

_SPACE = re.compile(r"\s+")


def find_blanks(draft: Draft, source: Source) -> Iterator[Cut]:
    """White space that neither separates two paragraphs nor stands inside one."""
    text = draft.text
    # Rows are known in the source only; a draft of a text that is cleaned already has no tabs to spare.
    rows = [mark.span for mark in source.marks if mark.kind == "row"] if draft.source is source.text else []
    tables = [(draft.map.to_clean(start), draft.map.to_clean(end)) for start, end in rows]
    at = 0
    for line in draft.lines:
        if line.start > at:
            yield from _keep_one(text, at, line.start, "\n" if at else "")
        at = line.end
    if at < len(text):
        yield Cut(at, len(text), "blank")
    for start, end in tables:
        for match in _SPACE.finditer(text, start, end):
            if "\t" in match[0] and "\n" not in match[0]:
                yield from _keep_one(text, *match.span(), "\t")


def _keep_one(text: str, start: int, end: int, keep: str) -> Iterator[Cut]:
    """Cut text[start:end] but for the first ``keep`` in it."""
    kept = text.find(keep, start, end) if keep else -1
    if kept < 0:
        yield Cut(start, end, "blank")
        return
    if kept > start:
        yield Cut(start, kept, "blank")
    if kept + 1 < end:
        yield Cut(kept + 1, end, "blank")

"""White space around paragraphs: indents, trailing space and blank lines; one newline between two paragraphs stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.source import Source
from .draft import Cut, Draft
from .paragraphs import gaps

#: What parts two cells, the best first; else it is a blank.
_SIGNS = "\t|｜│┃"
_SPACE = re.compile(r"\s+")


def find_blanks(draft: Draft, source: Source) -> Iterator[Cut]:
    """White space that neither separates two paragraphs nor stands inside one."""
    text = draft.text
    at = 0
    for line in draft.lines:
        if line.start > at:
            yield from _keep_one(text, at, line.start, "\n" if at else "")
        at = line.end
    if at < len(text):
        yield Cut(at, len(text), "blank")
    # Rows are known in the source only; a draft of a text that is cleaned already has nothing to spare between cells.
    for start, end in gaps(draft, source) if draft.source is source.text else ():
        kept = next((at for sign in _SIGNS if (at := text.find(sign, start, end)) >= 0), start)
        for match in _SPACE.finditer(text, start, end):
            for one in range(*match.span()):
                if one != kept:
                    yield Cut(one, one + 1, "blank")


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

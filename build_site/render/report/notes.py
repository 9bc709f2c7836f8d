"""Where the references to notes lead: from ``[1]`` in the text to the note that begins with ``[1]``."""

from __future__ import annotations

import re
from bisect import bisect_left

from ...model.document import CleanText
from ...text import Span

_LABEL = re.compile(r"\s*[\[［(（【]?\s*(\d{1,3}|[ivxlc]{1,6}|[①-⑳*＊※])\s*[\]］)）】]?")


def note_links(clean: CleanText) -> list[tuple[Span, str]]:
    """The references in the text that lead to a note, each with the anchor of its paragraph.

    Numbers may begin anew on each page of a file: of several notes the next one behind the reference is meant.
    """
    notes: dict[str, list[tuple[int, str]]] = {}
    within = set()
    for paragraph in clean.paragraphs:
        label = _LABEL.match(paragraph.span.of(clean.text)) if paragraph.kind == "footnote" else None
        if label:
            notes.setdefault(label[1], []).append((paragraph.span.start, f"p{paragraph.source.start}"))
            within.add(paragraph.span.start)
    links = []
    for span in clean.notes:
        label = _LABEL.fullmatch(span.of(clean.text))
        found = notes.get(label[1], []) if label else []
        if found and span.start not in within:
            links.append((span, found[min(bisect_left(found, (span.start, "")), len(found) - 1)][1]))
    return links

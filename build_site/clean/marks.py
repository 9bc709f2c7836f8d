"""What the file format itself says is not the report's text: headers, hidden text, deletions, hard line ends."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.source import REMOVAL_MARKS, Source
from .draft import Cut, Doubt, Finding

_UNDECODABLE = "此处有无法解码的字节，原文可能缺字。"


def find_marked(source: Source) -> Iterator[Finding]:
    """A cut for every mark whose kind is a removal kind; offsets are those of the source."""
    size = len(source.text)
    for mark in source.marks:
        start, end = max(0, mark.span.start), min(size, mark.span.end)
        if mark.kind in REMOVAL_MARKS and start < end:
            yield Cut(start, end, mark.kind)
        elif mark.kind == "wrap":
            for at in range(start, end):
                if source.text[at] == "\n":
                    yield Cut(at, at + 1, "line-break")
        elif mark.kind == "undecodable":
            yield Doubt(start, end, "undecodable", _UNDECODABLE)

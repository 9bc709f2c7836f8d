"""What a format reader hands back, and how it is put together piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from ..model.source import REMOVAL_MARKS, FileProperties, Mark
from ..text import Span

_FAULT = re.compile("\ufffd+")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """The contents of one file: canonical text, marks ordered by start, and the rest as in `Source`."""

    text: str
    marks: tuple[Mark, ...] = ()
    encoding: str = ""
    properties: FileProperties = FileProperties()


@dataclass
class TextDraft:
    """Canonical text in the making: pieces are added at the end, marks are laid over stretches of it."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Add ``text`` as it is."""
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def insert_before_last(self, text: str) -> None:
        """Add ``text`` before the piece added last, which must carry no mark yet."""
        self.pieces.insert(len(self.pieces) - 1, text)
        self.length += len(text)

    def end_line(self) -> None:
        """Begin a new line unless the text stands at the beginning of one."""
        if self.pieces and not self.pieces[-1].endswith("\n"):
            self.add("\n")

    def mark(self, start: int, kind: str, value: str = "", end: int | None = None) -> None:
        """Lay a mark from ``start`` to ``end`` (the end of the text so far); an empty stretch gets none."""
        stop = self.length if end is None else end
        if stop > start:
            self.marks.append(Mark(Span(start, stop), kind, value))

    @contextmanager
    def marked(self, kind: str, value: str = "") -> Iterator[None]:
        """Lay a mark over what is added inside the block."""
        start = self.length
        yield
        self.mark(start, kind, value)

    def reading(self, properties: FileProperties | None = None, encoding: str = "") -> Reading:
        """The finished text with its marks, outer ones before those they hold."""
        text = _SURROGATE.sub("\ufffd", "".join(self.pieces))
        marks = (*_joined(self.marks), *undecodable(text))
        return Reading(text, in_order(marks), encoding, properties or FileProperties())


def undecodable(text: str) -> tuple[Mark, ...]:
    """Marks over every run of U+FFFD: characters that the file does not give back."""
    return tuple(Mark(Span(*fault.span()), "undecodable") for fault in _FAULT.finditer(text))


def in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """``marks`` by start; of two with one start the longer first."""
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)))


def _joined(marks: list[Mark]) -> list[Mark]:
    """``marks`` with those of one removal kind that touch made one, however many runs a hidden sentence has."""
    rest, last = [], dict[str, Mark]()
    for mark in sorted(marks, key=lambda mark: mark.span):
        if mark.kind not in REMOVAL_MARKS:
            rest.append(mark)
            continue
        before = last.get(mark.kind)
        if before and mark.span.start <= before.span.end:
            last[mark.kind] = Mark(Span(before.span.start, max(before.span.end, mark.span.end)), mark.kind)
            continue
        if before:
            rest.append(before)
        last[mark.kind] = mark
    return rest + list(last.values())

"""The text on its way through the cleaning steps: what is kept so far, and what was cut with which kind."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..model.diagnostic import Diagnostic
from ..model.document import Removal
from ..text import OffsetMap, Span
from ..variants import simplify


class Cut(NamedTuple):
    """A stretch of a draft's text to take out."""

    start: int
    end: int
    kind: str


class Doubt(NamedTuple):
    """A stretch of a draft's text that stays although it may be litter, or that says something about the report."""

    start: int
    end: int
    code: str
    message: str


Finding = Cut | Doubt


class Line(NamedTuple):
    """A line with something on it.

    Attributes:
        start, end: of its visible characters in the draft's text.
        text: those characters, without white space at either end.
        indented: whether white space precedes them.
        gap: whether the line above is blank (or there is none).
    """

    start: int
    end: int
    text: str
    indented: bool
    gap: bool


@dataclass(frozen=True)
class Draft:
    """Source text with some stretches cut; offsets of steps count in ``text``, the rest joined.

    ``traditional`` says whether there are traditional characters in it.
    """

    source: str
    kept: tuple[Span, ...]
    cuts: tuple[Cut, ...] = ()
    doubts: tuple[Diagnostic, ...] = ()
    traditional: bool = False

    @classmethod
    def of(cls, source: str) -> Draft:
        """Nothing cut yet."""
        kept = (Span(0, len(source)),) if source else ()
        return cls(source, kept, traditional=simplify(source) is not source)

    def afresh(self) -> Draft:
        """What is kept of this draft as a text of its own, nothing cut yet."""
        return Draft(self.text, (Span(0, len(self.text)),) if self.text else (), traditional=self.traditional)

    @cached_property
    def map(self) -> OffsetMap:
        """The way from ``text`` back to ``source``."""
        return OffsetMap(self.kept)

    @cached_property
    def text(self) -> str:
        """What is kept, joined."""
        return "".join([self.source[start:end] for start, end in self.kept])

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of ``text`` that are not blank."""
        return tuple(_lines(self.text))

    @cached_property
    def plain(self) -> str:
        """``text`` in simplified characters, for matching words; as long."""
        return simplify(self.text) if self.traditional else self.text

    @cached_property
    def plain_lines(self) -> tuple[Line, ...]:
        """``lines`` in simplified characters."""
        return tuple(_lines(self.plain)) if self.traditional else self.lines

    @cached_property
    def starts(self) -> list[int]:
        """Where each kept stretch begins in ``text``; all but the first are seams of a cut."""
        starts, at = [], 0
        for start, end in self.kept:
            starts.append(at)
            at += end - start
        return starts

    def apply(self, findings: Iterable[Finding]) -> Draft:
        """This draft with the cuts made and the doubts noted; of overlapping cuts the earlier one wins."""
        cuts, doubts = [], []
        for finding in findings:
            if isinstance(finding, Cut):
                cuts.append(finding)
            else:
                span = self.map.to_source(Span(finding.start, finding.end))
                doubts.append(Diagnostic(finding.code, finding.message, span.start, span.end))
        if not cuts and not doubts:
            return self
        kept, gone = self._subtract(sorted(cuts)) if cuts else (self.kept, [])
        return Draft(self.source, tuple(kept), (*self.cuts, *gone), (*self.doubts, *doubts), self.traditional)

    def _subtract(self, cuts: list[Cut]) -> tuple[list[Span], list[Cut]]:
        kept: list[Span] = []
        gone: list[Cut] = []
        piece, done = 0, 0  # index into self.kept; how much of the text is dealt with
        starts = [*self.starts, len(self.text)]
        for cut in cuts:
            begin, end = max(cut.start, done), cut.end
            if end <= begin:
                continue
            piece = self._take(kept, piece, done, begin, starts)
            index = bisect_right(starts, begin) - 1
            while begin < end:
                stop = min(end, starts[index + 1])
                shift = self.kept[index].start - starts[index]
                gone.append(Cut(begin + shift, stop + shift, cut.kind))
                begin, index = stop, index + 1
            done = end
        self._take(kept, piece, done, len(self.text), starts)
        return kept, gone

    def _take(self, kept: list[Span], piece: int, start: int, end: int, starts: list[int]) -> int:
        """Append text[start:end] to ``kept`` as source spans; the index of the piece reached."""
        while start < end:
            while starts[piece + 1] <= start:
                piece += 1
            stop = min(end, starts[piece + 1])
            shift = self.kept[piece].start - starts[piece]
            if kept and kept[-1].end == start + shift:
                kept[-1] = Span(kept[-1].start, stop + shift)
            else:
                kept.append(Span(start + shift, stop + shift))
            start = stop
        return piece

    def removals(self) -> tuple[Removal, ...]:
        """What was cut, in order; neighbours of one kind are one, and blanks between them belong to them."""
        merged: list[Cut] = []
        for cut in sorted(self.cuts):
            while (
                len(merged) > 1
                and merged[-1].kind == "blank"
                and merged[-2].kind == cut.kind
                and merged[-2].end == merged[-1].start
                and merged[-1].end == cut.start
            ):
                blank = merged.pop()
                merged[-1] = merged[-1]._replace(end=blank.end)
            if merged and merged[-1].kind == cut.kind and merged[-1].end == cut.start:
                merged[-1] = merged[-1]._replace(end=cut.end)
            else:
                merged.append(cut)
        return tuple(Removal(Span(a, b), kind, self.source[a:b]) for a, b, kind in merged)


def _lines(text: str) -> Iterator[Line]:
    at, gap = 0, True
    for raw in text.split("\n"):
        body = raw.lstrip()
        if body:
            start = at + len(raw) - len(body)
            body = body.rstrip()
            yield Line(start, start + len(body), body, start > at, gap)
        gap = not body
        at += len(raw) + 1

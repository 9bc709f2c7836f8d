"""Positions in text: spans, length-preserving folding, and the way from cleaned text back to its source."""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch [start, end) of a text, in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The literal characters of ``text`` in this stretch."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this stretch."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two stretches share at least one character."""
        return self.start < other.end and other.start < self.end


def _fold_table() -> dict[str, str]:
    """Full-width forms, and nothing that would change the number of characters."""
    table = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    # Chinese commas and brackets mean something; folding them to ASCII would hide the difference.
    for keep in "，：；！？（）":
        del table[keep]
    return {**table, "\u3000": " ", "\u00a0": " "}


_FOLD = _fold_table()
#: Few characters of a text are full-width: finding them is much faster than looking up every character.
_FOLDED = re.compile(f"[{re.escape(''.join(_FOLD))}]")


def fold(text: str) -> str:
    """``text`` with full-width letters, digits and signs made half-width, one character for one.

    The result has the length of ``text``, so an offset means the same place in both. Chinese
    commas, colons, semicolons and brackets stay as they are.
    """
    return _FOLDED.sub(lambda match: _FOLD[match[0]], text)


_CHINESE = "[\u3400-\u4dbf\u4e00-\u9fff〇]"
#: Each begins with the blank, which is rare, and not with what stands before it.
_SPREAD = re.compile(
    f"[ \u3000](?<=[\\d\u3400-\u4dbf\u4e00-\u9fff〇][ \u3000])[ \u3000]*(?={_CHINESE})"
    f"|[ \u3000](?<={_CHINESE}[ \u3000])[ \u3000]*(?=\\d)"
    "|[ \u3000](?<=\\d[ \u3000])(?<!\\d\\d[ \u3000])[ \u3000]*(?=\\d(?!\\d))"
)


def close_up(text: str) -> str:
    """``text`` without blanks between Chinese characters, single digits, or the two: for matching, never for showing.

    2 0 2 3 年 新 增 90 个 is 2023年新增90个.
    """
    return _SPREAD.sub("", text) if " " in text or "\u3000" in text else text


def closed_stretches(text: str) -> tuple[Span, ...]:
    """The stretches of ``text`` that `close_up` keeps, in order; none is empty."""
    if " " not in text and "\u3000" not in text:
        return (Span(0, len(text)),) if text else ()
    kept, at = [], 0
    for blank in _SPREAD.finditer(text):
        kept.append(Span(at, blank.start()))
        at = blank.end()
    return (*kept, Span(at, len(text))) if at < len(text) else tuple(kept)


def is_cjk(char: str) -> bool:
    """Whether ``char`` is a Chinese character (CJK Unified Ideographs and extension A, or 〇)."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char == "〇"


def is_space(char: str) -> bool:
    """Whether ``char`` shows as blank or not at all (white space, control and format characters)."""
    return char.isspace() or unicodedata.category(char) in ("Cc", "Cf")


@dataclass(frozen=True)
class OffsetMap:
    """The way between a cleaned text and its source.

    ``kept`` are the stretches of the source that make up the cleaned text, in order, disjoint and
    not empty. All offsets count code points.
    """

    kept: tuple[Span, ...]

    @cached_property
    def _clean_starts(self) -> list[int]:
        starts, at = [], 0
        for span in self.kept:
            starts.append(at)
            at += span.end - span.start
        return starts

    @cached_property
    def _source_starts(self) -> list[int]:
        return [span.start for span in self.kept]

    def to_source(self, span: Span) -> Span:
        """The stretch of the source that begins and ends with the characters of ``span``.

        What was cut out between those two characters lies inside the result. An empty span maps to
        an empty one.
        """
        start, end = span
        if end <= start:
            at = self._point(start)
            return Span(at, at)
        index = bisect_right(self._clean_starts, start) - 1
        if index >= 0:
            piece = self.kept[index]
            shift = piece.start - self._clean_starts[index]
            if end + shift <= piece.end:  # nothing was cut out between the two
                return Span(start + shift, end + shift)
        return Span(self._point(start), self._point(end - 1) + 1)

    def points(self, offsets: Iterable[int]) -> list[int]:
        """Where the characters at ``offsets``, which must ascend, stand in the source."""
        found, index = [], 0
        starts = [*self._clean_starts[1:], sys.maxsize]
        shifts = [span.start - start for span, start in zip(self.kept, self._clean_starts, strict=True)]
        for offset in offsets:
            while starts[index] <= offset:
                index += 1
            found.append(offset + shifts[index])
        return found

    def _point(self, offset: int) -> int:
        index = bisect_right(self._clean_starts, offset) - 1
        if index < 0:
            return 0
        piece = self.kept[index]
        return min(piece.start + offset - self._clean_starts[index], piece.end)

    def to_clean(self, offset: int) -> int:
        """Where the source character at ``offset`` stands in the cleaned text; if cut, where the next kept one does."""
        index = bisect_right(self._source_starts, offset) - 1
        if index < 0:
            return 0
        piece = self.kept[index]
        return self._clean_starts[index] + min(offset, piece.end) - piece.start

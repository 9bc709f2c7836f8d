"""Page numbers on lines of their own: ``- 3 -``, 第3页 共15页, Page 3 of 15, and lone numbers that count upward."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..rules.litter import LitterRules
from ..text import Span
from .chrome_lines import is_prose
from .draft import Cut, Draft, Finding, Line

_EXPLICIT = re.compile(
    r"[-—–─－~～·•]{1,3}\s*(?:\d{1,4}|[*×]{1,3})\s*[-—–─－~～·•]{1,3}"
    r"|[|｜/／\[【(（]?\s*第\s*(?:\d{1,4}|[一二三四五六七八九十百]{1,4})\s*页\s*(?:[,，/／、|｜]?\s*[(（]?共\s*\d{1,4}\s*页[)）]?)?\s*[|｜/／\]】)）]?"
    r"|共\s*\d{1,4}\s*页\s*[,，/／、]?\s*第\s*\d{1,4}\s*页"
    r"|\d{1,4}\s*[/／]\s*\d{1,4}\s*页"
    r"|[Pp](?:age|AGE|\.)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?"
)
_COUNTED = re.compile(r"(\d{1,3})\s*[/／]\s*(\d{1,3})")
_LONE = re.compile(r"[\[【(（]?\s?(\d{1,3})\s?[\]】)）]?")
#: — 3 — glued into a sentence
_GLUED = re.compile(r"[—–](?<=[\u4e00-\u9fff，、；：][—–])\s?(\d{1,3})\s?[—–](?=[\u4e00-\u9fff\d])")
#: 第3页 共9页 glued into a sentence: no report says that of itself
_GLUED_COUNT = re.compile(
    r"[(（\[【]?第\s?(\d{1,4})\s?页[\s/／,，、|]{0,3}共\s?(\d{1,4})\s?页[)）\]】]?|共\s?(\d{1,4})\s?页[\s/／,，、|]{0,3}第\s?(\d{1,4})\s?页"
)
#: A page holds at least this many characters; numbers that count upward closer together are a list or a column.
_PAGE = 120


def find_page_numbers(draft: Draft, rules: LitterRules) -> Iterator[Finding]:
    """The lines that are page numbers."""
    short = [
        line
        for line in draft.plain_lines
        if len(line.text) <= 24 and (line.text[-1] in "页*]】)）-—–─－~～·•|｜" or line.text[-1].isdigit())
    ]
    for line in short:
        if _EXPLICIT.fullmatch(line.text):
            yield Cut(line.start, line.end, "page-number")
    yield from _counted(short)
    yield from _glued(draft.plain)
    yield from _rising(short)


def _glued(text: str) -> Iterator[Cut]:
    """Page numbers within a sentence: with the number of pages, or between dashes if another one counts on from it."""
    found = list(_GLUED.finditer(text))
    numbers = {int(match[1]) for match in found}
    for match in _GLUED_COUNT.finditer(text) if "页" in text else ():
        if int(match[1] or match[4]) <= int(match[2] or match[3]):
            yield Cut(*match.span(), "page-number")
    for match in found:
        if {int(match[1]) - 1, int(match[1]) + 1} & numbers:
            yield Cut(*match.span(), "page-number")


def _counted(lines: Sequence[Line]) -> Iterator[Cut]:
    """3/15 where 15 stays and 3 rises by one."""
    pages = [(int(match[1]), int(match[2]), line) for line in lines if (match := _COUNTED.fullmatch(line.text))]
    for number, total, line in pages:
        if number <= total and any(other == total and abs(at - number) == 1 for at, other, _ in pages[:2000]):
            yield Cut(line.start, line.end, "page-number")


def _rising(lines: Sequence[Line]) -> Iterator[Cut]:
    """Lone numbers, each one above the last, a page of text between them, at least three of them."""
    chain: list[tuple[int, Line]] = []
    for line in lines:
        match = _LONE.fullmatch(line.text)
        if not match:
            continue
        number, apart = int(match[1]), line.start - chain[-1][1].end if chain else 0
        if chain and number == chain[-1][0] + 1 and apart >= _PAGE:
            chain.append((number, line))
            continue
        if chain and apart < _PAGE:
            continue  # a stray number within the page, such as the middle of a broken date
        yield from _numbers([line for _, line in chain])
        chain = [(number, line)]
    yield from _numbers([line for _, line in chain])


def _numbers(chain: Sequence[Line]) -> Iterator[Cut]:
    if len(chain) >= 3:
        for line in chain:
            yield Cut(line.start, line.end, "page-number")


class PageEnds:
    """Where pages ended: the places of page numbers, headers, footers and notices that were cut from a draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        prose = next((line.start for line in draft.lines if is_prose(line.text)), len(draft.text))
        body = draft.map.to_source(Span(prose, prose + 1)).start
        self._starts = sorted(
            cut.start
            for cut in draft.cuts
            if cut.kind in ("page-number", "header", "footer") or (cut.kind == "chrome" and cut.start > body)
        )

    def between(self, end: int, start: int) -> bool:
        """Whether a page ended between the character before ``end`` and the one at ``start`` in the draft's text."""
        if not self._starts:
            return False
        low = self._draft.map.to_source(Span(end - 1, end)).start
        high = self._draft.map.to_source(Span(start, start + 1)).start
        index = bisect_left(self._starts, low)
        return index < len(self._starts) and self._starts[index] < high

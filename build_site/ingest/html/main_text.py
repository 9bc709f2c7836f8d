"""Which lines of a page are the article and which surround it.

trafilatura says what the article is. It drops things that belong to it (short paragraphs in nested spans, headings,
signatures), so its word is taken for where the article lies, and what stands inside that stretch or reads like
prose is kept unless it is made of links. What is doubtful stays.
"""

from __future__ import annotations

import re

from .layout import Line
from .page import Page

#: Share of a line inside links from which it is navigation.
_LINKED = 0.45
#: Lines of links below which a page has no navigation: saved from Word, or the article alone.
_BARE = 2
#: Characters from which a line with a full stop is prose wherever it stands.
_PROSE = 40
#: A line shorter than this is only known by being a line of the article, not by lying somewhere in its text.
_SHORT = 12
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ATTACHMENT = re.compile(r"\s*附(?:件|表|录)?\s*[\d一二三四五六七八九十]{0,3}\s*[:：]")
_BLANK = re.compile(r"[\s|\u3000\u200b\ufeff]+")


def chrome_lines(page: Page, markup: str) -> list[tuple[int, int]]:
    """The stretches of the text, whole lines with their newlines, that are not the article."""
    text = "".join(page.draft.pieces)
    lines = page.lines
    if sum(map(_is_linked, lines)) < _BARE:
        return [(line.start, line.end + 1) for line in lines if line.beside]
    article = _extracted(markup)
    found = [number for number, line in enumerate(lines) if _is_found(line, text, article)]
    inside = _stretch(page, text, found)
    kept = {number for number, line in enumerate(lines) if number in inside or _is_prose(line, text)}
    if not kept:
        return []
    return [(line.start, line.end + 1) for number, line in enumerate(lines) if number not in kept]


def _extracted(markup: str) -> tuple[frozenset[str], str]:
    """What trafilatura takes for the article: its lines, and all of it in one, both without blanks."""
    import trafilatura  # a second of imports, needed for web pages only

    made = trafilatura.extract(
        markup, favor_recall=True, include_comments=False, include_tables=True, deduplicate=False
    )
    rows = [_BLANK.sub("", row) for row in (made or "").splitlines()]
    return frozenset(filter(None, rows)), "".join(rows)


def _is_found(line: Line, text: str, article: tuple[frozenset[str], str]) -> bool:
    rows, whole = article
    says = _BLANK.sub("", text[line.start : line.end])
    if line.beside or _is_linked(line) or not says:
        return False
    return says in rows or (len(says) >= _SHORT and says in whole)


def _stretch(page: Page, text: str, found: list[int]) -> set[int]:
    """The lines from the first of the article to its last, with what stands below the title above it."""
    lines = page.lines
    if not found:
        return {number for number, line in enumerate(lines) if not line.beside and not _is_linked(line)}
    first, last = found[0], found[-1]
    alike = {lines[number].container for number in found} | {lines[number].path for number in found}
    while last + 1 < len(lines) and _belongs(lines[last + 1], alike, text):
        last += 1
    while first > 0 and _belongs(lines[first - 1], alike, text):
        first -= 1
    title = _BLANK.sub("", page.title)
    first = max((number for number in range(first) if _is_title(lines[number], text, title)), default=first)
    while last > first and lines[last].path[-2:] in _HEADINGS and last + 1 < len(lines) and _is_linked(lines[last + 1]):
        last -= 1  # the heading of a list of other articles
    inside = (number for number in range(first, last + 1) if not lines[number].beside)
    return {number for number in inside if not _leads_away(lines[number], text)}


def _belongs(line: Line, alike: set[int | str], text: str) -> bool:
    """Whether a line next to the article has the surroundings of its lines."""
    return (line.container in alike or line.path in alike) and not line.beside and not _leads_away(line, text)


def _is_title(line: Line, text: str, title: str) -> bool:
    says = _BLANK.sub("", text[line.start : line.end])
    return len(says) >= 6 and says in title and not _is_linked(line)


def _leads_away(line: Line, text: str) -> bool:
    """Whether a line is made of links, and not one that names what is attached to the report."""
    return _is_linked(line) and not _ATTACHMENT.match(text, line.start, line.end)


def _is_linked(line: Line) -> bool:
    return 0 < line.linked >= _LINKED * (line.end - line.start)


def _is_prose(line: Line, text: str) -> bool:
    says = text[line.start : line.end]
    return len(says) >= _PROSE and "。" in says and not line.beside and line.linked < 0.3 * len(says)

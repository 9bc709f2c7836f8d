"""A table of contents: a header with entries and page numbers on lines of their own, or run together on one line.

Its entries are also a witness: a heading it names that the text lacks means that the text is cut off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..rules.litter import LitterRules
from ..text import is_cjk
from ..variants import simplify
from .draft import Cut, Doubt, Draft, Finding, Line
from .lexicon import MARKER, words

_LEADERS = r"[.．·•…‥。_\-—─ \t\u3000]"
#: An entry on its own line: text, then leaders or a tab or nothing, then its page.
_ENTRY = re.compile(
    rf"(?P<title>\S.{{0,80}}?)\s*(?P<lead>(?:{_LEADERS}{{3,}}|[\t…]+|\s{{2,}})?)\s*[-—(（]?(?P<page>\d{{1,3}})[-—)）]?"
)
_INLINE_MARKER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节部][分]?)"
)
_KEY = re.compile(r"[\W_\d]+")
_MISSING = "目录列有“{}”，正文中没有这一部分。"
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d\s*(?:年|[-—至])")
#: Behind these a number is no page.
_UNITS = "年月日个所名人万项次"
_SENTENCE = re.compile(r"[。；]")
#: How far an entry may stand from the next one when all stand on one line.
_REACH = 90
#: Longest table, deepest place of its header and most headers tried; hostile texts have more of all.
_ENTRIES, _DEPTH, _TRIES = 300, 400, 5


class Entry(NamedTuple):
    """A heading that a table of contents names; ``page`` is 0 where it gives none."""

    title: str
    page: int
    end: int


@lru_cache(maxsize=4)
def _header(rules: LitterRules) -> re.Pattern[str]:
    return re.compile(rf"[【\[（(]?(?:{words(rules.contents_headers)})[】\])）]?\s*[:：]?")


@lru_cache(maxsize=4)
def _inline_header(rules: LitterRules) -> re.Pattern[str]:
    return re.compile(words(rules.contents_headers))


def find_contents(draft: Draft, rules: LitterRules) -> Iterator[Finding]:
    """The table as one cut, and a doubt for every heading that it names and the text lacks."""
    table = _on_lines(draft.lines, rules) or _in_one_line(draft.plain, rules)
    if table is None:
        return
    start, end, entries = table
    yield Cut(start, end, "toc")
    rest = _KEY.sub("", draft.plain[:start] + draft.plain[end:])
    for entry in entries:
        key = _KEY.sub("", MARKER.sub("", simplify(entry.title), count=1))
        if len(key) >= 3 and key not in rest:
            at = max(start, draft.plain.rfind(simplify(entry.title), start, entry.end))
            yield Doubt(at, entry.end, "missing-section", _MISSING.format(entry.title.strip()))


def _on_lines(lines: Sequence[Line], rules: LitterRules) -> tuple[int, int, list[Entry]] | None:
    """A run of entry lines, with or without a header; without one they need leaders."""
    header = _header(rules)
    tries = 0
    for i, line in enumerate(lines[:_DEPTH]):
        headed = len(line.text) <= 12 and bool(header.fullmatch(simplify(line.text)))
        if tries >= _TRIES or not (headed or _paged(line)):
            continue
        tries += headed
        entries = _run(lines, i + headed, headed)
        if headed and len(entries) < 2:
            entries = _unpaged(lines, i + 1)
        elif not headed and (len(entries) < 3 or not _led(lines[i : i + len(entries)])):
            entries = []
        if entries:
            return line.start, entries[-1].end, entries
    return None


def _paged(line: Line) -> re.Match[str] | None:
    return _ENTRY.fullmatch(line.text) if len(line.text) <= 120 and line.text[-1] in "0123456789)）-—" else None


def _led(lines: Sequence[Line]) -> bool:
    """Whether most of the lines have leaders between title and page."""
    matches = [_paged(line) for line in lines]
    return sum(bool(match and match["lead"]) for match in matches) >= 0.6 * len(lines)


def _run(lines: Sequence[Line], first: int, headed: bool) -> list[Entry]:
    """Entries with pages that never go back, from line ``first`` on; a long title may take two lines."""
    entries: list[Entry] = []
    begun = ""
    for line in lines[first : first + _ENTRIES]:
        match = _paged(line)
        if match and (not entries or int(match["page"]) >= entries[-1].page):
            entries.append(Entry(begun + match["title"], int(match["page"]), line.end))
            begun = ""
        elif headed and not match and not begun and MARKER.match(line.text) and not _SENTENCE.search(line.text):
            begun = line.text
        else:
            break
    return entries


def _unpaged(lines: Sequence[Line], first: int) -> list[Entry]:
    """Entries without pages after a header: short lines of which most come again below."""
    run: list[tuple[Line, str]] = []
    seen: set[str] = set()
    for line in lines[first : first + _ENTRIES]:
        key = _KEY.sub("", line.text)
        if len(line.text) > 60 or _SENTENCE.search(line.text) or key in seen:
            break
        seen.add(key)
        run.append((line, key))
    sizes = {len(key) for _, key in run}
    below = {_KEY.sub("", line.text[:80])[:size] for line in lines[first + len(run) :] for size in sizes}
    # Behind the last entry that comes again only numbered lines can still be entries, of sections the text lacks.
    while run and run[-1][1] not in below and not MARKER.match(run[-1][0].text):
        run.pop()
    hits = sum(key in below for _, key in run)
    if hits < max(2, 0.6 * len(run)):
        return []
    return [Entry(line.text, 0, line.end) for line, _ in run]


def _in_one_line(text: str, rules: LitterRules) -> tuple[int, int, list[Entry]] | None:
    """目录一、党的建设1二、队伍建设3三、…: headings in order, each closed by its page."""
    for match in _inline_header(rules).finditer(text, 0, 3000):
        if text[match.end() : match.end() + 1] == "\n":
            continue
        entries = _inline_entries(text, match.end())
        if len(entries) >= 3:
            return match.start(), entries[-1].end, entries
    return None


def _inline_entries(text: str, start: int) -> list[Entry]:
    entries: list[Entry] = []
    page, at = 0, start
    while len(entries) < _ENTRIES:
        stop = text.find("\n", at, at + _REACH)
        stretch = text[at : stop if stop >= 0 else at + _REACH]
        entry = _closed_by_page(stretch, at, page, text)
        if entry is None:
            break
        entries.append(entry)
        page, at = entry.page, entry.end
    return entries


def _closed_by_page(stretch: str, at: int, page: int, text: str) -> Entry | None:
    """The entry at the start of ``stretch``: up to the first digits that can be its page."""
    marker = _INLINE_MARKER.match(stretch)
    for digits in _DIGITS.finditer(stretch):
        if "。" in stretch[: digits.start()]:
            return None
        for size in range(min(3, len(digits[0])), 0, -1):
            number, end = int(digits[0][:size]), at + digits.start() + size
            if page <= number <= page + 100 and _starts_afresh(text, end):
                title = stretch[: digits.start()].strip(" .．·…-—_\t\u3000")
                return Entry(title, number, end) if len(title) >= 3 or marker else None
    return None


def _starts_afresh(text: str, at: int) -> bool:
    """Whether what stands at ``at`` can follow a page number: the next heading, a line end or the body."""
    rest = text[at : at + 12].lstrip(" \t\u3000")
    if not rest or rest[0] == "\n" or MARKER.match(rest):
        return True
    return bool(_YEAR.match(rest)) or is_cjk(rest[0]) and rest[0] not in _UNITS

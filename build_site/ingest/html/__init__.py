"""Saved web pages (.html, .htm): all text of the page in order, with what is not the report marked as chrome."""

from __future__ import annotations

import re
from bisect import bisect_left

from ...model.source import FileProperties
from ..encoding import decode
from ..limits import TEXT_BYTES
from ..reading import Reading
from ..refusal import refusal
from .main_text import chrome_lines
from .page import Page, parse_page

#: What a page says of its encoding, in its first kilobytes.
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,30})", re.I)
_HEAD = 8_192
#: Fields by the names that the rules for government websites and other conventions give them, the best first.
_NAMED = (
    ("title", "articletitle og:title"),
    ("author", "author"),
    ("organisation", "contentsource source article:author"),
    ("date", "pubdate publishdate article:published_time dc.date maketime createdate"),
)


def read_html(data: bytes) -> Reading:
    """Read a saved web page.

    Raises:
        InputError: it is too large, nests too deep, or its encoding cannot be told.
    """
    if len(data) > TEXT_BYTES:
        raise refusal(("网页文件太大", "the web page is too large"), ("请只保存正文", "save the article only"))
    declared = _DECLARED.search(data[:_HEAD])
    markup, encoding = decode(data, declared[1].decode("ascii") if declared else "")
    page = parse_page(markup)
    draft = page.draft
    chrome = chrome_lines(page, markup)
    for start, end in chrome:
        draft.mark(start, "chrome", end=end)
    for at in _pictures(page, {start for start, _ in chrome}):
        draft.mark(at, "unread", "picture", end=at + 1)
    return draft.reading(_properties(page), encoding)


def _pictures(page: Page, chrome: set[int]) -> set[int]:
    """The newlines of the article's lines behind which a picture stands."""
    kept = [line for line in page.lines if line.start not in chrome]
    if not kept:
        return set()
    inside = (at for at in page.pictures if kept[0].end < at <= kept[-1].end + 1)
    return {kept[bisect_left(kept, at, key=lambda line: line.end) - 1].end for at in inside}


def _properties(page: Page) -> FileProperties:
    """The title of the window and what the page's head names."""
    found = {
        wanted: next((page.named[name] for name in names.split() if page.named.get(name)), "")
        for wanted, names in _NAMED
    }
    date = re.match(r"\d{4}-\d\d-\d\d", found["date"])
    return FileProperties(
        title=found["title"] or page.title,
        author=found["author"],
        organisation=found["organisation"],
        date=date[0] if date else "",
    )

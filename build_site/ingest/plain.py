"""Plain text and Markdown: the text is what the bytes decode to, with the tables that tabs draw marked.

Of Markdown only the signs of headings are known.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..model.source import Mark
from ..text import Span
from .drawn import tabbed_tables
from .encoding import decode
from .limits import TEXT_BYTES
from .reading import Reading, in_order, undecodable
from .refusal import refusal

_HEADING = re.compile(r"^((#{1,6})[ \t]+)(\S.*)$", re.M)
#: What ends a line; a form feed behind a line end only ends the page.
_NEWLINE = re.compile("\r\n?|[\x0b\x85\u2028\u2029]|(?<![\r\n])\x0c(?![\r\n])")


def read_plain(data: bytes) -> Reading:
    """Read a text file; what could not be decoded is U+FFFD with a mark ``undecodable``; tables are marked."""
    if len(data) > TEXT_BYTES:
        raise refusal(("文本文件太大", "the text file is too large"), ("请拆成几份", "split it"), f"{len(data)} bytes")
    text, encoding = decode(data)
    text = _NEWLINE.sub("\n", text)
    return Reading(text, in_order((*tabbed_tables(text), *undecodable(text))), encoding)


def read_markdown(data: bytes) -> Reading:
    """Read a Markdown file: the text as it is, with headings marked and their ``#`` as chrome.

    Asterisks stay: in these reports they hide words far more often than they make them bold.
    """
    plain = read_plain(data)
    marks = list(plain.marks)
    for heading in _HEADING.finditer(plain.text):
        marks.append(Mark(Span(*heading.span(1)), "chrome"))
        marks.append(Mark(Span(*heading.span(3)), "heading", str(len(heading[2]))))
    return replace(plain, marks=in_order(marks))

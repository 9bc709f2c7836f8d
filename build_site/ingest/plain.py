"""Plain text and Markdown: the text is what the bytes decode to."""

from __future__ import annotations

import re

from ..model.source import Mark
from ..text import Span
from .encoding import decode
from .limits import TEXT_BYTES
from .reading import Reading
from .refusal import refusal

_NEWLINE = re.compile(r"\r\n?")
_FAULT = re.compile("\ufffd+")


def read_plain(data: bytes) -> Reading:
    """Read a text file; what could not be decoded is U+FFFD with a mark ``undecodable``."""
    if len(data) > TEXT_BYTES:
        raise refusal(("文本文件太大", "the text file is too large"), ("请拆成几份", "split it"), f"{len(data)} bytes")
    text, encoding = decode(data)
    text = _NEWLINE.sub("\n", text)
    return Reading(text, undecodable(text), encoding)


def undecodable(text: str) -> tuple[Mark, ...]:
    """Marks over every run of U+FFFD."""
    return tuple(Mark(Span(*fault.span()), "undecodable") for fault in _FAULT.finditer(text))

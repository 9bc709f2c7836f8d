"""Plain text and Markdown: the text is what the bytes decode to."""

from __future__ import annotations

import re

from .encoding import decode
from .limits import TEXT_BYTES
from .reading import Reading, undecodable
from .refusal import refusal

_NEWLINE = re.compile(r"\r\n?")


def read_plain(data: bytes) -> Reading:
    """Read a text file; what could not be decoded is U+FFFD with a mark ``undecodable``."""
    if len(data) > TEXT_BYTES:
        raise refusal(("文本文件太大", "the text file is too large"), ("请拆成几份", "split it"), f"{len(data)} bytes")
    text, encoding = decode(data)
    text = _NEWLINE.sub("\n", text)
    return Reading(text, undecodable(text), encoding)

"""The name of a report in URLs: from the sidecar's slug or the file name alone, so that it outlives other changes."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from ..model.source import Sidecar

#: Readable part of an id made from a Chinese name, and the longest plain one.
_READABLE, _LONGEST = 48, 80


def report_id(path: Path, sidecar: Sidecar) -> str:
    """The id of the report in ``path``: lower-case ASCII letters, digits and hyphens.

    A file name in ASCII is kept (``P04.txt`` is ``p04``). Another is written in pinyin with six digits of a hash
    behind it, so that 山西 and 陕西 stay apart. Two files may share an id; the caller sees all files and refuses.
    """
    if sidecar.slug:
        return sidecar.slug
    stem = unicodedata.normalize("NFC", path.stem)
    readable = _hyphenated(stem if stem.isascii() else _pinyin(stem))
    if stem.isascii() and readable and len(readable) <= _LONGEST:
        return readable
    digest = hashlib.sha256(stem.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{_cut(readable) or 'report'}-{digest}"


def _hyphenated(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _pinyin(stem: str) -> str:
    from pypinyin import lazy_pinyin  # loads 4 MB of tables, needed for Chinese file names only

    return "-".join(lazy_pinyin(stem, errors=lambda rest: unicodedata.normalize("NFKD", rest)))


def _cut(readable: str) -> str:
    """At most `_READABLE` characters, whole syllables."""
    if len(readable) <= _READABLE:
        return readable
    return readable[: _READABLE + 1].rpartition("-")[0] or readable[:_READABLE]

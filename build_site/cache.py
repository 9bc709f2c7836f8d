"""A content-addressed store of artefacts: safe to share between builds, and to throw away at any time."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zlib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

PACKAGE = Path(__file__).parent
_CODE_SUFFIXES = {".py", ".yml", ".html", ".md", ".jinja", ".json", ".tsv", ".csv", ".txt"}

Value = TypeVar("Value")


@cache
def code_digest() -> str:
    """SHA-256 over the project's code, rules and templates: a change in any of them makes every cache entry stale."""
    total = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in _CODE_SUFFIXES and "__pycache__" not in path.parts:
            total.update(path.relative_to(PACKAGE).as_posix().encode())
            total.update(path.read_bytes())
    return total.hexdigest()


def digest(*parts: bytes) -> str:
    """SHA-256 over the parts and their lengths."""
    total = hashlib.sha256()
    for part in parts:
        total.update(str(len(part)).encode() + b":")
        total.update(part)
    return total.hexdigest()


class Store:
    """Values by key in a folder; a damaged or foreign file counts as absent."""

    def __init__(self, folder: Path | None) -> None:
        """``folder`` None stores nothing."""
        self.folder = folder

    def _path(self, key: str, name: str) -> Path:
        assert self.folder
        return self.folder / key[:2] / f"{key}.{name}"

    def load(self, key: str, name: str, shape: type[Value]) -> Value | None:
        """The value stored under ``key`` and ``name``, or None."""
        if self.folder is None:
            return None
        try:
            packed = self._path(key, name).read_bytes()
            return msgspec.msgpack.decode(zlib.decompress(packed), type=shape)
        except (OSError, zlib.error, msgspec.MsgspecError):
            return None

    def save(self, key: str, name: str, value: Any) -> None:
        """Keep ``value``; readers see all of it or nothing."""
        if self.folder is None:
            return
        path = self._path(key, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            # Level 1: reading back is what counts, and the text shrinks to a third already.
            file.write(zlib.compress(msgspec.msgpack.encode(value), 1))
        os.replace(temporary, path)

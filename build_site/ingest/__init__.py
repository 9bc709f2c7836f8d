"""Files in, `Source` values out: one module a format, chosen by a registry."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..model.source import Source
from ..rules import Rules


def list_sources(root: Path) -> list[Path]:
    """The report files below ``root`` in a fixed order; sidecars and hidden files left out."""
    return sorted(path for path in root.rglob("*") if path.is_file() and path.suffix == ".txt")


def read_source(path: Path, root: Path, rules: Rules) -> Source:
    """Read one file.

    Raises:
        InputError: it cannot be read as a report.
    """
    data = path.read_bytes()
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return Source(
        id=path.stem.replace("_", "-").lower(),
        file=path.relative_to(root).as_posix(),
        format="txt",
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        encoding="utf-8",
    )

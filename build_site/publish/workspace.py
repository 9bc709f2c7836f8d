"""Files of a build: written where they changed, removed where they are gone."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from ..model.page import Page

#: Folders and files below docs/ that the build writes; everything else there is written by hand.
GENERATED = ("reports", "themes", "indicators", "regions", "years", "quality", "data", "compare", "index.md")


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write ``content`` unless the file already holds it; whether it was written."""
    try:
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return False
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def write_pages(docs: Path, pages: Iterable[Page]) -> None:
    """Write Markdown pages below ``docs``."""
    for page in pages:
        write_if_changed(docs / page.path, page.markdown.encode())


def remove_stale_pages(docs: Path, wanted: set[str]) -> None:
    """Delete generated pages that this build no longer makes."""
    kept = {os.path.join(docs, *page.split("/")) for page in wanted}
    for name in GENERATED:
        for folder, _, files in os.walk(docs / name):
            for path in (os.path.join(folder, file) for file in files):
                if path.endswith(".md") and path not in kept:
                    os.unlink(path)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file of a staged site; a file linked to the older site is replaced, never written through."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_bytes(content)


def handwritten(docs: Path) -> list[str]:
    """The files below ``docs`` that the build does not write, as paths with forward slashes."""
    found = []
    for folder, folders, names in os.walk(docs):
        inner = Path(folder).relative_to(docs)
        if inner == Path():
            folders[:] = set(folders) - set(GENERATED)
            names = sorted(set(names) - set(GENERATED))
        found += [(inner / name).as_posix() for name in names]
    return sorted(found)


def handwritten_pages(docs: Path) -> list[str]:
    """Those of the handwritten files that are pages."""
    return [path for path in handwritten(docs) if path.endswith(".md")]


def copy_handwritten(source: Path, target: Path) -> None:
    """Bring a site's own docs folder up to date with the project's hand-written pages and assets."""
    wanted = [path for path in handwritten(source) if path.endswith(".md") or path.startswith("assets/")]
    for path in set(handwritten(target)) - set(wanted):
        (target / path).unlink()
    for path in wanted:
        write_if_changed(target / path, (source / path).read_bytes())

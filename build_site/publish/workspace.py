"""Files of a build: written where they changed, and put in place all at once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..config import MARKER
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
    for name in GENERATED:
        root = docs / name
        for path in sorted(root.rglob("*.md")) if root.is_dir() else ():
            if path.relative_to(docs).as_posix() not in wanted:
                path.unlink()


def link_tree(old: Path, new: Path) -> None:
    """Give ``new`` every file of ``old`` without copying its bytes (copied where the file system cannot link)."""
    for folder, _, names in os.walk(old):
        target = new / os.path.relpath(folder, old)
        target.mkdir(parents=True, exist_ok=True)
        for name in names:
            source = os.path.join(folder, name)
            try:
                os.link(source, target / name)
            except OSError:
                shutil.copy2(source, target / name)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file of a staged site; a file linked to the older site is replaced, never written through."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_bytes(content)


@contextmanager
def staged(site: Path, start_from_old: bool) -> Iterator[Path]:
    """A folder to build the site in; it takes the place of ``site`` only if the body ends without an error.

    With ``start_from_old`` it begins with the files of the present site.
    """
    staging = site.with_name(f".{site.name}.new-{os.getpid()}")
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    try:
        if start_from_old:
            link_tree(site, staging)
        yield staging
        _swap(staging, site)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def mark(staging: Path, stamp: str) -> None:
    """Make a staged site known as one of ours; ``stamp`` tells which."""
    replace_file(staging / MARKER, stamp.encode())


def _swap(staging: Path, site: Path) -> None:
    old = site.with_name(f".{site.name}.old-{os.getpid()}")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    staging.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def handwritten_pages(docs: Path) -> list[str]:
    """The pages below ``docs`` that the build does not write, as paths with forward slashes."""
    found = (path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*.md")))
    return [path for path in found if path.split("/")[0] not in GENERATED]


def copy_handwritten(source: Path, target: Path) -> None:
    """Bring a site's own docs folder up to date with the project's hand-written pages and assets."""
    wanted = set(handwritten_pages(source))
    for page in set(handwritten_pages(target)) - wanted:
        (target / page).unlink()
    assets = source / "assets"
    files = [path for path in sorted(assets.rglob("*")) if path.is_file()] + [source / page for page in wanted]
    for path in files:
        write_if_changed(target / path.relative_to(source), path.read_bytes())

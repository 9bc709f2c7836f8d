"""Files of a build: written where they changed, and put in place all at once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
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
    kept = {os.path.join(docs, *page.split("/")) for page in wanted}
    for name in GENERATED:
        for folder, _, files in os.walk(docs / name):
            for path in (os.path.join(folder, file) for file in files):
                if path.endswith(".md") and path not in kept:
                    os.unlink(path)


def link_tree(old: Path, new: Path) -> None:
    """Give ``new`` every file of ``old`` without copying its bytes (copied where the file system cannot link)."""
    for folder, _, names in os.walk(old):
        target = os.path.join(new, os.path.relpath(folder, old))
        os.makedirs(target, exist_ok=True)
        for name in names:
            source, place = os.path.join(folder, name), os.path.join(target, name)
            try:
                os.link(source, place)
            except OSError:
                shutil.copy2(source, place)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file of a staged site; a file linked to the older site is replaced, never written through."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_bytes(content)


@dataclass(frozen=True, slots=True)
class Staging:
    """A site in the making, in a folder beside its place.

    Attributes:
        site: its place.
        folder: see `ready`.
        copied: done when the folder holds the files of the site in place, if it is to begin with them.
        pool: does what takes long.
    """

    site: Path
    folder: Path
    copied: Future[None] | None
    pool: Executor

    def ready(self) -> Path:
        """The folder, as soon as it can be written to."""
        if self.copied:
            self.copied.result()
        return self.folder

    def put_in_place(self) -> None:
        """Let it take the place of the old site, in two renames."""
        old = self.site.with_name(f".{self.site.name}.old-{os.getpid()}")
        shutil.rmtree(old, ignore_errors=True)
        if self.site.exists():
            self.site.rename(old)
        self.folder.rename(self.site)
        if old.exists():
            wait([self.pool.submit(partial(shutil.rmtree, part, ignore_errors=True)) for part in old.iterdir()])
            shutil.rmtree(old, ignore_errors=True)


@contextmanager
def staged(site: Path, pool: Executor, start_from_old: bool) -> Iterator[Staging]:
    """A folder to build the site in; unless it was put in place, nothing of it is left behind the end of the block.

    With ``start_from_old`` it begins with the files of the present site, which ``pool`` brings there meanwhile.
    """
    folder = site.with_name(f".{site.name}.new-{os.getpid()}")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    copied = pool.submit(link_tree, site, folder) if start_from_old else None
    try:
        yield Staging(site, folder, copied, pool)
    finally:
        wait([copied] if copied else [])
        shutil.rmtree(folder, ignore_errors=True)


def mark(staging: Path, stamp: str) -> None:
    """Make a staged site known as one of ours; ``stamp`` tells which."""
    replace_file(staging / MARKER, stamp.encode())


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

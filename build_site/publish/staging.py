"""A site in the making: beside the one in place, out of its files, and then instead of it.

A warm build gives the new site hard links to the files of the old one. Tens of thousands of links take a second to make
and another to take away, so the folder of the site before is kept with the cache: it has nearly all of them, and
`link_tree` brings it up to date. Nothing depends on what it holds.
"""

from __future__ import annotations

import glob
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..config import MARKER
from .workspace import replace_file


def mark(staging: Path, stamp: str) -> None:
    """Make a staged site known as one of ours; ``stamp`` tells which. Nothing may be written after it."""
    replace_file(staging / MARKER, stamp.encode())


def link_tree(old: Path, new: Path) -> None:
    """Make ``new`` hold exactly the files of ``old`` without copying their bytes (copied where links cannot be)."""
    new.mkdir(parents=True, exist_ok=True)
    _link_folder(str(old), str(new), None)


def _carry_over(site: Path, folder: Path) -> bool:
    """Give ``folder`` the files of the site in place, or none if anything of it was changed since it was built."""
    try:
        written = (site / MARKER).stat().st_mtime_ns
        if site.stat().st_mtime_ns <= written and _link_folder(str(site), str(folder), written):
            return True
    except OSError:  # somebody is taking it away
        pass
    shutil.rmtree(folder)
    folder.mkdir()
    return False


def _link_folder(old: str, new: str, written: int | None) -> bool:
    """Link the files of ``old`` into ``new`` and remove others there; False at anything newer than ``written``."""
    with os.scandir(new) as found:
        there = {entry.name: entry for entry in found}
    with os.scandir(old) as found:
        for entry in found:
            status = entry.stat(follow_symlinks=False)
            if written is not None and status.st_mtime_ns > written:
                return False
            present, target = there.pop(entry.name, None), os.path.join(new, entry.name)
            if entry.is_dir(follow_symlinks=False):
                if present and not present.is_dir(follow_symlinks=False):
                    _remove(present)
                    present = None
                if not present:
                    os.mkdir(target)
                if not _link_folder(entry.path, target, written):
                    return False
            elif not present or not _same_file(status, present.stat(follow_symlinks=False)):
                if present:
                    _remove(present)
                _link(entry.path, target)
    for other in there.values():
        _remove(other)
    return True


def _same_file(one: os.stat_result, other: os.stat_result) -> bool:
    return one.st_ino != 0 and os.path.samestat(one, other)  # Windows tells no numbers here


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)


def _remove(entry: os.DirEntry[str]) -> None:
    if entry.is_dir(follow_symlinks=False):
        shutil.rmtree(entry.path)
    else:
        os.unlink(entry.path)


@dataclass(frozen=True, slots=True)
class Staging:
    """A site in the making, in a folder beside its place.

    Attributes:
        site: its place.
        folder: see `ready`.
        former: where to leave the folder of the old site for the next build, if at all.
        carried: done when the folder holds the files of the site in place, if it is to begin with them.
        pool: does what takes long.
    """

    site: Path
    folder: Path
    former: Path | None
    carried: Future[bool] | None
    pool: Executor

    def ready(self) -> bool:
        """Wait until the folder can be written to; whether it holds the files of the site in place, or none."""
        return self.carried is not None and self.carried.result()

    def put_in_place(self) -> None:
        """Let it take the place of the old site, in two renames."""
        old = _beside(self.site, "old", os.getpid())
        shutil.rmtree(old, ignore_errors=True)
        try:
            if self.site.exists():
                self.site.rename(old)
            self.folder.rename(self.site)
        except BaseException:
            recover(self.site)
            raise
        if old.exists() and not (self.former and self.ready() and _moved(old, self.former)):
            wait([self.pool.submit(partial(shutil.rmtree, part, ignore_errors=True)) for part in old.iterdir()])
            shutil.rmtree(old, ignore_errors=True)


@contextmanager
def staged(site: Path, pool: Executor, start_from_old: bool, former: Path | None = None) -> Iterator[Staging]:
    """A folder to build the site in; unless it was put in place, nothing of it is left behind the end of the block.

    With ``start_from_old`` it begins with the files of the present site, which ``pool`` brings there meanwhile, and
    ``former`` may hold the folder of the site before that.
    """
    folder = _beside(site, "new", os.getpid())
    shutil.rmtree(folder, ignore_errors=True)
    if former and former.exists() and not (start_from_old and _moved(former, folder)):
        shutil.rmtree(former, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    carried = pool.submit(_carry_over, site, folder) if start_from_old else None
    try:
        yield Staging(site, folder, former, carried, pool)
    finally:
        wait([carried] if carried else [])
        shutil.rmtree(folder, ignore_errors=True)


def _beside(site: Path, age: str, process: int | str) -> Path:
    """A folder of the ``old`` or ``new`` site while they change places; a name that nobody else gives."""
    return site.with_name(f".{site.name}.{age}{MARKER}-{process}")


def _moved(old: Path, new: Path) -> bool:
    """Whether ``old`` could be renamed: on one file system it can."""
    try:
        old.rename(new)
    except OSError:
        return False
    return True


def recover(site: Path) -> None:
    """Clear away what a build that was killed left beside ``site``; an old site on its way out goes back."""
    escaped = site.with_name(glob.escape(site.name))
    for left in sorted(site.parent.glob(_beside(escaped, "old", "*").name)):
        if site.exists() or not _moved(left, site):
            shutil.rmtree(left, ignore_errors=True)
    for left in site.parent.glob(_beside(escaped, "new", "*").name):
        shutil.rmtree(left, ignore_errors=True)

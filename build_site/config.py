"""Where a build reads and writes."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from .errors import SettingError

PROJECT = Path(__file__).resolve().parent.parent
MARKER = ".built-by-build-site"  #: stands in every site folder we made, so that no other folder is ever replaced


@dataclass(frozen=True, slots=True)
class Settings:
    """One build.

    Attributes:
        source: folder with the reports.
        site: folder the site is put into; replaced as a whole.
        jobs: worker processes.
        strict: publish nothing if any input was refused.
        use_cache: whether results of earlier builds may be used.
    """

    source: Path
    site: Path
    jobs: int
    strict: bool = False
    use_cache: bool = True

    @property
    def own(self) -> bool:
        """Whether this is the project's own site (then generated pages also land in ``docs/``)."""
        return self.source == PROJECT / "seeds" and self.site == PROJECT / "site"

    @property
    def state(self) -> Path:
        """Folder for what this site's next build may use again."""
        return PROJECT / ".cache" / "sites" / hashlib.sha256(str(self.site).encode()).hexdigest()[:16]

    @property
    def docs(self) -> Path:
        """Folder of Markdown that MkDocs renders."""
        return PROJECT / "docs" if self.own else self.state / "docs"

    @property
    def store(self) -> Path | None:
        """Folder of cached analyses."""
        return PROJECT / ".cache" / "reports" if self.use_cache else None


def make_settings(
    source: str | None, site: str | None, jobs: int | None, strict: bool = False, use_cache: bool = True
) -> Settings:
    """Settings from command-line words; the project's own folders where nothing is said.

    Raises:
        SettingError: the source is no folder, the site folder holds something else, or jobs is not positive.
    """
    source_folder = Path(source).resolve() if source else PROJECT / "seeds"
    site_folder = Path(site).resolve() if site else PROJECT / "site"
    if not source_folder.is_dir():
        raise SettingError(str(source), "is not a folder", "give --source a folder with reports")
    if jobs is not None and jobs < 1:
        raise SettingError("--jobs", "must be 1 or more", "leave it out to use every core")
    refuse_foreign_folder(site_folder, source_folder)
    return Settings(source_folder, site_folder, jobs or os.cpu_count() or 1, strict, use_cache)


def refuse_foreign_folder(site: Path, source: Path) -> None:
    """Make sure that replacing ``site`` loses nothing but an earlier site.

    Raises:
        SettingError: it holds files that no build of ours wrote, or the reports themselves.
    """
    if site == source or site in source.parents:
        raise SettingError(str(site), "holds the reports", "give --site another folder")
    if site.exists() and not site.is_dir():
        raise SettingError(str(site), "is a file", "give --site a folder")
    if site.is_dir() and any(site.iterdir()) and not (site / MARKER).exists():
        raise SettingError(str(site), "holds files that are not a site built here", "give --site a new or empty folder")

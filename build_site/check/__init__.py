"""Holds a built site to its promises, from the files a visitor gets and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..config import MARKER
from ..errors import SettingError
from .conservation import check_conservation
from .links import check_links


@dataclass(frozen=True, slots=True)
class Found:
    """What a check came to: one line for each broken promise, and one on what was looked at."""

    problems: tuple[str, ...]
    summary: str


def check_site(site: Path) -> Found:
    """Check that every character of every source is shown or listed, and that every internal link resolves.

    A joined site is checked with all the shards in it.

    Raises:
        SettingError: there is no built site in the folder.
    """
    if not (site / MARKER).exists():
        raise SettingError(str(site), "holds no built site", "build it first: python -m build_site")
    parts = [""] if (site / "data" / "reports.csv").exists() else _shards(site)
    lost, reports, chars = [], 0, 0
    for part in parts:
        problems_here, reports_here, chars_here = check_conservation(site / part)
        lost += [part + problem for problem in problems_here]
        reports, chars = reports + reports_here, chars + chars_here
    broken, pages, links = check_links(site, parts)
    problems = (*lost, *broken)
    verdict = f"{len(problems)} problems" if problems else "nothing lost, no dead link"
    return Found(problems, f"checked {reports} reports ({chars} characters), {pages} pages, {links} links: {verdict}")


def _shards(site: Path) -> list[str]:
    """The folders of a joined site that are sites themselves, each ending in a slash."""
    return sorted(f"{marker.parent.name}/" for marker in site.glob(f"*/{MARKER}"))

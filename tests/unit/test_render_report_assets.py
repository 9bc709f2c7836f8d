"""What every visitor downloads stays small, and comes from this site alone."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent.parent
SCRIPTS = sorted((PROJECT / "docs" / "assets" / "js").rglob("*.js"))
STYLES = sorted((PROJECT / "docs" / "assets" / "css").rglob("*.css"))
TEMPLATES = sorted((PROJECT / "build_site" / "theme").rglob("*.html"))
#: What links lead to when a reader follows them, and names that are no addresses.
HARMLESS = re.compile(r"https?://(?:squidfunk\.github\.io/mkdocs-material/|www\.w3\.org/|schema\.org)")
ASKS = re.compile(
    r"""(?:src|href)=["']https?://|url\(["']?https?://|@import|(?:import|fetch|from)\s*\(?["']https?://"""
)


def test_our_scripts_weigh_no_more_than_60_kilobytes() -> None:
    assert sum(len(gzip.compress(path.read_bytes())) for path in SCRIPTS) <= 60_000


@pytest.mark.parametrize("path", [*SCRIPTS, *STYLES, *TEMPLATES], ids=lambda path: path.name)
def test_nothing_is_asked_of_another_site(path: Path) -> None:
    text = HARMLESS.sub("", path.read_text(encoding="utf-8"))
    assert ASKS.findall(text) == []


def test_no_web_fonts_are_configured() -> None:
    assert re.search(r"^  font: false", (PROJECT / "mkdocs.yml").read_text(encoding="utf-8"), re.M)

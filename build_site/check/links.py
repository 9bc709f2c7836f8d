"""Every link inside the site leads to a file, and every fragment to an element on that page."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from .conservation import further_parts

_ATTRIBUTES = ("href", "src", "action", "poster", "data-src")


def check_links(site: Path, parts: Sequence[str] = ("",)) -> tuple[list[str], int, int]:
    """Problems found, pages looked at, links followed; ``parts`` are the folders of ``site`` that have data files."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = sorted(name for name in files if name.endswith(".html") and basename(name) != "404.html")
    problems: list[str] = []
    links = 0
    wanted: dict[str, dict[str, str]] = {}  # page -> fragment -> who asks for it
    for page in pages:
        for link in _links(site / page):
            links += 1
            _follow(page, link, files, wanted, problems)
    for part in parts:
        for place, url in _published_urls(site / part):
            links += 1
            _follow(part, url, files, wanted, problems, part + place)
    for page, fragments in wanted.items():
        known = _ids(site / page)
        if page.endswith("/text/index.html"):  # its script leads on to the part of a very long text that has the id
            known = known.union(*map(_ids, further_parts(site / page)))
        lost = {name: asker for name, asker in fragments.items() if name not in known}
        problems += [f"{asker}: no #{name} on {page}; this is a defect" for name, asker in lost.items()]
    return problems, len(pages), links


def _follow(
    page: str, link: str, files: set[str], wanted: dict[str, dict[str, str]], problems: list[str], place: str = ""
) -> None:
    parts = urlsplit(link)
    if parts.scheme in ("http", "https", "mailto", "data", "javascript", "tel") or parts.netloc:
        return
    target = page if not parts.path else normpath(join(dirname(page), unquote(parts.path))).removeprefix("./")
    if target == "." or parts.path.endswith("/") or (parts.path and target not in files):
        target = normpath(join(target, "index.html"))
    if target not in files:
        problems.append(f"{place or page}: {link} leads nowhere; this is a defect")
    elif parts.fragment and target.endswith(".html") and not parts.fragment.startswith(":~:"):
        wanted.setdefault(target, {}).setdefault(unquote(parts.fragment), place or page)


def _links(page: Path) -> Iterator[str]:
    for element in _tree(page).iter(etree.Element):
        for name in _ATTRIBUTES:
            value = element.get(name)
            if value is not None:
                yield value


def _tree(page: Path) -> html.HtmlElement:
    return html.document_fromstring(page.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


@lru_cache(maxsize=64)
def _ids(page: Path) -> frozenset[str]:
    return frozenset(str(value) for value in _tree(page).xpath("//@id | //a/@name"))


def _published_urls(site: Path) -> Iterator[tuple[str, str]]:
    """The addresses in the data files, with the line they stand on."""
    for name in ("reports", "figures", "themes"):
        file = site / "data" / f"{name}.csv"
        with file.open(encoding="utf-8-sig", newline="") as lines:
            for number, row in enumerate(csv.DictReader(lines), 2):
                yield f"data/{name}.csv:{number}", row["url"]

"""Puts the joined site in place: the shards as they are, and above them the pages that need all of them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..config import PROJECT, refuse_foreign_folder
from ..errors import SettingError
from ..model.page import Page
from ..publish.mkdocs import html_path, render_pages
from ..publish.search import Name, SearchPart, write_front
from ..publish.sitemap import write_sitemap
from ..publish.staging import link_tree, mark, staged
from ..publish.workspace import copy_handwritten, handwritten_pages, write_pages
from ..rules import Rules
from ..workers import workers
from .entrances import entrance_pages, home_page
from .entries import Entry, make_entry, most_reports
from .indicator_pages import index_page, indicator_page
from .indicators import Aligner, Shared
from .overview import Overview, make_overview
from .reports import read_cards
from .search import search_names, search_parts
from .shards import Shard
from .tables import Tables, opened
from .themes import count_themes, theme_pages

Progress = Callable[[str, int, int], None]  #: phase, done, total


@dataclass(frozen=True, slots=True)
class Joined:
    """What was joined: shards, reports, indicators that several reports state, pages made, MkDocs' warnings."""

    shards: int
    reports: int
    indicators: int
    pages: int
    warnings: tuple[str, ...]


def join(
    site: Path, shards: Sequence[Shard], rules: Rules, progress: Progress, *, jobs: int = 1, front_only: bool = False
) -> Joined:
    """Put the joined site of ``shards`` at ``site``, in place of an earlier one.

    Args:
        site: folder for the joined site, replaced as a whole.
        shards: the sites to join; each becomes a folder of the joined site, its files linked or copied unchanged.
        rules: what names indicators and themes; shards built with other rules are joined by these.
        progress: called with phase, done, total.
        jobs: processes and threads to use.
        front_only: leave the shards' own files out, because they are served beside the front from elsewhere.

    Raises:
        SettingError: DuckDB is missing, or ``site`` holds something that is not a site built here.
    """
    for shard in shards:
        refuse_foreign_folder(site, shard.site)
        if shard.site in site.parents:
            raise SettingError(str(site), f"lies inside the shard {shard.name}", "give --site another folder")
    with tempfile.TemporaryDirectory(prefix="join-") as folder:
        docs = Path(folder, "docs")
        copy_handwritten(PROJECT / "docs", docs)
        made = _Front(docs, shards, rules, progress)
        with opened(Path(folder), jobs) as tables:
            made.write(tables)
        pages = handwritten_pages(docs) + made.pages
        with workers(jobs) as pool, staged(site, pool, start_from_old=False) as staging:
            root = staging.folder
            for done, shard in enumerate(() if front_only else shards):
                progress("shards", done, len(shards))
                link_tree(shard.site, root / shard.name)
            progress("rendering", 0, len(pages))
            warnings = render_pages(PROJECT / "mkdocs.yml", docs, pages, root, pool, jobs, lambda _: None)
            write_front(root, made.search_parts, made.names, rules.synonyms.search)
            write_sitemap(root, sorted(map(html_path, pages)))
            mark(root, "joined")
            staging.put_in_place()
    return Joined(len(shards), made.reports, made.shared.shared, len(pages), tuple(warnings))


class _Front:
    """Writes the Markdown of the pages above the shards."""

    def __init__(self, docs: Path, shards: Sequence[Shard], rules: Rules, progress: Progress) -> None:
        self._docs = docs
        self._shards = shards
        self._rules = rules
        self._progress = progress
        self.pages: list[str] = []
        self.reports = 0
        self.shared = Shared(0, 0)
        self.search_parts: list[SearchPart] = []
        self.names: dict[str, list[Name]] = {}

    def write(self, tables: Tables) -> None:
        """Read the shards into ``tables`` and write every page."""
        self._progress("reading", 0, len(self._shards))
        tables.load(self._shards)
        cards = read_cards(tables, self._shards)
        overview = make_overview(self._shards, cards)
        heard = count_themes(tables)
        aligner = Aligner(tables, cards, self._rules.synonyms)
        self._progress("indicators", 0, 1)
        aligner.name()
        self.reports, self.shared = len(cards), aligner.choose()
        entries = self._write_indicators(overview, aligner)
        self._write(index_page(entries, self.shared, overview.parts))
        themes = self._rules.themes.themes
        speaking = [(theme, heard[theme.name].total if theme.name in heard else 0) for theme in themes]
        self._write(home_page(overview, self.shared.shared, speaking))
        for page in (*entrance_pages(overview), *theme_pages(overview, themes, heard, entries)):
            self._write(page)
        self.search_parts = search_parts(overview)
        self.names = search_names(overview, speaking, [entry.found for entry in sorted(entries, key=most_reports)])

    def _write_indicators(self, overview: Overview, aligner: Aligner) -> list[Entry]:
        entries = []
        for indicator in aligner.aligned():
            page, shards = indicator_page(overview, indicator)
            self._write(page)
            entries.append(make_entry(indicator, shards))
        return entries

    def _write(self, page: Page) -> None:
        write_pages(self._docs, [page])
        self.pages.append(page.path)

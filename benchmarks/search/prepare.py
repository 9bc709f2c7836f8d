"""Makes what is measured: a site with just the search in it, and the texts to check it against."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from build_site.cache import Store, digest
from build_site.config import PROJECT
from build_site.corpus import compare
from build_site.ingest import list_sources, read_source
from build_site.model.corpus import ReportCard
from build_site.pipeline import analyse
from build_site.publish.card import make_card
from build_site.publish.mkdocs import render_pages
from build_site.publish.search import finish_index, search_record, write_bundles
from build_site.rules import Rules, load_rules
from build_site.workers import workers


@dataclass(frozen=True)
class Entry:
    """A report as the index is given it."""

    card: ReportCard
    key: str


@dataclass(frozen=True)
class Prepared:
    """A corpus ready to be searched.

    Attributes:
        site: folder to serve.
        texts: report id -> its text as readers see it, one paragraph a line.
        titles: report id -> title.
        seconds: what writing the index took.
        bytes, files: size of the index.
    """

    site: Path
    texts: dict[str, str]
    titles: dict[str, str]
    seconds: float
    bytes: int
    files: int


_RULES: Rules | None = None


def _analyse(task: tuple[Path, Path, Path]) -> tuple[ReportCard, str, str]:
    global _RULES
    _RULES = _RULES or load_rules()
    path, source, store = task
    report = analyse(read_source(path, source, _RULES), _RULES)
    key = digest(path.read_bytes())
    Store(store).save(key, "search", search_record(report))
    return make_card(report), key, report.clean.text


def prepare(source: Path, folder: Path, jobs: int) -> Prepared:
    """Analyse the reports in ``source`` and write the search of their site below ``folder``."""
    store, site = folder / "store", folder / "site"
    shutil.rmtree(site, ignore_errors=True)
    rules = load_rules()
    tasks = [(path, source, store) for path in list_sources(source)]
    with ProcessPoolExecutor(jobs) as pool:
        found = list(pool.map(_analyse, tasks, chunksize=8))
    entries = [Entry(card, key) for card, key, _ in found]
    corpus = compare([entry.card for entry in entries], rules)
    render_pages(PROJECT / "mkdocs.yml", PROJECT / "docs", ["search.md"], site, workers(1), 1, lambda _: None)
    start = time.perf_counter()
    with workers(jobs) as pool:
        bundles = write_bundles(entries, Store(store), site, pool)
        finish_index(bundles, entries, corpus, site, rules.synonyms.search)
    seconds = time.perf_counter() - start
    sizes = [path.stat().st_size for path in _files(site / "search" / "data")]
    texts = {card.id: text.replace("\t", "\n") for card, _, text in found}
    titles = {card.id: card.title for card, *_ in found}
    (folder / "texts.json").write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
    return Prepared(site, texts, titles, seconds, sum(sizes), len(sizes))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())

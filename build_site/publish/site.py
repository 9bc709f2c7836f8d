"""Puts a site in place: pages, data, search index; only what changed is made again, and all of it appears at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..cache import Store, code_digest, digest
from ..config import PROJECT, Settings
from ..corpus import compare
from ..memory import kept
from ..model.corpus import Corpus, ReportCard
from ..model.page import Draft
from ..render.site import redirects, site_pages
from ..render.templating import environment
from ..rules import Rules
from .data import Data, load_contents, write_report_data, write_shared_data
from .manifest import Manifest, load_manifest, save_manifest
from .mkdocs import Renderer, html_path
from .rows import indicator_rows, theme_rows
from .search import finish_index, write_bundles
from .sitemap import write_sitemap
from .staging import Staging, mark, recover, staged
from .templates import remember_compiled
from .workspace import copy_handwritten, handwritten_pages, remove_stale_pages, write_if_changed, write_pages


@dataclass(frozen=True, slots=True)
class Entry:
    """One report of the build: its card, and the key its other parts are stored under."""

    card: ReportCard
    key: str


@dataclass(frozen=True, slots=True)
class Published:
    """What was put in place."""

    pages: int
    rendered: int
    warnings: tuple[str, ...]


Progress = Callable[[str, int, int], None]  #: phase, done, total


@dataclass(frozen=True, slots=True)
class Begun:
    """A site in the making: what the one in place was made from, and where the new one grows out of its files."""

    old: Manifest
    staging: Staging

    def ready(self) -> Manifest:
        """What the files were made from that the new site begins with; waits until they are there."""
        return self.old if self.staging.ready() else Manifest(self.old.base)


@contextmanager
def begin(settings: Settings, pool: Executor) -> Iterator[Begun]:
    """Begin with the site that ``settings`` describe: ``pool`` brings the files of the one in place to the new one."""
    recover(settings.site)
    base = digest(code_digest().encode(), *_shared_files())
    old = load_manifest(_manifest_file(settings), settings.site, base) if settings.use_cache else Manifest(base)
    with staged(settings.site, pool, bool(old.pages), settings.state / "former") as staging:
        yield Begun(old, staging)


def publish(
    settings: Settings,
    begun: Begun,
    entries: Sequence[Entry],
    rules: Rules,
    store: Store,
    pool: Executor,
    progress: Progress,
) -> Published:
    """Write the whole site for ``entries`` and put it in place of the old one.

    ``pool`` writes search index and tables while this process lays the reports side by side and makes the Markdown of
    the pages over all of them.

    Raises:
        SettingError: ``mkdocs.yml`` is wrong; the old site is then left as it was.
    """
    old, staging = begun.ready(), begun.staging.folder
    reports = {entry.card.id: entry.key for entry in entries}
    with _all_ended() as running, _rendering(settings, staging, pool) as renderer:
        _remove_old_reports(staging, old, reports)
        running += (bundles := write_bundles(entries, store, staging, pool))
        running.append(own := pool.submit(write_report_data, _data(staging / "data", reports, store, old)))
        with kept():
            corpus = compare([entry.card for entry in entries], rules)
        changed, pages = _write_markdown(settings, entries, corpus, store, old, renderer)
        for page in old.pages.keys() - pages.keys():
            (staging / html_path(page)).unlink(missing_ok=True)
        tables = theme_rows(corpus), indicator_rows(corpus)
        own.result()
        running.append(shared := pool.submit(write_shared_data, staging / "data", *tables))
        finish_index(bundles, entries, corpus, staging, rules.synonyms.search)
        warnings = _finished(renderer, changed, progress)
        moved = tuple(f"reports/{former}/" for former in redirects(corpus))
        write_sitemap(staging, sorted(html_path(page) for page in pages if not page.startswith(moved)))
        shared.result()
        new = Manifest(old.base, pages, reports)
        mark(staging, new.stamp)
    begun.staging.put_in_place()
    save_manifest(_manifest_file(settings), new)
    return Published(len(pages), changed, tuple(warnings))


def _manifest_file(settings: Settings) -> Path:
    return settings.state / "manifest.json"


@contextmanager
def _all_ended() -> Iterator[list[Future[Any]]]:
    """A list for work begun elsewhere; whatever happens here, nothing goes on writing behind the end of the block."""
    begun: list[Future[Any]] = []
    try:
        yield begun
    finally:
        wait(begun)


def _data(folder: Path, reports: dict[str, str], store: Store, old: Manifest) -> Data:
    return Data(
        folder=folder,
        store=store.folder,
        reports=tuple(reports.items()),
        fresh=frozenset(report for report, key in reports.items() if old.reports.get(report) != key),
    )


@contextmanager
def _rendering(settings: Settings, staging: Path, pool: Executor) -> Iterator[Renderer]:
    renderer = Renderer(PROJECT / "mkdocs.yml", settings.docs, staging, pool, settings.jobs)
    try:
        yield renderer
    finally:
        renderer.stop()


def _finished(renderer: Renderer, pages: int, progress: Progress) -> list[str]:
    """The warnings of all ``pages``, when they are rendered."""
    finished = 0

    def done(count: int) -> None:
        nonlocal finished
        finished += count
        progress("rendering", finished, pages)

    done(0)
    return renderer.finish(done)


def _shared_files() -> Iterator[bytes]:
    """Everything outside the package that every page depends on."""
    yield (PROJECT / "mkdocs.yml").read_bytes()
    for path in sorted((PROJECT / "docs" / "assets").rglob("*")):
        if path.is_file():
            yield path.name.encode() + path.read_bytes()


def _write_markdown(
    settings: Settings, entries: Sequence[Entry], corpus: Corpus, store: Store, old: Manifest, renderer: Renderer
) -> tuple[int, dict[str, str]]:
    """Write all Markdown below ``settings.docs`` and have what changed rendered; how much that is, and all hashes."""
    docs = settings.docs
    remember_compiled(environment())
    if not settings.own:
        copy_handwritten(PROJECT / "docs", docs)
    hashes = {path: digest((docs / path).read_bytes()) for path in handwritten_pages(docs)}
    changed = [path for path, value in hashes.items() if old.pages.get(path) != value]
    renderer.add(changed)
    count = len(changed)
    for page in site_pages(corpus):
        if isinstance(page, Draft):
            hashes[page.path] = page.made_from
            if old.pages.get(page.path) == page.made_from and (docs / page.path).is_file():
                continue
        markdown = page.markdown.encode()
        value = hashes.setdefault(page.path, digest(markdown))
        write_if_changed(docs / page.path, markdown)
        if old.pages.get(page.path) != value:
            renderer.add([page.path])
            count += 1
    for entry in entries:
        report_pages = [f"reports/{entry.card.id}/{name}" for name in ("index.md", "text.md", *entry.card.more_pages)]
        hashes |= dict.fromkeys(report_pages, entry.key)
        if old.reports.get(entry.card.id) != entry.key:
            write_pages(docs, load_contents(store, entry.card.id, entry.key).pages)
            renderer.add(report_pages)
            count += len(report_pages)
    renderer.end()
    remove_stale_pages(docs, set(hashes))
    return count, hashes


def _remove_old_reports(staging: Path, old: Manifest, reports: dict[str, str]) -> None:
    """Take reports that are gone out of a staged copy of the old site."""
    for report in old.reports.keys() - reports.keys():
        shutil.rmtree(staging / "reports" / report, ignore_errors=True)
        for suffix in ("json", "txt"):
            (staging / "data" / f"{report}.{suffix}").unlink(missing_ok=True)

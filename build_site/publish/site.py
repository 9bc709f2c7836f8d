"""Puts a site in place: pages, data, search index; only what changed is made again, and all of it appears at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..cache import Store, code_digest, digest
from ..config import PROJECT, Settings
from ..model.corpus import Corpus, ReportCard
from ..model.page import Page
from ..model.tables import REPORT_TABLES
from ..render.site import site_pages
from ..rules import Rules
from .artefact import Contents
from .database import write_database
from .exports import write_schemas, write_tables
from .manifest import Manifest, load_manifest, save_manifest
from .mkdocs import html_path, render_pages
from .rows import csv_lines, indicator_rows, theme_rows
from .search import write_index
from .sitemap import write_sitemap
from .workspace import (
    copy_handwritten,
    handwritten_pages,
    remove_stale_pages,
    replace_file,
    staged,
    write_if_changed,
    write_pages,
)

TITLE = "教育工作报告摘要"
LICENCE = "摘要与结构化数据由本项目生成；报告原文的权利属于各发布机构。"


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


def publish(
    settings: Settings, entries: Sequence[Entry], corpus: Corpus, rules: Rules, store: Store, progress: Progress
) -> Published:
    """Write the whole site for ``entries`` and put it in place of the old one.

    Raises:
        SettingError: ``mkdocs.yml`` is wrong; the old site is then left as it was.
    """
    base = digest(code_digest().encode(), *_shared_files())
    manifest_file = settings.state / "manifest.json"
    old = load_manifest(manifest_file, settings.site, base) if settings.use_cache else Manifest(base)
    changed, pages = _write_markdown(settings, entries, corpus, store, old, progress)
    new = Manifest(base, pages, {entry.card.id: entry.key for entry in entries})
    with staged(settings.site, bool(old.pages), new.stamp) as staging:
        _remove_old(staging, old, new)
        progress("rendering", 0, len(changed))
        finished = 0

        def done(count: int) -> None:
            nonlocal finished
            finished += count
            progress("rendering", finished, len(changed))

        warnings = render_pages(PROJECT / "mkdocs.yml", settings.docs, changed, staging, settings.jobs, done)
        _write_data(staging / "data", entries, corpus, store, old)
        write_index(entries, corpus, store, staging, synonyms=rules.synonyms.search, jobs=settings.jobs)
        write_sitemap(staging, sorted(html_path(page) for page in pages))
    save_manifest(manifest_file, new)
    return Published(len(pages), len(changed), tuple(warnings))


def _shared_files() -> Iterator[bytes]:
    """Everything outside the package that every page depends on."""
    yield (PROJECT / "mkdocs.yml").read_bytes()
    for path in sorted((PROJECT / "docs" / "assets").rglob("*")):
        if path.is_file():
            yield path.name.encode() + path.read_bytes()


def _write_markdown(
    settings: Settings, entries: Sequence[Entry], corpus: Corpus, store: Store, old: Manifest, progress: Progress
) -> tuple[list[str], dict[str, str]]:
    """Write all Markdown below ``settings.docs``; the pages that changed, and every page with its hash."""
    docs, hashes = settings.docs, {}
    if not settings.own:
        copy_handwritten(PROJECT / "docs", docs)
    for path in handwritten_pages(docs):
        hashes[path] = digest((docs / path).read_bytes())
    for page in site_pages(corpus):
        hashes[page.path] = digest(page.markdown.encode())
        write_if_changed(docs / page.path, page.markdown.encode())
    changed = [path for path, value in hashes.items() if old.pages.get(path) != value]
    for entry in entries:
        report_pages = [f"reports/{entry.card.id}/index.md", f"reports/{entry.card.id}/text.md"]
        hashes |= dict.fromkeys(report_pages, entry.key)
        if old.reports.get(entry.card.id) != entry.key:
            write_pages(docs, _contents(store, entry).pages)
            changed += report_pages
    remove_stale_pages(docs, set(hashes))
    return changed, hashes


def _contents(store: Store, entry: Entry) -> Contents:
    contents = store.load(entry.key, "contents", Contents)
    assert contents, f"{entry.card.id}: stored contents are gone"
    return contents


def _remove_old(staging: Path, old: Manifest, new: Manifest) -> None:
    """Take out of a staged copy of the old site what the new one does not have."""
    for page in old.pages.keys() - new.pages.keys():
        (staging / html_path(page)).unlink(missing_ok=True)
    for report in old.reports.keys() - new.reports.keys():
        shutil.rmtree(staging / "reports" / report, ignore_errors=True)
        for suffix in ("json", "txt"):
            (staging / "data" / f"{report}.{suffix}").unlink(missing_ok=True)


def _write_data(folder: Path, entries: Sequence[Entry], corpus: Corpus, store: Store, old: Manifest) -> None:
    for entry in entries:
        if old.reports.get(entry.card.id) != entry.key:
            contents = _contents(store, entry)
            replace_file(folder / f"{entry.card.id}.json", contents.document)
            replace_file(folder / f"{entry.card.id}.txt", contents.text.encode())

    tables = {entry.key: store.load(entry.key, "tables", dict[str, str]) or {} for entry in entries}
    parts: dict[str, list[str]] = {
        table.name: [tables[entry.key][table.name] for entry in entries] for table in REPORT_TABLES
    }
    parts["themes"] = [csv_lines(theme_rows(corpus))]
    parts["indicators"] = [csv_lines(indicator_rows(corpus))]
    write_tables(folder, parts)
    write_schemas(folder, TITLE, LICENCE)
    write_database(folder)


__all__ = ["Entry", "Page", "Published", "publish"]

"""Markdown to HTML: MkDocs, run on just the pages that need it, in several processes.

Navigation lists section indexes only, so a page's HTML depends on its own Markdown and on the theme, never on
which other pages exist. That lets a build hand MkDocs any subset of the pages and join the results.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, wait
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..errors import SettingError
from .compact import CompactPlugin
from .raw_blocks import RawBlocksExtension
from .workspace import handwritten

BATCH = 200  # pages a run: MkDocs takes about a second to start, and ten milliseconds a page
#: Each run knows only its own pages, so publish writes the real sitemap; the rest is for Material's own search and for
#: debugging its scripts, 2 MB that no page asks for.
NOT_OURS = re.compile(r"sitemap\.xml|.*\.map$|assets/javascripts/(lunr|workers)/")


class Renderer:
    """Renders pages below ``docs`` into ``target``, with the theme's own files and 404 page, while others are written.

    The work is given to ``pool`` in pieces for ``jobs`` processes; nothing of it goes on after `finish` or `stop`.
    """

    def __init__(self, config: Path, docs: Path, target: Path, pool: Executor, jobs: int) -> None:
        self._config = config
        self._docs = docs
        self._target = target
        self._pool = pool
        self._jobs = jobs
        self._waiting: list[str] = []
        self._begun: list[tuple[int, Future[list[str]]]] = []

    def add(self, pages: Iterable[str]) -> None:
        """Render ``pages`` (paths below ``docs``), which are written already."""
        self._waiting += pages
        while len(self._waiting) >= BATCH:
            self._begin(self._waiting[:BATCH])
            del self._waiting[:BATCH]

    def end(self) -> None:
        """Begin with what is left: no more pages will come."""
        pages = self._waiting
        size = max(1, min(BATCH, -(-len(pages) // self._jobs)))  # few pages are shared out evenly
        for start in range(0, len(pages), size):
            self._begin(pages[start : start + size])
        if not self._begun:  # for the theme's own files
            self._begin([])
        self._waiting = []

    def finish(self, done: Callable[[int], None]) -> list[str]:
        """The warnings MkDocs gave, in page order; after `end`. ``done`` is called with the number of pages finished.

        Raises:
            SettingError: ``mkdocs.yml`` is wrong.
        """
        warnings: list[str] = []
        for count, batch in self._begun:
            warnings += batch.result()
            done(count)
        return warnings

    def stop(self) -> None:
        """Wait for what has begun, and begin nothing more."""
        for _, batch in self._begun:
            batch.cancel()
        wait([batch for _, batch in self._begun])

    def _begin(self, pages: list[str]) -> None:
        task = (self._config, self._docs, pages, self._target, not self._begun)
        self._begun.append((len(pages), self._pool.submit(_render_batch, task)))


def render_pages(
    config: Path, docs: Path, pages: Sequence[str], target: Path, pool: Executor, jobs: int, done: Callable[[int], None]
) -> list[str]:
    """Render ``pages``, which are all written already; see `Renderer`."""
    renderer = Renderer(config, docs, target, pool, jobs)
    try:
        renderer.add(pages)
        renderer.end()
        return renderer.finish(done)
    finally:
        renderer.stop()


def _render_batch(task: tuple[Path, Path, list[str], Path, bool]) -> list[str]:
    config, docs, pages, target, with_assets = task
    with tempfile.TemporaryDirectory(prefix="mkdocs-") as folder:
        part, out = Path(folder, "docs"), Path(folder, "site")
        for page in pages:
            _copy(docs / page, part / page)
        if with_assets:
            for path in handwritten(docs):
                if not path.endswith(".md"):
                    _copy(docs / path, part / path)
        warnings = _run(config, part, out, set(pages))
        _move(out, target, pages, with_assets)
    return warnings


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _run(config_file: Path, docs: Path, site: Path, pages: set[str]) -> list[str]:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    docs.mkdir(parents=True, exist_ok=True)
    with _collected() as warnings:
        try:
            config = load_config(config_file=str(config_file), docs_dir=str(docs), site_dir=str(site))
            for page in _nav_pages(config["nav"] or []):
                if page not in pages:  # a stand-in, so that navigation links are resolved; its HTML is thrown away
                    path = docs / page
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text("# -\n", encoding="utf-8")
            config["markdown_extensions"].append(RawBlocksExtension())
            config["plugins"]["compact"] = CompactPlugin()
            build(config)
        except MkDocsException as error:
            raise SettingError("mkdocs.yml", str(error).strip().replace("\n", " "), "mend the file") from None
    return warnings


def _nav_pages(nav: Any) -> Iterator[str]:
    """The pages a nav names, however deep."""
    if isinstance(nav, str):
        if nav.endswith(".md"):
            yield nav
    elif isinstance(nav, dict):
        for entry in nav.values():
            yield from _nav_pages(entry)
    else:
        for entry in nav:
            yield from _nav_pages(entry)


@contextmanager
def _collected() -> Iterator[list[str]]:
    """The warnings MkDocs logs meanwhile; it prints none of them."""
    found: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    logger, collector = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(collector)
    try:
        yield found
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate


def html_path(page: str) -> str:
    """Where MkDocs puts a page: ``a/b.md`` -> ``a/b/index.html``, ``a/index.md`` -> ``a/index.html``."""
    stem = page.removesuffix(".md")
    return f"{stem}.html" if stem == "index" or stem.endswith("/index") else f"{stem}/index.html"


def _move(out: Path, target: Path, pages: Sequence[str], with_assets: bool) -> None:
    """Take over the batch's pages, and from one batch everything that is not a page."""
    wanted = [out / html_path(page) for page in pages]
    if with_assets:
        wanted += [path for path in sorted(out.rglob("*")) if path.is_file() and path.name != "index.html"]
    for path in wanted:
        name = path.relative_to(out)
        if NOT_OURS.match(name.as_posix()):
            continue
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        # Beside its place first: the temporary folder may be on another file system, where a move is a copy.
        beside = target / name.with_name(name.name + ".part")
        shutil.copyfile(path, beside)
        os.replace(beside, target / name)

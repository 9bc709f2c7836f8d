"""``python -m benchmarks.search.engines TEXTS.json FOLDER``: other engines over the same texts, asked the same strings.

TEXTS.json is what ``python -m benchmarks.search`` leaves in its folder. Pagefind is tried as it comes and with the
texts cut into overlapping pairs of characters; SQLite's trigram index is read as a browser would read it, page by
page over HTTP (the bytes are those of the pages; the engine itself, 0.4 MB compressed, comes on top).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from .answer import HEAD, Answer, row, score
from .browser import served, started
from .sample import sample_strings

ASK_PAGEFIND = """async (query) => {
    const start = performance.now();
    const pagefind = await import("/pagefind/pagefind.js");
    await pagefind.init();
    const { results } = await pagefind.search(query);
    const first = results.length ? await results[0].data() : null;
    const ms = performance.now() - start;
    window.results = results;
    return ms;
}"""
LIST_PAGEFIND = "async () => Promise.all(window.results.map(async (result) => (await result.data()).url))"


def pairs(text: str) -> str:
    """``text`` as overlapping pairs of characters, a paragraph at a time."""
    return "\n".join(" ".join(line[at : at + 2] for at in range(len(line) - 1)) for line in text.split("\n"))


async def _index_pagefind(texts: dict[str, str], target: Path, cut: Callable[[str], str], language: str) -> None:
    from pagefind.index import IndexConfig, PagefindIndex

    async with PagefindIndex(config=IndexConfig(output_path=str(target / "pagefind"))) as index:
        for name, text in texts.items():
            await index.add_custom_record(url=f"/{name}/", content=cut(text), language=language, meta={"title": name})


def pagefind(
    texts: dict[str, str], strings: list[str], folder: Path, browser: Any, name: str, pairwise: bool
) -> list[Answer]:
    """Build with Pagefind and ask in the browser; a line on the build goes to standard output."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>-</title>", encoding="utf-8")
    start = time.perf_counter()
    build = _index_pagefind(texts, folder, pairs if pairwise else str, "xx" if pairwise else "zh")
    with ThreadPoolExecutor(1) as pool:  # the browser driver's own event loop runs in this thread
        pool.submit(asyncio.run, build).result()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / len(texts) / 1000
    print(f"{name}: {time.perf_counter() - start:.0f} s, {peak:.1f} GB, {size:.0f} KB a report")
    answers = []
    with served(folder) as root:
        for string in strings:
            context = browser.new_context()
            page = context.new_page()
            page.set_default_timeout(120_000)
            page.goto(root)
            loaded: list[int] = []  # until the first result; a worker loads them, so the page's own timing is blind
            page.on("response", partial(_note_size, loaded))
            query = f'"{pairs(string) if pairwise else string}"'
            took = page.evaluate(ASK_PAGEFIND, query)
            size, requests = sum(loaded), len(loaded)
            reports = [url.strip("/") for url in page.evaluate(LIST_PAGEFIND)]
            answers.append(Answer(string, reports, size, requests, took, took))
            context.close()
    return answers


def _note_size(loaded: list[int], said: Any) -> None:
    if not said.url.endswith(".js"):
        loaded.append(int(said.headers.get("content-length", 0)))


def sqlite_trigram(texts: dict[str, str], strings: list[str], folder: Path) -> list[Answer]:
    """Build an FTS5 trigram index and count the bytes of the pages each question reads (Linux)."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "texts.sqlite"
    path.unlink(missing_ok=True)
    start = time.perf_counter()
    with sqlite3.connect(path) as base:
        base.execute("create virtual table texts using fts5(name unindexed, body, tokenize='trigram case_sensitive 1')")
        base.executemany("insert into texts values (?, ?)", texts.items())
        base.execute("insert into texts(texts) values ('optimize')")
    base.close()
    size = path.stat().st_size / len(texts) / 1000
    print(f"SQLite trigram: {time.perf_counter() - start:.0f} s, {size:.0f} KB a report")
    return [_ask_sqlite(path, string) for string in strings]


def _ask_sqlite(path: Path, string: str) -> Answer:
    before, start = _read_so_far(), time.perf_counter()
    base = sqlite3.connect(path)
    base.execute("pragma cache_size = -200000")
    if len(string) < 3:  # shorter than a trigram: the index cannot help
        rows = base.execute("select name from texts where instr(body, ?)", (string,))
    else:
        rows = base.execute("select name from texts where texts match ?", ('"' + string.replace('"', '""') + '"',))
    reports = [name for (name,) in rows]
    base.close()
    took = (time.perf_counter() - start) * 1000
    read = _read_so_far() - before
    return Answer(string, reports, read, read // 4096, took, took)


def _read_so_far() -> int:
    return int(Path("/proc/self/io").read_text().split()[1])


def main() -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search.engines")
    parser.add_argument("texts", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--strings", type=int, default=60)
    arguments = parser.parse_args()
    everything = json.loads(arguments.texts.read_text(encoding="utf-8"))
    texts = dict(list(everything.items())[: arguments.reports])
    strings = sample_strings(texts, arguments.strings)
    results = [("SQLite FTS5 trigram", sqlite_trigram(texts, strings, arguments.folder / "sqlite"))]
    with started() as browser:
        for name, pairwise in (("Pagefind, words in quotes", False), ("Pagefind, pairs of characters in quotes", True)):
            results.append((name, pagefind(texts, strings, arguments.folder / name[-9:], browser, name, pairwise)))
    print(f"\n{len(texts)} reports, {len(strings)} strings\n\n{HEAD}")
    for name, answers in results:
        print(row(name, score(answers, texts)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

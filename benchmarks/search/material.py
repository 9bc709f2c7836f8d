"""Material's built-in search over the same texts: its own index, its own worker, in the same browser."""

from __future__ import annotations

import html
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from .answer import Answer

CONFIG = """\
site_name: texts
theme: {{name: material, language: zh, font: false}}
plugins: [{{search: {{lang: zh}}}}]
nav: [index.md]
docs_dir: {docs}
site_dir: {site}
"""
#: Starts the worker as the theme does; later questions go to the same one.
START = """async () => {
    const config = JSON.parse(document.getElementById("__config").textContent);
    const start = performance.now();
    const index = await (await fetch("search/search_index.json")).json();
    window.worker = new Worker(config.search);
    window.say = (message) => new Promise((done) => {
        window.worker.onmessage = (event) => done(event.data);
        window.worker.postMessage(message);
    });
    await window.say({ type: 0, data: { ...index, options: { suggest: false } } });
    const loaded = performance.getEntriesByType("resource").filter((one) => /search/.test(one.name));
    return { ms: performance.now() - start, bytes: loaded.reduce((total, one) => total + one.transferSize, 0) };
}"""
ASK = """async (string) => {
    const start = performance.now();
    const { data } = await window.say({ type: 2, data: string });
    const locations = data.items.map((group) => group[0].location);
    return { ms: performance.now() - start, locations };
}"""


def build(texts: dict[str, str], titles: dict[str, str], folder: Path) -> tuple[Path, float]:
    """Build a plain Material site of ``texts``; its folder, and the seconds it took."""
    docs, site = folder / "docs", folder / "site"
    docs.mkdir(parents=True, exist_ok=True)
    (docs / "index.md").write_text("# texts\n", encoding="utf-8")
    for name, text in texts.items():
        body = "".join(f"<p>{html.escape(line).replace('*', '&#42;')}</p>\n\n" for line in text.split("\n"))
        (docs / f"{name}.md").write_text(f"# {titles[name]}\n\n{body}", encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(CONFIG.format(docs=docs, site=site), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)]
    start = time.perf_counter()
    subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True)
    return site, time.perf_counter() - start


def ask_all(browser: Any, root: str, strings: list[str]) -> list[Answer]:
    """Its answers; bytes and milliseconds of a first question include loading the index, which every page does."""
    page = browser.new_page()
    page.set_default_timeout(600_000)
    page.goto(root)
    started = page.evaluate(START)
    answers = []
    for string in strings:
        said = page.evaluate(ASK, string)
        reports = list(dict.fromkeys(location.split("/")[0] for location in said["locations"] if location))
        took = started["ms"] + said["ms"]
        answers.append(Answer(string, reports, started["bytes"], 2, took, took))
    page.close()
    return answers

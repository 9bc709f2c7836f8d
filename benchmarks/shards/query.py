"""What a reader's search loads from a site until the first result and in all, as a browser counts it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from benchmarks.search.browser import NAMES, served, started
from benchmarks.search.ours import WATCH

#: A rare string, a common one, a number, a mask.
QUERIES = ("新增学位", "教育", "94.4", "***")
ROOM = "performance.setResourceTimingBufferSize(100000);"
#: Kilobytes of index until the first result and in all, files, and what the page says of it.
READ = """() => {
    const data = performance.getEntriesByType("resource").filter((one) => one.name.includes("/search/data/"));
    const sum = (list) => list.reduce((total, one) => total + one.encodedBodySize, 0) / 1000;
    return {
        first: sum(data.filter((one) => one.responseEnd <= window.firstResult)), all: sum(data), files: data.length,
        said: document.querySelector("[data-part=status]").textContent,
    };
}"""
ANSWERED = """() => document.querySelector("[data-part=status]").textContent
    && !document.querySelector("#search-page").hasAttribute("aria-busy")"""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one query loaded on a cold cache: kilobytes before the first result and in all, files; and what was said."""

    first: float
    all: float
    files: int
    said: str


def measure_queries(site: Path, path: str = "", queries: Sequence[str] = QUERIES) -> list[Loaded]:
    """What search below ``path`` of ``site`` loads for each of ``queries``; [] without a browser."""
    if not any(map(shutil.which, NAMES)):
        return []
    found = []
    with served(site) as root, started() as browser:
        for query in queries:
            page = browser.new_context().new_page()
            page.add_init_script(ROOM + WATCH)
            page.goto(f"{root}{path}search/?q={quote(query)}")
            page.wait_for_function(ANSWERED, timeout=120_000)
            found.append(Loaded(**page.evaluate(READ)))
            page.context.close()
    return found

"""``python -m benchmarks.search SOURCE FOLDER``: recall, rank, bytes and milliseconds of search over many reports.

Strings are drawn from the texts; every one of them stands somewhere. For each, the results page is opened in a fresh
browser profile. Material's own search is asked the same strings over the same texts in the same run.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from . import material, ours
from .answer import HEAD, row, score
from .browser import renderer_memory, served, started
from .prepare import prepare
from .sample import sample_strings


def main() -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description="measure search in a browser")
    parser.add_argument("source", type=Path, help="folder with reports (python -m benchmarks.corpus makes one)")
    parser.add_argument("folder", type=Path, help="where to build what is measured")
    parser.add_argument("--strings", type=int, default=300, help="how many strings to ask (300)")
    parser.add_argument("--no-material", action="store_true", help="leave out Material's built-in search")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes for the analysis")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    made = prepare(arguments.source.resolve(), arguments.folder.resolve(), arguments.jobs)
    count = len(made.texts)
    print(
        f"{count} reports, {sum(map(len, made.texts.values())) / count:,.0f} characters each; index written in "
        f"{made.seconds:.1f} s: {made.bytes / count / 1000:.1f} KB and {made.files / count:.1f} files a report"
    )
    strings = sample_strings(made.texts, arguments.strings)
    print(f"{len(strings)} strings of 2 to 20 characters\n\n{HEAD}")
    with started() as browser:
        with served(made.site) as root:
            answers = [ours.ask(browser, root, string) for string in strings]
            print(row("this site", score(answers, made.texts)), flush=True)
            used = _memory(browser, root, strings[:20])
            print(f"| | 20 questions on one page keep {used / 1e6:.0f} MB | | | | | |", flush=True)
        if not arguments.no_material:
            site, seconds = material.build(made.texts, made.titles, arguments.folder / "material")
            with served(site) as root:
                theirs = material.ask_all(browser, root, strings)
            print(row(f"Material, jieba (built in {seconds:.0f} s)", score(theirs, made.texts)))
    return 0


def _memory(browser: object, root: str, strings: list[str]) -> int:
    """Private memory that 20 queries on one page add and keep."""
    page = browser.new_page()  # type: ignore[attr-defined]
    page.goto(f"{root}search/")
    page.wait_for_timeout(500)
    before = renderer_memory(browser, page)
    for string in strings:
        page.fill("[data-part=input]", string)
        page.keyboard.press("Enter")
        page.wait_for_function("!document.querySelector('#search-page').ariaBusy", timeout=60_000)
    page.wait_for_timeout(500)
    after = renderer_memory(browser, page)
    page.close()
    return after - before


if __name__ == "__main__":
    sys.exit(main())

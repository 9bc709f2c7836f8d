"""The site's own results page, asked each string in a fresh browser profile."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from .answer import Answer

#: Notes when the first report with a marked sentence stands on the page.
WATCH = """
new MutationObserver((_, observer) => {
    const status = document.querySelector("[data-part=status]")?.textContent ?? "";
    const first = document.querySelector("[data-part=literal] .hit mark");
    if (!first && !status.startsWith("没有")) return;
    window.firstResult = performance.now();
    observer.disconnect();
}).observe(document, { subtree: true, childList: true, characterData: true });
"""
#: What was loaded until then: [page, everything else] in bytes, and how long after the page was there.
READ = """() => {
    const [page] = performance.getEntriesByType("navigation");
    const loaded = performance.getEntriesByType("resource").filter((one) => one.responseEnd <= window.firstResult);
    const data = loaded.filter((one) => one.name.includes("/search/data/"));
    const sum = (list) => list.reduce((total, one) => total + one.transferSize, 0);
    return {
        data: sum(data), requests: data.length, page: page.transferSize + sum(loaded) - sum(data),
        ms: window.firstResult - Math.min(...data.map((one) => one.startTime)), all: window.firstResult,
        mark: document.querySelector("[data-part=literal] .hit mark")?.textContent ?? "",
    };
}"""
#: All reports in the order of the results page.
LIST = """async (string) => {
    const from = new URL("../assets/js/search/", location.href);
    const { openIndex } = await import(new URL("engine.js", from));
    const { findEverywhere, identify, sorted } = await import(new URL("query.js", from));
    const { docs } = await findEverywhere(await openIndex(new URL("../", location.href)), string);
    const ordered = sorted(docs, "relevance");
    await identify(ordered);
    return ordered.map(({ id }) => id);
}"""


def ask(browser: Any, root: str, string: str) -> Answer:
    """What the results page answers to ``string``, cold."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(f"{root}search/?{urlencode({'q': string})}")
    page.wait_for_function("window.firstResult", timeout=60_000)
    read = page.evaluate(READ)
    reports = page.evaluate(LIST, string)
    said = page.locator("[data-part=status]").inner_text()
    context.close()
    assert not reports or read["mark"] == string, f"{string}: marked {read['mark']!r}"
    assert not reports or said.replace(",", "").startswith(f"{len(reports)} 份"), f"{string}: {said}"
    return Answer(string, reports, read["data"], read["requests"], read["ms"], read["all"])

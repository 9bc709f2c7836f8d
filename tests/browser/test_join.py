"""One site of two shards, used as readers use it: one search over both, an indicator page that leads into both."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.test_search_engine import serve
from tests.joined import NAMES, JoinedSite, joined_site

pytest.importorskip("duckdb", reason="DuckDB is not installed")
Visit = Callable[..., Any]


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> JoinedSite:
    return joined_site(tmp_path_factory)


@pytest.fixture(scope="module")
def address(joined: JoinedSite) -> Iterator[str]:
    """The joined site, served as one site."""
    server = serve(joined.site)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def shards_of(links: list[str], address: str) -> set[str]:
    return {link.removeprefix(address).split("/")[1] for link in links}


def search(visit: Visit, query: str) -> Any:
    page = visit(f"/search/?q={quote(query)}")
    page.wait_for_selector(".search-results mark")
    page.wait_for_load_state("networkidle")
    return page


def test_one_search_answers_from_both_shards(visit: Visit, address: str, joined: JoinedSite) -> None:
    page = search(visit, "学前教育普惠率达到92.4%")
    found = page.eval_on_selector_all("[data-part=literal] a.hit-sentence", "links => links.map(link => link.href)")
    assert shards_of(found, address) == set(NAMES)
    holders = 0
    for name in NAMES:
        texts = (joined.shards[name] / "data").glob("*.txt")
        holders += sum("学前教育普惠率达到92.4%" in text.read_text(encoding="utf-8") for text in texts)
    assert holders >= 2
    assert f"{holders} 份" in page.inner_text("[data-part=status]")


def test_the_box_counts_over_both_shards_and_leads_to_the_shared_indicator(visit: Visit, joined: JoinedSite) -> None:
    page = visit("/")
    page.keyboard.press("/")
    page.keyboard.type("普惠率")
    page.wait_for_function("document.querySelector('.site-search__meta').textContent.includes('写着')")
    texts = [text for site in joined.shards.values() for text in (site / "data").glob("*.txt")]
    holders = sum("普惠率" in text.read_text(encoding="utf-8") for text in texts)
    assert page.locator(".site-search__meta").inner_text() == f"{holders} 份报告写着“普惠率”"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("table.data--statements")
    assert page.url.split("/")[3] == "indicators"
    assert page.locator("h1").inner_text().startswith("普惠率")
    assert "2 个分站" in page.locator(".lede").inner_text()


def test_a_hit_leads_to_the_marked_sentence_in_its_shard(visit: Visit, address: str) -> None:
    page = search(visit, "学前教育普惠率达到92.4%")
    for name in NAMES:
        link = page.eval_on_selector(f"[data-part=literal] a.hit-sentence[href*='/{name}/']", "link => link.href")
        text = visit(link.removeprefix(address))
        text.wait_for_selector("mark")
        assert "学前教育普惠率达到92.4%" in "".join(text.locator("mark").all_inner_texts())


def test_an_indicator_page_leads_to_the_sentence_in_each_shard(visit: Visit, address: str, joined: JoinedSite) -> None:
    page = visit("/indicators/")
    page.click("table a >> nth=0")
    page.wait_for_selector("table.data--statements")
    links = page.eval_on_selector_all("table.data--statements a.figure-value", "links => links.map(link => link.href)")
    assert shards_of(links, address) == set(NAMES)
    for name in NAMES:
        link = next(link for link in links if f"/{name}/" in link)
        target = visit(link.removeprefix(address))
        assert target.locator(f"#{link.partition('#')[2]}").is_visible()


def test_a_shard_still_searches_for_itself(visit: Visit, address: str, joined: JoinedSite) -> None:
    page = visit(f"/{NAMES[0]}/search/?q={quote('学前教育普惠率达到92.4%')}")
    page.wait_for_selector(".search-results mark")
    found = page.eval_on_selector_all("[data-part=literal] a.hit-sentence", "links => links.map(link => link.href)")
    assert shards_of(found, address) == {NAMES[0]}
    manifest = json.loads((joined.site / NAMES[0] / "search/data/index.json").read_text(encoding="utf-8"))
    assert "parts" not in manifest

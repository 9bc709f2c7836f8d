"""A site of six parts, used as readers use it: first results from one part, all counted afterwards, none asked in vain.

The parts are the two shards of `tests.joined`, each three times, as a country's provinces would stand side by side.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from build_site.join.shards import Shard
from build_site.publish.search import FOLDER, SearchPart, read_names, write_front
from build_site.publish.staging import link_tree
from build_site.rules import load_rules
from tests.browser.test_search_engine import serve
from tests.joined import NAMES, JoinedSite, joined_site

pytest.importorskip("duckdb", reason="DuckDB is not installed")
Visit = Callable[..., Any]
PARTS = {"a": NAMES[0], "b": NAMES[1], "c": NAMES[0], "d": NAMES[1], "e": NAMES[0], "f": NAMES[1]}
#: Everything the status line said, in order.
LISTEN = """
window.said = [];
new MutationObserver(() => {
    const text = document.querySelector("[data-part=status]")?.textContent;
    if (text && text !== window.said.at(-1)) window.said.push(text);
}).observe(document, { subtree: true, childList: true, characterData: true });
"""


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> JoinedSite:
    return joined_site(tmp_path_factory)


@pytest.fixture(scope="module")
def site(joined: JoinedSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("many") / "site"
    link_tree(joined.site, root)
    for name in NAMES:
        shutil.rmtree(root / name)
    parts = []
    for name, shard in PARTS.items():
        link_tree(joined.shards[shard], root / name)
        provinces = ("41", "42") if shard == NAMES[0] else ("43", "45")
        regions = ("河南省洛阳市新安县",) if shard == NAMES[0] else ("广西壮族自治区河池市南丹县",)
        site = Shard(name, joined.shards[shard]).site
        parts.append(SearchPart(site, f"{name}/", name, 21, ("2022", "2023", "2024"), provinces, regions))
    (root / FOLDER / "index.json").unlink()
    write_front(root, parts, {"theme": read_names(joined.site / FOLDER)["theme"]}, load_rules().synonyms.search)
    return root


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site of six parts."""
    server = serve(site)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def holders(joined: JoinedSite, string: str) -> dict[str, int]:
    """Shard -> how many of its reports hold ``string``."""
    return {
        name: sum(string in text.read_text(encoding="utf-8") for text in (site / "data").glob("*.txt"))
        for name, site in joined.shards.items()
    }


def search(visit: Visit, query: str, extra: str = "") -> tuple[Any, set[str]]:
    """The results page for ``query``, answered, and the parts whose index was asked."""
    page = visit("/search/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(LISTEN)
    page.goto(f"{page.url}?q={quote(query)}{extra}")
    settle(page)
    return page, {name for name in PARTS if any(f"/{name}/{FOLDER}/" in url for url in asked)}


def settle(page: Any) -> None:
    page.wait_for_function("""() => document.querySelector("[data-part=status]").textContent
        && !document.querySelector("#search-page").hasAttribute("aria-busy")""")


def status(page: Any) -> str:
    return str(page.locator("[data-part=status]").inner_text())


def test_the_first_part_answers_first_and_all_are_counted(visit: Visit, joined: JoinedSite) -> None:
    page, asked = search(visit, "新增学位")
    found = holders(joined, "新增学位")
    assert found[NAMES[0]] != found[NAMES[1]]
    said = page.evaluate("window.said")
    first = next(text for text in said if "已查" in text)
    assert first.startswith(f"已查 1/6 个分站：{found[NAMES[0]]} 份报告写着“新增学位”")
    assert first.endswith("还在查……")
    assert status(page).startswith(f"{3 * sum(found.values())} 份报告写着“新增学位”")
    assert status(page).endswith("（6 个分站都查过了。）")
    assert asked == set(PARTS)


def test_a_string_of_few_parts_asks_only_those(visit: Visit, joined: JoinedSite) -> None:
    assert holders(joined, "云杉高级中学") == {NAMES[0]: 0, NAMES[1]: 2}
    page, asked = search(visit, "云杉高级中学")
    assert status(page).startswith("6 份报告写着“云杉高级中学”")
    assert status(page).endswith("（6 个分站都查过了。）")
    page.locator("[data-part=literal] .hit").first.wait_for()
    links = page.eval_on_selector_all("[data-part=literal] .hit-title a", "links => links.map(link => link.pathname)")
    assert {link.split("/")[1] for link in links} <= {"b", "d", "f"}
    nothing, asked = search(visit, "没有写过的话")
    assert status(nothing).startswith("没有报告写着“没有写过的话”")
    assert not asked


def test_a_filter_asks_only_the_parts_with_such_reports_and_the_rest_when_it_goes(
    visit: Visit, joined: JoinedSite
) -> None:
    page, asked = search(visit, "新增学位", f"&province={quote('广西')}")
    assert asked == {"b", "d", "f"}
    assert status(page).endswith("（只查了 3/6 个分站，其余没有所选年度、省份的报告。）")
    page.locator("[data-filter=province] input:checked").uncheck()
    page.wait_for_function(
        """document.querySelector("[data-part=status]").textContent.endsWith("（6 个分站都查过了。）")"""
    )
    assert status(page).startswith(f"{3 * sum(holders(joined, '新增学位').values())} 份报告")


def test_a_place_in_the_query_asks_only_the_parts_with_its_reports(visit: Visit) -> None:
    page, asked = search(visit, "南丹县 教师")
    assert status(page).startswith("没有报告写着“南丹县 教师”，南丹县的报告有")
    links = page.eval_on_selector_all("[data-part=scoped] .hit-title a", "links => links.map(link => link.pathname)")
    assert links
    assert {link.split("/")[1] for link in links} <= {"b", "d", "f"}


def test_a_year_in_the_query_counts_only_what_was_asked(visit: Visit) -> None:
    page, _ = search(visit, "2024年 新增学位")
    assert status(page).startswith("没有报告写着“2024年 新增学位”，2024年的报告有写到新增学位。")
    assert page.locator("[data-part=scoped-count]").inner_text().endswith("份，已查 1/6 个分站")
    page.locator("[data-part=scoped-rest] button").click()
    page.wait_for_function("document.activeElement.closest('[data-part=scoped-list]')")
    count = page.locator("[data-part=scoped-count]").inner_text()
    assert "分站" not in count
    assert f"2024年的报告有 {count}写到新增学位" in status(page)


def test_a_part_that_cannot_be_read_is_told_and_the_others_answer(
    browser: Any, address: str, joined: JoinedSite
) -> None:
    page = browser.new_page()
    page.route("**/c/search/data/**", lambda route: route.fulfill(status=503))
    page.goto(f"{address}/search/?q={quote('新增学位')}")
    settle(page)
    found = holders(joined, "新增学位")
    assert status(page).startswith(f"{2 * found[NAMES[0]] + 3 * found[NAMES[1]]} 份报告写着“新增学位”")
    assert status(page).endswith("（查了 5 个分站，1 个没有读到，数目可能不全。）")
    page.route(re.compile("/[a-f]/search/data/"), lambda route: route.fulfill(status=503))
    page.reload()
    settle(page)
    assert "没有读到" in status(page)
    assert page.get_by_role("button", name="重试").is_visible()
    page.close()


def test_filters_on_passages_of_many_parts_are_loaded_when_asked_for(visit: Visit) -> None:
    page, _ = search(visit, "新增学位")
    assert page.locator("[data-filter=year]").count() == 1
    assert page.locator("[data-filter=theme]").count() == 0
    page.get_by_role("button", name="再按主题、状态、数据筛选").press("Enter")
    page.locator("[data-filter=theme]").wait_for()
    assert page.get_by_role("button", name="再按主题、状态、数据筛选").count() == 0
    themes = page.locator("[data-filter=theme] label")
    themes.nth(themes.count() - 1).evaluate("label => label.click()")  # the rarest, which may be folded away
    page.wait_for_function("""document.querySelector("[data-part=status]").textContent.includes("符合筛选")""")


def test_looser_readings_come_from_some_parts_and_from_the_rest_on_request(visit: Visit) -> None:
    page, _ = search(visit, "94.4 学位")
    title = page.locator("[data-part=looser-count]")
    assert "个分站" in title.inner_text()
    before = int(title.inner_text().split(" ")[0])
    rest = page.get_by_role("button", name="再查其余")
    rest.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.closest('[data-part=looser-list]')")
    assert "分站" not in title.inner_text()
    assert int(title.inner_text().split(" ")[0]) > before
    assert rest.count() == 0


def test_the_box_says_how_far_it_has_looked(visit: Visit) -> None:
    page = visit("/")
    page.locator(".site-search input[name=q]").fill("教育")
    page.wait_for_function("document.querySelector('.site-search__meta').textContent.includes('写着')")
    assert page.locator(".site-search__meta").inner_text().startswith("已查 1/6 个分站：21 份报告写着“教育”")
    assert page.locator(".site-search__list li").count() > 4
    assert page.locator(".site-search__all").inner_text().startswith("全部结果")

"""The search box, the results page and the marks on the full text, used as readers use them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.test_search_engine import serve

PROJECT = Path(__file__).parent.parent.parent
REPORTS = {
    "linlan-2022": """临澜市云水区教育局2022年工作总结

一、扩充优质资源
（一）学前教育更加普惠。全年新建幼儿园6所，新增学前学位1530个，学前毛入园率达到92.5%，其中公办园占90%。
（二）义务教育更加均衡。约2300余名学生受益；大班额比例由11.54%降至5.37%。
二、建强教师队伍
一是严把入口关，全年招聘教师120名，其中研究生**名。
二是围绕能力提升，组织培训***余次，参训教师2万人次。
三、守牢安全底线
开展应急演练162次，整改率100%。到青山县结对帮扶，向青山县派出教师，接待青山县来访。
四、2023年工作打算
2023年，计划新建学校3所，力争新增学位2400个，确保食堂自营率达到80%。
""",
    "qingshan-2022": """青山县教育体育局2022年上半年工作总结

一、党建引领
开展专题学习12次，培训党员356名。
二、学前教育
新增学前学位480个，学前毛入园率达到90%。
""",
}
REGIONS = {"linlan-2022": "江苏省临澜市云水区", "qingshan-2022": "江西省青山县"}
Visit = Callable[..., Any]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of two reports, built as a user would and served below a folder, as GitHub Pages does."""
    folder = tmp_path_factory.mktemp("search-page")
    (folder / "reports").mkdir()
    for name, text in REPORTS.items():
        (folder / "reports" / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / "reports" / f"{name}.yml").write_text(f"region: {REGIONS[name]}", encoding="utf-8")
    built = ["--source", str(folder / "reports"), "--site", str(folder / "www" / "repo")]
    subprocess.run([sys.executable, "-m", "build_site", *built], cwd=PROJECT, capture_output=True, check=True)
    server = serve(folder / "www")
    yield f"http://127.0.0.1:{server.server_port}/repo"
    server.shutdown()


def results(visit: Visit, query: str, extra: str = "", **options: Any) -> Any:
    """The results page for ``query``, answered."""
    page = visit(f"/search/?q={quote(query)}{extra}", **options)
    settle(page)
    return page


def settle(page: Any) -> None:
    page.wait_for_function("""() => document.querySelector("[data-part=status]").textContent
        && !document.querySelector("#search-page").hasAttribute("aria-busy")""")


def status(page: Any) -> str:
    return page.locator("[data-part=status]").inner_text()


def literal(page: Any) -> list[str]:
    """Ids of the reports listed as holding the query."""
    return hits(page, "literal")


def hits(page: Any, part: str) -> list[str]:
    """Ids of the reports listed in a part of the page."""
    return page.locator(f"[data-part={part}] .hit").evaluate_all("hits => hits.map((hit) => hit.dataset.report)")


@pytest.mark.parametrize("query", ["新增学前学位1530个", "11.54%", "***余次", "研究生**名", "局2022年工作总结", "食"])
def test_a_string_is_found_shown_and_marked_in_the_full_text(visit: Visit, query: str) -> None:
    page = results(visit, query)
    assert "linlan-2022" in literal(page)
    marked = page.locator("[data-report=linlan-2022] mark").all_inner_texts()
    assert marked
    assert set(marked) == {query}
    page.locator("[data-report=linlan-2022] .hit-sentence").first.click()
    page.wait_for_selector("mark.search-mark--here")
    assert "/reports/linlan-2022/text/" in page.url
    here = page.evaluate("""() => {
        const marks = [...document.querySelectorAll("mark.search-mark")];
        const from = marks.findIndex((mark) => mark.classList.contains("search-mark--here"));
        return marks.slice(from).map((mark) => mark.textContent).join("");
    }""")
    assert here.startswith(query)
    box = page.locator("mark.search-mark--here").bounding_box()
    assert 0 < box["y"] < 900


def test_reports_that_hold_the_words_apart_stand_below_those_that_hold_the_string(visit: Visit) -> None:
    page = results(visit, "毛入园率达到90%")
    assert literal(page) == ["qingshan-2022"]
    assert "1 份报告" in status(page)
    page.locator("[data-part=looser]").wait_for()
    assert page.locator("[data-part=looser] .hit").evaluate_all("hits => hits.map((hit) => hit.dataset.report)") == [
        "linlan-2022"
    ]


def test_filters_show_counts_and_narrow_the_list(visit: Visit) -> None:
    page = results(visit, "新增")
    assert len(literal(page)) == 2
    plan = page.locator("[data-filter=status] label", has_text="计划")
    assert plan.locator("small").inner_text() == "1"
    plan.click()
    page.wait_for_function("document.querySelectorAll('[data-part=literal] .hit').length === 1")
    assert literal(page) == ["linlan-2022"]
    assert page.locator("[data-part=literal] .hit-sentence").all_inner_texts() == [
        "2023年，计划新建学校3所，力争新增学位2400个，确保食堂自营率达到80%。"
    ]
    assert "status=" in page.url
    again = visit(page.url.split("/repo")[1])
    settle(again)
    assert literal(again) == ["linlan-2022"]


def test_figures_and_themes_stand_above_passages(visit: Visit) -> None:
    page = results(visit, "11.54%")
    assert "关键数据" in page.locator("[data-part=figures] h2").inner_text()
    assert page.locator("[data-part=figures] a").get_attribute("href").split("#")[1].startswith("f")
    page = results(visit, "教师队伍")
    assert page.locator("[data-part=names] h2").first.inner_text().startswith("主题")
    names = page.locator("[data-part=names]").bounding_box()
    passages = page.locator("[data-part=literal]").bounding_box()
    assert names["y"] < passages["y"]


def test_no_sentence_is_shown_twice(visit: Visit) -> None:
    page = results(visit, "学位")
    sentences = page.locator(".hit-sentence").all_inner_texts()
    assert len(sentences) == len(set(sentences))


def test_a_query_without_result_offers_its_parts(visit: Visit) -> None:
    page = results(visit, "火星学校")
    assert status(page) == "没有报告写着“火星学校”。"
    page.locator("[data-part=help]").wait_for()
    assert page.locator("[data-part=suggestions] a").all_inner_texts() == ["学校\n1 份"]


@pytest.mark.parametrize("query", ["云水区 新增学前学位", "云水区新增学前学位", "临澜市 2022年 新增学前学位"])
def test_a_place_in_the_query_leads_to_its_reports(visit: Visit, query: str) -> None:
    page = results(visit, query)
    page.locator("[data-part=scoped] .hit").wait_for()
    assert literal(page) == []
    assert hits(page, "scoped") == ["linlan-2022"]
    assert "有 1 份写到新增学前学位" in status(page)
    assert set(page.locator("[data-part=scoped] mark").all_inner_texts()) == {"新增学前学位"}
    assert "linlan-2022" not in hits(page, "looser")
    assert page.locator("[data-part=help]").is_hidden()


def test_a_place_in_the_query_can_be_made_a_filter(visit: Visit) -> None:
    page = results(visit, "青山县 新增学前学位")
    chip = page.locator("[data-part=scope] a")
    assert chip.inner_text() == "只在青山县的报告里找“新增学前学位”"
    chip.click()
    settle(page)
    page.locator("[data-part=literal] .hit").wait_for()
    assert literal(page) == ["qingshan-2022"]
    assert "其中 1 份符合筛选" in status(page)


def test_words_that_only_look_like_places_are_text(visit: Visit) -> None:
    for query in ("食堂自营率", "火星县 学位", "1999年 学位"):
        page = results(visit, query)
        assert page.locator("[data-part=scope] a").count() == 0
        assert page.locator("[data-part=scoped]").is_hidden()


def test_reports_of_a_place_stand_first_among_those_that_name_it(visit: Visit) -> None:
    page = results(visit, "青山县")
    assert literal(page) == ["qingshan-2022", "linlan-2022"]


def test_an_input_method_is_left_alone_while_it_composes(visit: Visit) -> None:
    page = visit("/search/")
    page.locator("[data-part=input]").focus()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/search/data/" in request.url else None)
    session = page.context.new_cdp_session(page)
    for text in ("x", "xue", "xuewei"):
        session.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
        page.wait_for_timeout(450)
    assert asked == []
    session.send("Input.insertText", {"text": "学位"})
    page.wait_for_selector("[data-part=literal] .hit")
    assert "q=" in page.url


def test_the_box_answers_while_typing_and_by_keys_alone(visit: Visit) -> None:
    page = visit("/")
    page.keyboard.press("/")
    page.keyboard.insert_text("应急演练")
    first = page.locator(".site-search__list a").first
    first.wait_for()
    assert page.locator(".site-search__list mark").first.inner_text() == "应急演练"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.site-search__list a')")
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()
    page.keyboard.press("/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    settle(page)
    assert literal(page) == ["linlan-2022"]


def test_on_a_phone_the_box_opens_and_nothing_is_wider_than_the_screen(visit: Visit) -> None:
    page = visit("/", **PHONE)
    page.locator("label.md-header__button[for=__search]").tap()
    page.wait_for_function("document.activeElement.name === 'q'")
    page.keyboard.insert_text("学位")
    page.locator(".site-search__all a").tap()
    page.wait_for_url("**/search/?q=*")
    settle(page)
    assert len(literal(page)) == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not page.locator("[data-filter=status]").is_visible()


def test_without_scripts_the_page_says_what_to_do(visit: Visit) -> None:
    page = visit("/search/?q=x", java_script_enabled=False)
    assert "JavaScript" in page.locator("noscript").inner_text()


def test_words_are_found_in_one_report_though_not_in_one_passage(visit: Visit) -> None:
    page = results(visit, "应急演练 研究生")
    page.locator("[data-part=looser] .hit").wait_for()
    assert hits(page, "looser") == ["linlan-2022"]
    assert "同一份报告里有这些词" in page.locator("[data-part=looser-words]").inner_text()
    assert set(page.locator("[data-part=looser] mark").all_inner_texts()) == {"应急演练", "研究生"}
    page = results(visit, "培训党员 研究生")
    page.locator("[data-part=help]").wait_for()
    assert page.locator("[data-part=looser]").is_hidden()


def test_text_of_a_report_is_never_taken_for_markup(visit: Visit) -> None:
    page = results(visit, "<img src=x onerror=alert(1)>")
    assert page.locator("#search-page img").count() == 0
    assert "<img" in status(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_results_page_is_accessible(visit: Visit, axe: str, scheme: str) -> None:
    page = results(visit, "学位", color_scheme=scheme)
    page.evaluate(axe)
    found = page.evaluate("axe.run('#search-page', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })")
    assert [(issue["id"], issue["nodes"][0]["html"]) for issue in found["violations"]] == []

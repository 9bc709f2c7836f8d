"""Pages over all reports, used as readers use them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

Visit = Callable[..., Any]
PHONE = {"viewport": {"width": 390, "height": 844}}


def reach(visit: Visit, start: str, *links: str) -> Any:
    """The page one comes to from ``start`` by following links with these names."""
    page = visit(start)
    for name in links:
        page.locator("main, .md-main").get_by_role("link", name=name, exact=True).first.click()
        page.wait_for_load_state()
    return page


def titles(page: Any) -> list[str]:
    """The reports a table shows, in order."""
    return page.locator("table.data--reports tbody tr:visible th").all_inner_texts()


def test_search_on_the_home_page_leads_to_results(visit: Visit) -> None:
    page = visit("/")
    page.locator("#home-search").fill("学前毛入园率")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    page.get_by_text("云水区").first.wait_for()


def test_home_leads_to_the_newest_reports_and_to_themes(visit: Visit) -> None:
    page = visit("/")
    assert page.locator(".cards--reports h3").first.inner_text() == "临澜市云水区教育局2023年工作总结"
    assert page.locator(".grid li").count() >= 28
    reach(visit, "/", "临澜市云水区教育局2023年工作总结").wait_for_url("**/reports/linlan-2023/")


def test_the_list_of_reports_sorts_and_filters(visit: Visit) -> None:
    page = visit("/reports/")
    page.get_by_role("button", name="原文字数").click()
    lengths = [int(text) for text in page.locator("tbody td[data-label=原文字数]").all_inner_texts()]
    assert lengths == sorted(lengths, reverse=True)
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("原文字数")


def test_a_year_filters_the_list_of_reports(visit: Visit) -> None:
    page = visit("/reports/")
    page.get_by_label("年度").select_option("2022")
    assert sorted(titles(page)) == [
        "临澜市云水区教育局2022年工作总结",
        "临澜市顾峰区教育局2022年工作总结",
        "青山县教育体育局2022年上半年工作总结",
    ]
    assert page.locator("[data-count]").inner_text() == "5 份中的 3 份"


def test_an_indicator_shows_every_statement_with_its_verdict_and_a_chart(visit: Visit) -> None:
    page = reach(visit, "/indicators/", "学前毛入园率")
    chart = page.locator("svg.chart")
    assert "94.2%" in chart.get_attribute("aria-label")
    assert "单位：%" in chart.get_attribute("aria-label")
    half = page.locator("tr", has_text="青山县")
    assert "不可比" in half.inner_text()
    assert "时段不同：上半年" in half.inner_text()
    about = page.locator("tr", has_text="顾峰区").inner_text()
    assert "带“近”，不是精确数" in about
    assert "学前教育毛入园率达到近96%" in about


def test_a_value_leads_to_its_sentence(visit: Visit) -> None:
    page = reach(visit, "/indicators/", "学前毛入园率")
    page.locator("a.figure-value", has_text="94.2%").click()
    page.wait_for_url("**/reports/linlan-2023/text/#f*")
    assert page.evaluate("document.getElementById(location.hash.slice(1)).textContent") == "94.2%"


def test_a_place_with_several_years_shows_what_changed(visit: Visit) -> None:
    page = visit("/regions/")
    page.get_by_role("link", name="云水区").click()
    row = page.locator("#changes ~ .table-wrap tr", has_text="学前毛入园率").first
    assert row.locator("td").all_inner_texts() == ["90.1%", "92.5%", "94.2%", "上升"]


def test_a_theme_lays_reports_side_by_side_and_names_the_silent(visit: Visit) -> None:
    page = reach(visit, "/themes/", "学前教育")
    assert "学前毛入园率" in page.locator("#compare ~ .table-wrap").first.inner_text()
    page = reach(visit, "/themes/", "教师队伍")
    assert "**人次" in page.locator(".figure-lists").inner_text()
    assert page.locator("strong").count() == 0
    assert "临澜市云水区教育局2021年工作总结" in page.locator("#silent ~ ul").inner_text()


def test_two_reports_chosen_by_name_stand_side_by_side_and_the_address_says_so(visit: Visit) -> None:
    page = visit("/compare/")
    find = page.get_by_role("combobox")
    for words in ("云水区 2022", "青山县"):
        find.fill(words)
        page.get_by_role("option").first.wait_for()
        find.press("ArrowDown")
        find.press("Enter")
    page.locator("#t-preschool").wait_for()
    assert page.url.endswith("?a=linlan-2022&b=qingshan-2022")
    row = page.locator("tr", has=page.get_by_role("rowheader", name="学前毛入园率"))
    assert "92.5%" in row.inner_text()
    assert "时段不同" in row.inner_text()
    page.reload()
    page.locator("#t-preschool").wait_for()
    assert page.locator("[data-chosen] li").count() == 2


def test_a_report_leads_to_its_comparison_with_other_years_of_its_place_first(visit: Visit) -> None:
    page = reach(visit, "/reports/linlan-2022/", "与别的报告对比")
    page.wait_for_url("**/compare/?a=linlan-2022")
    page.get_by_text("再选 1 份").wait_for()
    page.get_by_role("combobox").focus()
    page.get_by_role("option").first.wait_for()
    assert all("云水区" in text for text in page.get_by_role("option").all_inner_texts()[:2])


def test_the_name_of_a_file_finds_its_report_in_the_list(visit: Visit) -> None:
    page = visit("/reports/")
    page.get_by_label("筛选标题、地区").fill("gufeng")
    assert titles(page) == ["临澜市顾峰区教育局2022年工作总结"]


def test_figures_of_two_unknown_places_are_not_called_comparable(visit: Visit) -> None:
    page = visit("/")
    unknown = """async () => {
        const edit = (id) => fetch(`data/${id}.json`).then((answer) => answer.json()).then((report) => ({
            ...report, region: "未知", title: "工作总结",
            figures: report.figures.map((one) => ({ ...one, sentence: "" })),
        }));
        return [await edit("linlan-2021"), await edit("linlan-2023")];
    }"""
    bodies = {f"{report['id']}.json": report for report in page.evaluate(unknown)}
    page.context.route(
        "**/data/linlan-*.json", lambda route: route.fulfill(json=bodies[route.request.url.split("/")[-1]])
    )
    page.goto(page.url + "compare/?a=linlan-2021&b=linlan-2023")
    row = page.locator("tr", has=page.get_by_role("rowheader", name="学前毛入园率"))
    row.wait_for()
    assert "地区未知" in row.inner_text()


def test_the_comparison_prints(visit: Visit, tmp_path: Path) -> None:
    page = visit("/compare/?a=linlan-2021&b=linlan-2023")
    page.locator("#t-preschool").wait_for()
    page.pdf(path=tmp_path / "compare.pdf", format="A4")
    text = "".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "compare.pdf").pages).replace("\n", "")
    assert "90.1%" in text
    assert "94.2%" in text


def test_a_report_that_does_not_exist_is_named(visit: Visit) -> None:
    page = visit("/compare/?a=linlan-2021&b=../../x")
    page.get_by_text("没有找到：../../x。").wait_for()


def test_report_text_is_text_on_every_page(visit: Visit) -> None:
    page = visit("/compare/?a=linlan-2023&b=linlan-2021")
    page.get_by_text("食品安全").first.wait_for()
    assert page.locator("b:not([class])").count() == 0
    assert "{{ 30 }}" in reach(visit, "/themes/", "校园安全").locator(".md-content").inner_text()


def test_everything_is_there_without_scripts(visit: Visit) -> None:
    page = visit("/reports/", java_script_enabled=False)
    assert len(titles(page)) == 5
    assert not page.locator("[data-toolbar]").is_visible()
    page = visit("/compare/", java_script_enabled=False)
    assert page.get_by_role("link", name="主题页").is_visible()


PAGES = ["/", "/reports/", "/themes/", "/themes/preschool/", "/indicators/", "/regions/", "/years/", "/years/2022/"]
PAGES += ["/compare/", "/compare/?a=linlan-2022&b=qingshan-2022", "/quality/", "/data/", "/contribute/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", PAGES)
def test_pages_break_no_rule_of_accessibility(visit: Visit, axe: str, path: str, width: int, scheme: str) -> None:
    page = visit(path, viewport={"width": width, "height": 900}, color_scheme=scheme)
    if "?" in path:
        page.locator("#t-preschool").wait_for()
    page.evaluate(axe)
    found = page.evaluate("axe.run()")["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("path", PAGES)
def test_pages_do_not_scroll_sideways_on_a_phone(visit: Visit, path: str) -> None:
    page = visit(path, **PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

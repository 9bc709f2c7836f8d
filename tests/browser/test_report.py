"""A report's pages, used as readers use them."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

Visit = Callable[..., Any]
OVERVIEW = "/reports/linlan-2022/"
TEXT = "/reports/linlan-2022/text/"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def figure(page: Any, words: str) -> Any:
    """The element of the figure that reads ``words``."""
    return page.locator("data[id]", has_text=re.compile(f"^{re.escape(words)}$")).first


def rows(page: Any) -> list[list[str]]:
    """The visible rows of the figures table."""
    return page.evaluate(
        """[...document.querySelectorAll("table.figures tbody tr:not(.group)")]
           .filter((row) => row.checkVisibility())
           .map((row) => [...row.cells].map((cell) => cell.textContent.trim()))"""
    )


def test_hovering_a_figure_tells_what_it_measures(visit: Visit) -> None:
    page = visit(TEXT)
    figure(page, "1530个").hover()
    card = page.locator(".figure-card")
    card.wait_for()
    assert "学位" in card.locator(".card-name").inner_text()
    assert card.locator(".card-value").inner_text() == "1530个"
    assert "2022" in card.inner_text()
    page.keyboard.press("Escape")
    assert card.is_hidden()


def test_card_tells_the_change_and_leads_to_its_other_end(visit: Visit) -> None:
    page = visit(TEXT)
    figure(page, "5.37%").click()
    card = page.locator(".figure-card")
    assert card.locator(".change--down").inner_text() == "原为11.54%"
    card.get_by_role("link", name="11.54%").click()
    assert page.locator("data.marked").inner_text() == "11.54%"


def test_tapping_a_figure_on_a_phone_opens_its_card_at_the_lower_edge(visit: Visit) -> None:
    page = visit(TEXT, **PHONE)
    figure(page, "1530个").tap()
    box = page.locator(".figure-card").bounding_box()
    assert box["x"] == 0
    assert box["y"] + box["height"] == pytest.approx(844, abs=1)


def test_keys_walk_through_the_figures_and_into_the_card_and_back(visit: Visit) -> None:
    page = visit(TEXT)
    page.keyboard.press("n")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("n")
    second = page.evaluate("document.activeElement.id")
    assert first.startswith("f")
    assert int(second[1:]) > int(first[1:])
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.id") == first
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.figure-card') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == first
    assert page.locator(".figure-card").is_hidden()


def test_a_masked_figure_says_that_it_is_masked(visit: Visit) -> None:
    page = visit(TEXT)
    figure(page, "***余次").click()
    assert "被遮盖" in page.locator(".figure-card .card-value").inner_text()
    assert figure(page, "***余次").evaluate("(e) => getComputedStyle(e).fontWeight") == "400"


def test_link_to_a_figure_marks_it_below_the_bars(visit: Visit) -> None:
    page = visit(TEXT)
    name = figure(page, "162次").get_attribute("id")
    page = visit(f"{TEXT}#{name}", viewport={"width": 1280, "height": 500})
    page.locator(f"#{name}.marked").wait_for()
    top = page.locator(f"#{name}").bounding_box()["y"]
    bar = page.locator(".reading").bounding_box()
    assert bar["y"] + bar["height"] <= top < 500


def test_a_former_address_leads_to_the_same_place(visit: Visit) -> None:
    name = figure(visit(TEXT), "162次").get_attribute("id")
    page = visit(f"/reports/linlan22/text/?mark=1-2#{name}")
    page.wait_for_url(f"**{TEXT}?mark=1-2#{name}")
    page = visit("/reports/linlan22/", java_script_enabled=False)
    page.wait_for_url(f"**{OVERVIEW}")


def test_a_main_point_leads_to_its_sentence_marked_in_the_text(visit: Visit) -> None:
    page = visit(OVERVIEW)
    link = page.locator(".points .to-source").first
    begin = page.locator(".points .quote-text").first.inner_text().lstrip("…")[:8]
    link.click()
    page.wait_for_url("**/text/?mark=*")
    marked = page.evaluate("[...CSS.highlights.get('passage')].map((range) => range.toString()).join('')")
    assert begin in marked


def test_from_a_figure_to_its_row_and_back(visit: Visit) -> None:
    page = visit(TEXT)
    figure(page, "120名").click()
    page.get_by_role("link", name="表格中的这一行").click()
    page.wait_for_url(re.compile(r"/reports/linlan-2022/#f\d+$"))
    row = page.locator("table.figures tr:target")
    assert "120名" in row.inner_text()
    row.get_by_role("link").first.click()
    page.wait_for_url("**/text/#f*")
    assert page.locator("data.marked").inner_text() == "120名"


def test_filter_is_in_the_address_and_survives_a_reload(visit: Visit) -> None:
    page = visit(OVERVIEW)
    every = rows(page)
    page.get_by_label("状态").select_option("plan")
    plans = rows(page)
    assert 0 < len(plans) < len(every)
    assert all("计划" in row[4] for row in plans)
    assert "status=plan" in page.url
    page.reload()
    assert rows(page) == plans
    page.get_by_role("button", name="清除筛选").click()
    page.wait_for_function(
        f"!location.search && document.querySelectorAll('tr[id]:not([hidden])').length === {len(every)}"
    )


def test_the_file_holds_exactly_what_the_filter_shows(visit: Visit, tmp_path: Path) -> None:
    page = visit(OVERVIEW)
    page.get_by_label("字词").fill("学位")
    wanted = rows(page)
    assert wanted
    with page.expect_download() as saved:
        page.get_by_role("button", name="下载所列").click()
    target = tmp_path / "rows.csv"
    saved.value.save_as(target)
    content = target.read_bytes().decode("utf-8")
    assert content.startswith("\ufeff指标,")
    assert content.endswith("\r\n")
    table = list(csv.DictReader(io.StringIO(content.lstrip("\ufeff"))))
    assert [(row["指标"], row["原文数字"]) for row in table] == [(row[0], row[1]) for row in wanted]
    assert all(row["链接"].endswith(f"/text/#{row['编号']}") for row in table)


def test_numbers_sort_as_numbers_with_masked_ones_last(visit: Visit) -> None:
    page = visit(OVERVIEW)
    page.get_by_role("button", name="数值").click()
    values = page.evaluate("[...document.querySelectorAll('tr[id]')].map((row) => row.dataset.v ?? null)")
    numbers = [float(value) for value in values if value is not None]
    assert numbers == sorted(numbers, reverse=True)
    assert values[-1] is None
    assert page.locator("th[aria-sort='descending']").inner_text() == "数值"


def test_no_match_is_said_in_words(visit: Visit) -> None:
    page = visit(OVERVIEW)
    page.get_by_label("字词").fill("没有这样的指标")
    assert rows(page) == []
    assert "没有符合条件的数据" in page.locator(".found").inner_text()


def test_citation_is_copied_with_today_and_the_address(visit: Visit, address: str) -> None:
    page = visit(OVERVIEW)
    page.get_by_role("button", name="复制引文").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "[R/OL]" in copied
    assert f"[{date.today().isoformat()}]" in copied
    assert copied.endswith(f"{address}{OVERVIEW}.")


def test_citation_of_a_figure_quotes_its_sentence(visit: Visit) -> None:
    page = visit(TEXT)
    figure(page, "162次").click()
    page.get_by_role("button", name="复制引文").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“开展应急演练162次")
    assert re.search(r"/text/#f\d+\.$", copied)


def test_marks_can_be_quietened_and_stay_so(visit: Visit) -> None:
    page = visit(TEXT)
    page.get_by_role("button", name="标记").click()
    colour = "(e) => getComputedStyle(e).borderBottomColor"
    assert figure(page, "162次").evaluate(colour) == "rgba(0, 0, 0, 0)"
    page.reload()
    assert page.get_by_role("button", name="标记").get_attribute("aria-pressed") == "false"


def test_a_theme_dims_the_passages_on_other_things(visit: Visit) -> None:
    page = visit(TEXT)
    page.get_by_role("button", name="主题").click()
    page.locator("#themes .chip").first.click()
    lit = page.locator("[data-s].lit").count()
    dim = page.locator("[data-s].dim").count()
    assert lit
    assert dim
    page.locator("#themes .chip").first.click()
    assert page.locator("[data-s].dim").count() == 0


def test_contents_are_at_hand_on_a_phone(visit: Visit) -> None:
    page = visit(TEXT, **PHONE)
    page.get_by_role("button", name="目录").tap()
    page.locator("#contents").get_by_role("link", name="三、守牢安全底线").tap()
    heading = page.locator(":target")
    assert heading.inner_text().startswith("三、")
    bar = page.locator(".reading").bounding_box()
    page.wait_for_function("document.querySelector(':target').getBoundingClientRect().top < 400")
    assert heading.bounding_box()["y"] >= bar["y"] + bar["height"] - 1


def test_everything_is_there_without_scripts(visit: Visit) -> None:
    page = visit(OVERVIEW, java_script_enabled=False)
    assert page.locator("table.figures tr[id]").count() >= 15
    assert page.locator(".figure-tools").is_hidden()
    page.locator("table.figures td a", has_text="162次").click()
    assert page.locator("data:target").inner_text() == "162次"
    assert page.locator(".reading").is_hidden()
    passage = page.locator("p[data-s]").first
    passage.hover()
    passage.locator("a[title=本段]").click()
    assert page.url.endswith(f"#{passage.get_attribute('id')}")


def test_printed_overview_holds_points_figures_and_citation(visit: Visit, tmp_path: Path) -> None:
    page = visit(OVERVIEW)
    page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    paper = PdfReader(tmp_path / "report.pdf")
    # Fonts in a PDF may name a character by its look-alike among the radicals.
    words = re.sub(r"\s", "", unicodedata.normalize("NFKC", "".join(part.extract_text() for part in paper.pages)))
    for said in ("要点", "1530个", "***余次", "引用与下载", "[R/OL]"):
        assert said in words
    assert "下载所列" not in words
    assert round(float(paper.pages[0].mediabox.width)) == 595


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", [OVERVIEW, TEXT, "/404.html"])
def test_pages_break_no_rule_of_accessibility(visit: Visit, axe: str, path: str, width: int, scheme: str) -> None:
    page = visit(path, viewport={"width": width, "height": 900}, color_scheme=scheme)
    if path == TEXT:
        page.keyboard.press("n")
        page.locator(".figure-card").wait_for()
    page.evaluate(axe)
    found = page.evaluate("axe.run().then((result) => result.violations)")
    assert [(broken["id"], broken["nodes"][0]["html"][:120]) for broken in found] == []


@pytest.mark.parametrize("path", [OVERVIEW, TEXT])
@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_pages_do_not_scroll_sideways(visit: Visit, path: str, width: int) -> None:
    page = visit(path, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_language_and_titles_are_right(visit: Visit) -> None:
    page = visit(OVERVIEW)
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    assert page.title().startswith("临澜市云水区教育局2022年工作总结")
    assert len(page.locator("meta[name=description]").get_attribute("content")) > 40
    data = page.evaluate("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)")
    assert data["@type"] == "Report"
    assert data["mainEntity"]["@type"] == "Dataset"

"""Figures of a report, used as readers use them: cards, links, the table with its filter and its file."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest

from .report_pages import OVERVIEW, PHONE, TEXT, Visit, figure


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


def test_citation_of_a_figure_quotes_its_sentence(visit: Visit) -> None:
    page = visit(TEXT)
    figure(page, "162次").click()
    page.get_by_role("button", name="复制引文").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“开展应急演练162次")
    assert re.search(r"/text/#f\d+\.$", copied)

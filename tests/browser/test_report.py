"""A report's pages, used as readers use them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from .report_pages import OVERVIEW, PHONE, TEXT, Visit, figure


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


def test_citation_is_copied_with_today_and_the_address(visit: Visit, address: str) -> None:
    page = visit(OVERVIEW)
    page.get_by_role("button", name="复制引文").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "[R/OL]" in copied
    assert f"[{date.today().isoformat()}]" in copied
    assert copied.endswith(f"{address}{OVERVIEW}.")


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

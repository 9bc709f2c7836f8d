"""Report pages in their theme, as MkDocs writes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from build_site.publish.mkdocs import render_pages
from build_site.render import report_pages
from build_site.workers import workers

from .report_builder import make_report

PROJECT = Path(__file__).parent.parent.parent
HOSTILE = '</title><script>alert(1)</script> "{{ config.site_url }}" {% raw %} **粗** <!-- # \'x'
TEXT = f"{HOSTILE}\n一、师资**队伍\n招聘教师120名。{HOSTILE}"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Overview and full text of a report whose every part is hostile, as parsed HTML."""
    docs, site = tmp_path_factory.mktemp("docs"), tmp_path_factory.mktemp("site")
    headings = [(HOSTILE, 0, "", HOSTILE), ("一、师资**队伍", 1, "一、", "师资**队伍")]
    report = make_report(TEXT, headings, [("120名", HOSTILE)], title=HOSTILE)
    made = report_pages(report)
    for page in made:
        (docs / page.path).parent.mkdir(parents=True, exist_ok=True)
        (docs / page.path).write_text(page.markdown, encoding="utf-8")
    render_pages(PROJECT / "mkdocs.yml", docs, [page.path for page in made], site, workers(1), 1, lambda _: None)
    files = {"overview": "reports/r1/index.html", "text": "reports/r1/text/index.html"}
    return {name: html.document_fromstring((site / file).read_text(encoding="utf-8")) for name, file in files.items()}


@pytest.mark.parametrize("name", ["overview", "text"])
def test_no_text_of_a_report_becomes_markup(pages: dict[str, Any], name: str) -> None:
    page = pages[name]
    assert not [e for e in page.iter("script") if e.get("type") in (None, "module") and "alert" in (e.text or "")]
    assert HOSTILE in page.find(".//title").text
    assert page.find(".//h1").text_content() == HOSTILE
    description = page.xpath("//meta[@name='description']/@content")
    assert HOSTILE in description[0]


def test_full_text_is_whole_inside_the_theme(pages: dict[str, Any]) -> None:
    blocks = pages["text"].xpath("//*[@data-s]")
    shown = [(int(block.get("data-s")), int(block.get("data-e")), block.text_content()) for block in blocks]
    assert [said for *_, said in shown] == TEXT.split("\n")
    assert all(TEXT[start:end] == said for start, end, said in shown)


def test_side_navigation_lists_the_sections_as_printed(pages: dict[str, Any]) -> None:
    links = pages["text"].xpath("//nav[contains(@class, 'md-nav--secondary')]//a")
    assert [(link.text_content().strip(), link.get("href")) for link in links] == [
        ("一、师资**队伍", f"#s{TEXT.index('一、')}")
    ]


def test_navigation_names_sections_of_the_site_and_never_reports(pages: dict[str, Any]) -> None:
    for page in pages.values():
        items = page.xpath("//nav[contains(@class, 'md-tabs')]//a")
        assert [item.text_content() for item in items][:3] == ["首页", "报告", "主题"]
        assert len(page.xpath("//nav[contains(@class, 'md-nav--primary')]/ul/li")) == len(items)
        assert [item.text_content() for item in items if item.get("aria-current")] == ["报告"]


def test_structured_data_keeps_the_very_title(pages: dict[str, Any]) -> None:
    data = json.loads(pages["overview"].xpath("//script[@type='application/ld+json']")[0].text)
    assert data["name"] == HOSTILE


def test_page_is_chinese(pages: dict[str, Any]) -> None:
    assert pages["text"].get("lang") == "zh-Hans"
    assert "跳到正文" in pages["text"].find_class("md-skip")[0].text_content()

"""Pages over all reports: what they say, where they lead, and how large they may grow."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_site.corpus import compare
from build_site.model.corpus import Passage, RemovalNote, WarningNote
from build_site.render.site import site_pages
from build_site.render.site.atlas import Atlas
from build_site.rules import Rules
from tests.observers.corpus import make_card

from .site_cards import THEME, dead_links, make_statement, pages_of

HOSTILE = "</div><script>alert(1)</script>**粗** {{ 7*7 }} `x`"


@pytest.fixture
def two(rules: Rules) -> dict[str, str]:
    """The pages of two reports: one open, one masked, with hostile text wherever text can be."""
    one, other = make_card("a", region="天津市河西区", code="120103"), make_card("b", year="2021")
    one = replace(
        one,
        statements=(make_statement("a", 1, "学前毛入园率", "92%", "92"), make_statement("a", 2, HOSTILE, "3%", "3")),
        passages=(Passage(THEME, (THEME,), "1", "s1", HOSTILE, HOSTILE, 1),),
        themes=((THEME, 1),),
        title=HOSTILE,
        points=(HOSTILE,),
        removals=(RemovalNote("advertisement", 3, 9, HOSTILE, "前", "后", "p0"),),
        warnings=(WarningNote("numbering-gap", HOSTILE, 0, 0, HOSTILE, "p0"),),
    )
    other = replace(other, statements=(make_statement("b", 7, "学前教育毛入园率", "**.*%"),), themes=((THEME, 1),))
    return pages_of([one, other], rules)


def test_report_text_can_open_no_tag_and_no_markdown(two: dict[str, str]) -> None:
    for path, text in two.items():
        body = text.split("\n---\n", 1)[1]
        assert "<script>alert" not in body, path
        assert "**粗**" not in re.sub(r"<(script|[a-z]+)\b.*?</\1>", "", body, flags=re.S), path


def test_a_mask_is_shown_as_printed_and_said_to_be_one(two: dict[str, str]) -> None:
    page = next(text for path, text in two.items() if re.match(r"indicators/.+maoruyuanlv.+/index.md", path))
    assert '<span class="mask" title="原文遮盖了这个数">**.*%</span>' in page
    assert "被遮盖，没有数值" in page
    assert "没有画图" in page
    assert "<svg" not in page


def test_a_number_stands_with_its_unit_and_a_link_to_its_sentence(two: dict[str, str]) -> None:
    page = next(text for path, text in two.items() if re.match(r"indicators/.+maoruyuanlv.+/index.md", path))
    assert '<a class="figure-value" href="../../reports/a/text/#f1">92%</a>' in page


def test_what_was_cut_and_what_is_doubtful_stand_on_the_quality_page(two: dict[str, str]) -> None:
    page = two["quality/index.md"]
    assert "广告" in page
    assert "第 3–9 字" in page
    assert "&#60;script&#62;" in page


def test_a_theme_names_the_reports_that_are_silent(rules: Rules) -> None:
    silent = make_card("b")
    speaking = replace(make_card("a"), passages=(Passage(THEME, (THEME,), "1", "s1", "一、学前", "", 0),))
    page = pages_of([speaking, silent], rules)["themes/preschool/index.md"]
    assert "b报告" in page.split("没有谈到的报告")[1]
    assert "a报告" not in page.split("没有谈到的报告")[1]


def test_places_of_a_chart_are_named_as_narrowly_as_tells_them_apart(rules: Rules) -> None:
    cards = [
        make_card("a", region="天津市和平区", code="120101"),
        make_card("b", region="辽宁省沈阳市和平区", code="210102"),
        make_card("c", region="天津市东丽区", code="120110"),
        make_card("d", region="未知"),
    ]
    atlas = Atlas(compare(cards, rules))
    assert atlas.labels(cards) == {"a": "天津市和平区", "b": "沈阳市和平区", "c": "东丽区", "d": "d报告"}
    assert atlas.labels(cards[1:])["b"] == "和平区"


def test_an_empty_site_says_how_to_add_the_first_report(rules: Rules) -> None:
    pages = pages_of([], rules)
    assert "还没有报告" in pages["index.md"]
    assert {"reports/index.md", "themes/index.md", "regions/index.md", "compare/index.md"} <= pages.keys()


def test_odd_years_and_codes_stay_below_their_folders(rules: Rules) -> None:
    years = ["", "***", "20**", "../../x", "2022年", "2022", "2021-2022学年", "未知"]
    cards = [make_card(f"r{number}", region="某地", code="../x", year=year) for number, year in enumerate(years)]
    paths = [page.path for page in site_pages(compare(cards, rules))]
    assert len(paths) == len(set(paths))
    assert all(re.fullmatch(r"[a-z0-9/-]+index\.md", path) or path == "index.md" for path in paths)


def test_links_between_pages_lead_somewhere(two: dict[str, str]) -> None:
    assert dead_links(two) == []

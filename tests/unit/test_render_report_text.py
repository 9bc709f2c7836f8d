"""The full-text page: every character of the source shown once, its figures, masks, tables and places."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.model.report import Report

from .rendered_report import REPORT, rendered
from .report_builder import CUT, make_report


def shown(page: Any) -> list[tuple[int, int, str]]:
    """The stretches a full-text page claims to show, with what it shows."""
    return [(int(e.get("data-s")), int(e.get("data-e")), e.text_content()) for e in page.iterfind(".//*[@data-s]")]


def assert_conserved(report: Report) -> None:
    """Every character is shown once, in order, or is a removal, or parts two blocks."""
    text, at = report.source.text, 0
    for start, end, said in shown(rendered(report)[1]):
        assert text[at:start].replace(CUT, "") in ("", "\n", "\t")
        assert said == text[start:end].replace(CUT, "")
        at = end
    assert text[at:].replace(CUT, "") == ""


PARTS = st.lists(
    st.text(
        st.sampled_from("校园安全20余次*_`<>&{}[]()#|\\\"'-+=~!^$%@;:/。，“”！" + CUT)
        | st.characters(min_codepoint=33, max_codepoint=0xFFFF, exclude_categories=("Cs", "Cc", "Cf", "Z")),
        min_size=1,
        max_size=30,
    ).filter(lambda part: part.strip(CUT) == part),
    min_size=1,
    max_size=8,
)


@settings(deadline=None)
@given(PARTS)
def test_any_text_is_shown_character_by_character(parts: list[str]) -> None:
    assert_conserved(make_report("\n".join(parts)))


@settings(deadline=None)
@given(PARTS)
def test_any_heading_is_shown_character_by_character(parts: list[str]) -> None:
    headings = [(part.replace(CUT, ""), 1 + number % 3, "", part) for number, part in enumerate(parts)]
    assert_conserved(make_report("\n".join(parts), headings))


def test_run_in_heading_stands_apart_from_the_rest_of_its_paragraph() -> None:
    assert_conserved(REPORT)
    page = rendered(REPORT)[1]
    heading = page.find(".//h3")
    assert heading.text_content() == "1.引育人才。"
    assert heading.get("id") == f"s{REPORT.source.text.index('1.')}"
    after = REPORT.source.text.index("全年")
    assert page.get_element_by_id(f"p{after}").text_content().startswith("全年招聘教师")


def test_title_of_the_document_is_the_heading_of_the_page() -> None:
    page = rendered(REPORT)[1]
    assert [heading.text_content() for heading in page.iter("h1")] == ["二〇二二年工作总结"]


def test_figures_are_data_elements_with_value_and_id() -> None:
    page = rendered(REPORT)[1]
    found = {e.text_content(): (e.get("id"), e.get("value")) for e in page.iter("data")}
    start = REPORT.source.text.index
    assert found == {
        "120余名": (f"f{start('120')}", "120"),
        "**人": (f"f{start('**人')}", ""),
        "3.5万元": (f"f{start('3.5')}", "3.5"),
    }


def test_mask_is_explained_and_neither_bold_nor_a_number() -> None:
    for page in rendered(REPORT):
        assert not [e for e in page.iter("strong", "b", "em") if "*" in e.text_content()]
    masks = [e for e in rendered(REPORT)[1].iter("span") if e.get("class") == "mask"]
    assert [mask.text_content() for mask in masks] == ["**", "**"]
    assert all(mask.get("role") == "img" and "遮盖" in mask.get("aria-label") for mask in masks)


def test_cells_stay_a_table_and_keep_their_text() -> None:
    places = ["", "0,0,0,1,1", "0,0,1,1,1", "0,1,0,1,1", "0,1,1,1,1", ""]
    report = make_report("附表\n项目\t数量\n新建学校\t12所\n（未填）", (), [("12所", "所")], places)
    assert_conserved(report)
    table = rendered(report)[1].find(".//table")
    cells = [[cell.text_content() for cell in row] for row in table.iter("tr")]
    assert cells == [["项目", "数量"], ["新建学校", "12所"]]
    assert table.find(".//data").get("value") == "12"


def test_empty_cells_keep_their_place() -> None:
    places = ["0,0,0,1,1", "0,0,2,1,1", "0,1,1,1,1", ""]
    report = make_report("甲\t\t乙\n\t丙\t\n正文", places=places)
    assert_conserved(report)
    rows = [[cell.text_content() for cell in row] for row in rendered(report)[1].find(".//table").iter("tr")]
    assert rows == [["甲", "", "乙"], ["", "丙"]]


def test_removals_inside_a_paragraph_do_not_disturb_its_figures() -> None:
    report = make_report(f"投入{CUT}{CUT}资金3{CUT}00万元，用于{CUT}**所学校。", (), [("300万元", "元")])
    assert_conserved(report)
    assert next(rendered(report)[1].iter("data")).get("id") == f"f{report.source.text.index('3')}"


def test_every_section_and_paragraph_leads_to_itself() -> None:
    text = rendered(REPORT)[1]
    passages = text.xpath("//*[@data-s][self::p or self::h1 or self::h2 or self::h3]")
    assert passages
    for passage in passages:
        (link,) = passage.xpath("./a[not(text()) and @title]")
        assert link.get("href") == f"#{passage.get('id')}"

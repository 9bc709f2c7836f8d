"""The outline as a value: spans in text and source, run-in headings, odd formats; and the marker rules themselves."""

from __future__ import annotations

import re

import pytest

from build_site.clean import clean
from build_site.model.source import Mark, Source
from build_site.outline import find_outline
from build_site.outline.numerals import UNKNOWN, chinese_number, marker_number
from build_site.outline.patterns import patterns_of
from build_site.rules import Rules
from build_site.text import Span, fold
from tests.observers.outline import tidy


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("一", 1),
        ("九", 9),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("三十五", 35),
        ("十十", UNKNOWN),
        ("一二", UNKNOWN),
    ],
)
def test_chinese_numbers(numeral: str, value: int) -> None:
    assert chinese_number(numeral) == value


@pytest.mark.parametrize(
    ("marker", "value"),
    [
        ("（十一）", 11),
        ("12.", 12),
        ("1.2.3", 3),
        ("⑤", 5),
        ("⑵", 2),
        ("㈢", 3),
        ("Ⅳ、", 4),
        ("⒎", 7),
        ("(*)", UNKNOWN),
    ],
)
def test_marker_numbers(marker: str, value: int) -> None:
    assert marker_number(marker, ()) == value


def test_words_count_by_their_order() -> None:
    sequence = ("首先", "其次", "再次")
    assert [marker_number(word, sequence) for word in ("首先，", "其次，", "再次，", "最后，")] == [1, 2, 3, UNKNOWN]


def test_every_style_knows_its_example(rules: Rules) -> None:
    patterns = patterns_of(rules)
    for style in rules.markers.styles:
        match = patterns.at_line.match(fold(style.example))
        assert match is not None, style.name
        assert match.lastgroup == style.name
        assert re.match(rules.markers.marker_start, fold(style.example))


def test_twins_are_styles(rules: Rules) -> None:
    names = {style.name for style in rules.markers.styles}
    assert all(twin in names for style in rules.markers.styles for twin in style.twins)


def test_heading_covers_marker_title_and_closing_mark(rules: Rules) -> None:
    clean = tidy("一、党建工作\n1.抓学习。组织集中学习。\n2.抓阵地。创建示范点。")
    first, second, third = find_outline(clean, rules)[0].sections
    assert first.heading.of(clean.text) == "一、党建工作"
    assert second.heading.of(clean.text) == "1.抓学习。"
    assert (first.run_in, second.run_in) == (False, True)
    assert second.span.of(clean.text) == "1.抓学习。组织集中学习。"
    assert third.span.end == first.span.end == len(clean.text)


def test_source_spans_reach_over_what_was_cut(rules: Rules) -> None:
    text = "\n\n　　一、党建工作\n\n\n　　落实责任。\n二、教学工作"
    clean = tidy(text)
    section = find_outline(clean, rules)[0].sections[0]
    assert section.source.of(text) == "一、党建工作\n\n\n　　落实责任。"
    assert section.span.of(clean.text) == "一、党建工作\n落实责任。"


def test_points_inside_a_paragraph_end_with_it(rules: Rules) -> None:
    clean = tidy(
        "一、总体情况\n成效明显。一是质量提升。成绩再创新高。二是条件改善。新建学校三所。\n这些成绩来之不易。\n二、安排\n继续。"
    )
    outline, _ = find_outline(clean, rules)
    whole, _, last, _ = outline.sections
    assert last.span.of(clean.text) == "二是条件改善。新建学校三所。"
    assert whole.span.of(clean.text).endswith("来之不易。")


def test_title_section_spans_the_report(rules: Rules) -> None:
    clean = tidy("某市教育局\n2022年工作总结\n一、党建工作\n落实责任。\n某市教育局\n2022年12月1日")
    title = find_outline(clean, rules)[0].sections[0]
    assert (title.level, title.path, title.ordinal, title.title) == (0, (), "0", "某市教育局2022年工作总结")
    assert title.heading.of(clean.text) == "某市教育局\n2022年工作总结"
    assert title.span.of(clean.text).endswith("落实责任。")


def test_markdown_headings(rules: Rules) -> None:
    clean = tidy(
        "# 2022年教育工作总结\n## 一、回顾\n### 学前教育\n新建三所。\n### 义务教育\n新增学位。\n## 二、打算\n继续。"
    )
    source = Source("x", "x.md", "md", "", clean.source.text)
    report = type(clean)(source, clean.text, clean.map, (), (), clean.paragraphs, "完整")
    outline, _ = find_outline(report, rules)
    assert [(section.level, section.marker, section.title) for section in outline.sections] == [
        (0, "", "2022年教育工作总结"),
        (1, "一、", "回顾"),
        (2, "", "学前教育"),
        (2, "", "义务教育"),
        (1, "二、", "打算"),
    ]


def test_markers_in_table_cells_are_no_headings(rules: Rules) -> None:
    clean = tidy("一、项目情况\n见下表。\n1.新建小学\n2.新建中学\n二、经费情况\n足额保障。")
    cells = tuple(
        type(paragraph)(paragraph.span, paragraph.source, "cell" if "新建" in paragraph.span.of(clean.text) else "text")
        for paragraph in clean.paragraphs
    )
    table = type(clean)(clean.source, clean.text, clean.map, (), (), cells, "完整")
    assert [section.marker for section in find_outline(table, rules)[0].sections] == ["一、", "二、"]


def test_empty_text(rules: Rules) -> None:
    outline, warnings = find_outline(tidy(""), rules)
    assert (outline.sections, outline.lead, warnings) == ((), Span(0, 0), ())


def test_warning_points_at_the_heading(rules: Rules) -> None:
    text = "一、党建工作\n落实责任。\n三、教学工作\n提升质量。"
    (warning,) = find_outline(tidy(text), rules)[1]
    assert text[warning.start : warning.end] == "三、教学工作"


def test_title_style_wins_over_words(rules: Rules) -> None:
    text = "砥砺奋进的一年\n一、党建工作\n落实责任。"
    clean = tidy(text, (Mark(Span(0, 7), "title"),))
    assert find_outline(clean, rules)[0].sections[0].title == "砥砺奋进的一年"


def test_a_reference_to_a_note_is_no_part_of_a_title(rules: Rules) -> None:
    text = "某区教育局2022年工作总结[1]\n一、党的建设[2]\n落实责任。\n二、教学工作\n提升质量。\n"
    notes = tuple(Mark(Span(at, at + 3), "note-reference") for at in map(text.index, ("[1]", "[2]")))
    cleaned, _ = clean(Source("case", "case.docx", "docx", "", text, notes), rules)
    outline, _ = find_outline(cleaned, rules)
    assert [section.title for section in outline.sections] == ["某区教育局2022年工作总结", "党的建设", "教学工作"]

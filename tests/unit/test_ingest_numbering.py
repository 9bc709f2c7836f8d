"""Automatic numbers of Word become text as Word would show them."""

from __future__ import annotations

import pytest

from build_site.ingest.docx import read_docx
from build_site.ingest.docx.number_formats import write_number
from tests.fixtures.word import level, listed, lists, paragraph, style, word

GOVERNMENT = (
    level(0, "chineseCountingThousand", "%1、", more='<w:suff w:val="nothing"/>')
    + level(1, "chineseCountingThousand", "（%2）", more='<w:suff w:val="nothing"/>')
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "（%4）")
    + level(4, "decimalEnclosedCircle", "%5")
)


def lines(body: str, **parts: str) -> list[str]:
    """The lines of a document."""
    return read_docx(word(body, **parts)).text.splitlines()


def test_the_levels_of_an_official_document() -> None:
    depths = [0, 1, 1, 2, 2, 3, 4, 4, 1, 2, 0, 1, 2]
    body = "".join(listed("文", 1, depth) for depth in depths)
    shown = "一、文 （一）文 （二）文 1. 文 2. 文 （1）文 ① 文 ② 文 （三）文 1. 文 二、文 （一）文 1. 文"
    assert " ".join(lines(body, numbering=lists(GOVERNMENT))) == shown


def test_a_number_is_marked() -> None:
    reading = read_docx(word(listed("学前教育", 1), numbering=lists(GOVERNMENT)))
    assert [(mark.kind, mark.span.of(reading.text)) for mark in reading.marks] == [("number", "一、")]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("decimal", "1 2 10 11 21 105"),
        ("decimalZero", "01 02 10 11 21 105"),
        ("chineseCounting", "一 二 十 十一 二十一 一百〇五"),
        ("chineseCountingThousand", "一 二 十 十一 二十一 一百〇五"),
        ("japaneseCounting", "一 二 十 十一 二十一 一百〇五"),
        ("ideographDigital", "一 二 一〇 一一 二一 一〇五"),
        ("chineseLegalSimplified", "壹 贰 壹拾 壹拾壹 贰拾壹 壹佰零伍"),
        ("decimalEnclosedCircleChinese", "① ② ⑩ ⑪ ㉑ 105"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑽ ⑾ 21 105"),
        ("decimalEnclosedFullstop", "⒈ ⒉ ⒑ ⒒ 21 105"),
        ("decimalFullWidth", "１ ２ １０ １１ ２１ １０５"),
        ("ideographTraditional", "甲 乙 癸 甲 甲 戊"),
        ("ideographZodiac", "子 丑 酉 戌 申 申"),
        ("lowerLetter", "a b j k u aaaaa"),
        ("upperLetter", "A B J K U AAAAA"),
        ("lowerRoman", "i ii x xi xxi cv"),
        ("upperRoman", "I II X XI XXI CV"),
        ("ordinal", "1st 2nd 10th 11th 21st 105th"),
        ("numberInDash", "- 1 - - 2 - - 10 - - 11 - - 21 - - 105 -"),
        ("unheardOf", "1 2 10 11 21 105"),
    ],
)
def test_number_formats(name: str, shown: str) -> None:
    assert " ".join(write_number(count, name) for count in (1, 2, 10, 11, 21, 105)) == shown


@pytest.mark.parametrize(
    "name", ["chineseCounting", "lowerRoman", "lowerLetter", "decimalEnclosedCircle", "ideographZodiac"]
)
@pytest.mark.parametrize("count", [-1, 0, 5_000, 99_999, 10**12])
def test_odd_counts_are_written_somehow(name: str, count: int) -> None:
    assert 0 < len(write_number(count, name)) < 60


def test_custom_format_of_leading_zeros() -> None:
    inner = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    numbering = lists(f'<w:lvl w:ilvl="0"><w:start w:val="9"/>{inner}<w:lvlText w:val="%1"/></w:lvl>')
    assert lines(listed("a", 1) + listed("b", 1), numbering=numbering) == ["009 a", "010 b"]


def test_compound_numbers_and_legal_ones() -> None:
    levels = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    levels += level(2, "decimal", "%1-%2-%3")
    body = "".join(listed("x", 1, depth) for depth in (0, 1, 1, 2, 0, 1))
    assert lines(body, numbering=lists(levels)) == ["第一章 x", "1.1 x", "1.2 x", "一-2-1 x", "第二章 x", "2.1 x"]


def test_a_deep_level_first_shows_the_start_of_those_above() -> None:
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")
    assert lines(listed("x", 1, 1) + listed("y", 1, 0), numbering=lists(levels)) == ["1.1 x", "1. y"]


def test_lists_of_one_kind_count_on_and_an_override_begins_anew() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = lists(level(0, "decimal", "%1."), overrides={2: (0, ""), 3: (0, override)})
    body = listed("a", 1) + listed("b", 2) + listed("c", 3) + listed("d", 3) + listed("e", 1)
    assert lines(body, numbering=numbering) == ["1. a", "2. b", "1. c", "2. d", "3. e"]


def test_an_override_may_bring_its_own_level() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "chineseCounting", "（%1）", start=3)}</w:lvlOverride>'
    numbering = lists(level(0, "decimal", "%1."), overrides={2: (0, override)})
    assert lines(listed("a", 2) + listed("b", 2), numbering=numbering) == ["（三）a", "（四）b"]


def test_restart_may_be_turned_off() -> None:
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "%2)", more='<w:lvlRestart w:val="0"/>')
    body = "".join(listed("x", 1, depth) for depth in (0, 1, 0, 1))
    assert lines(body, numbering=lists(levels)) == ["1. x", "1) x", "2. x", "2) x"]


def test_numbering_by_style_and_taken_away_in_a_paragraph() -> None:
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("1", "heading 1", numbered.format(0)) + style("2", "heading 2", numbered.format(1))
    styles += style("3", "自定", based_on="2")
    body = paragraph("甲", '<w:pStyle w:val="1"/>') + paragraph("乙", '<w:pStyle w:val="3"/>')
    body += paragraph("丙", '<w:pStyle w:val="2"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(body, numbering=lists(GOVERNMENT), styles=styles) == ["一、甲", "（一）乙", "丙"]


def test_the_level_of_a_style_may_stand_in_the_list() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    levels = level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="1"/>')
    levels += level(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="2"/>')
    styles = style("1", "heading 1", numbered) + style("2", "heading 2", numbered)
    body = "".join(paragraph("题", f'<w:pStyle w:val="{name}"/>') for name in "1221")
    assert lines(body, numbering=lists(levels), styles=styles) == ["一、题", "（一）题", "（二）题", "二、题"]


def test_a_list_may_borrow_its_levels_from_a_numbering_style() -> None:
    styles = '<w:style w:type="numbering" w:styleId="L"><w:name w:val="公文"/>'
    styles += '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    numbering = lists(GOVERNMENT, '<w:numStyleLink w:val="L"/>')
    assert lines(listed("题", 2), numbering=numbering, styles=styles) == ["一、题"]


def test_what_is_deleted_takes_no_number() -> None:
    gone = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>'
    body = listed("甲", 1) + paragraph(inner="<w:del><w:r><w:delText>废</w:delText></w:r></w:del>", properties=gone)
    assert lines(body + listed("乙", 1), numbering=lists(GOVERNMENT)) == ["一、甲", "废", "二、乙"]


@pytest.mark.parametrize(
    ("font", "text", "shown"), [("Wingdings", "l", "•"), ("Symbol", "\uf0b7", "•"), ("宋体", "—", "—")]
)
def test_bullets(font: str, text: str, shown: str) -> None:
    bullet = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    numbering = lists(level(0, "bullet", text, more=bullet))
    reading = read_docx(word(listed("要点", 1), numbering=numbering))
    assert reading.text == f"{shown} 要点\n"
    assert [mark.value for mark in reading.marks] == ["bullet"]


def test_no_list_no_number() -> None:
    assert lines(listed("甲", 7) + listed("乙", 1, 5)) == ["甲", "乙"]

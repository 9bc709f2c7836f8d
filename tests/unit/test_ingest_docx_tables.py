"""Tables, text boxes and notes of Word documents: each at its place, cells with theirs."""

from __future__ import annotations

import pytest

from build_site.errors import InputError
from build_site.ingest.docx import read_docx
from tests.fixtures.readings import quotes
from tests.fixtures.word import cell, paragraph, row, run, table, text_box, word


def test_notes_follow_their_paragraph() -> None:
    one = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    two = '<w:r><w:endnoteReference w:id="5"/></w:r>'
    notes = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    notes += f'<w:footnote w:id="2">{paragraph(inner="<w:r><w:footnoteRef/></w:r>" + run("含民办园"))}</w:footnote>'
    ends = f'<w:endnote w:id="5">{paragraph("来源：统计年报")}</w:endnote>'
    body = paragraph(inner=run("幼儿园3所") + one + run("，小学5所") + two) + paragraph("下一段")
    reading = read_docx(word(body, footnotes=notes, endnotes=ends))
    assert reading.text == "幼儿园3所[1]，小学5所[i]\n[1] 含民办园\n[i] 来源：统计年报\n下一段\n"
    assert quotes(reading, "note-reference") == ["[1]", "[i]"]
    assert quotes(reading, "footnote") == ["[1] 含民办园\n", "[i] 来源：统计年报\n"]


def test_a_text_box_is_read_once() -> None:
    body = paragraph(inner=run("前") + text_box(paragraph("框内") + paragraph("又一行")) + run("后")) + paragraph(
        "下段"
    )
    reading = read_docx(word(body))
    assert reading.text == "前后\n框内\n又一行\n下段\n"
    assert quotes(reading, "textbox") == ["框内\n又一行\n"]


def test_a_table_in_a_text_box_and_a_text_box_in_a_table() -> None:
    boxed = paragraph(inner=text_box(table(row("小学", "12"))))
    celled = table(row("初中", cell("", inner=paragraph(inner=run("3") + text_box(paragraph("注"))))))
    assert read_docx(word(boxed + celled)).text == "\n小学\t12\n初中\t3\n注\n"


def test_table_cells_have_their_place() -> None:
    merged = row(cell("学段", '<w:vMerge w:val="restart"/>'), cell("学校", '<w:gridSpan w:val="2"/>'))
    body = table(
        merged, row(cell("", "<w:vMerge/>"), "公办", "民办"), row("小学", "12", cell("", inner=paragraph("3") * 2))
    )
    reading = read_docx(word(paragraph("下表") + body + paragraph("完")))
    assert reading.text == "下表\n学段\t学校\n\t公办\t民办\n小学\t12\t3 3\n完\n"
    found = {mark.span.of(reading.text): mark.value for mark in reading.marks if mark.kind == "cell"}
    assert found == {
        "学段": "0,0,2,1", "学校": "0,1,1,2", "公办": "1,1,1,1", "民办": "1,2,1,1",
        "小学": "2,0,1,1", "12": "2,1,1,1", "3 3": "2,2,1,1",
    }  # fmt: skip
    assert quotes(reading, "row") == ["学段\t学校", "\t公办\t民办", "小学\t12\t3 3"]
    assert len(quotes(reading, "table")) == 1


def test_breaks_and_tables_in_a_cell_stay_on_its_line() -> None:
    inner = "<w:r><w:t>普惠</w:t><w:br/><w:t>率</w:t><w:tab/><w:t>%</w:t></w:r>"
    nested = cell("", inner=table(row("甲", "乙")) + paragraph("丙"))
    reading = read_docx(word(table(row(cell("", inner=paragraph(inner=inner)), nested))))
    assert reading.text == "普惠 率 %\t甲 乙 丙\n"


def test_a_table_of_data_in_a_cell_follows_as_a_table_of_its_own() -> None:
    inner = table(row("学段", "学校"), row("小学", cell("", inner=table(row("公", "民"), row("8", "4")) + paragraph())))
    reading = read_docx(word(table(row("基本情况", cell("", inner=paragraph("见下表") + inner)), row("甲", "乙"))))
    assert reading.text == "基本情况\t见下表\n甲\t乙\n学段\t学校\n小学\t\n公\t民\n8\t4\n"
    assert quotes(reading, "table") == ["基本情况\t见下表\n甲\t乙", "学段\t学校\n小学\t", "公\t民\n8\t4"]
    merged = cell("", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>", inner=inner)
    reading = read_docx(word(table(row(merged[0], "3"), row(merged[1], "4"))))
    assert "".join(quotes(reading, "hidden")) == "学段学校小学公民84"
    assert len(quotes(reading, "table")) == 1


def test_tables_within_tables_have_an_end() -> None:
    inner = row("甲", "乙")
    for _ in range(25):
        inner = row("甲", "乙") + row("丙", cell("", inner=table(inner, row("丁", "戊"))))
    with pytest.raises(InputError, match="嵌套过深"):
        read_docx(word(table(inner)))


def test_a_note_in_a_table_follows_the_table() -> None:
    inner = paragraph(inner=run("12") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    notes = f'<w:footnote w:id="1">{paragraph("含分校")}</w:footnote>'
    reading = read_docx(word(table(row("小学", cell("", inner=inner)), row("初中", "3")), footnotes=notes))
    assert reading.text == "小学\t12[1]\n初中\t3\n[1] 含分校\n"


def test_a_table_that_only_lays_out_the_page_is_read_as_paragraphs() -> None:
    long = "".join(paragraph("扎实推进义务教育优质均衡发展，" * 10) for _ in range(3))
    reading = read_docx(word(table(row("自评", cell("", inner=long)))))
    assert not quotes(reading, "cell")
    assert reading.text.count("\n") == 4
    assert not quotes(read_docx(word(table(row("标题"), row("一、学前教育")))), "table")


def test_text_boxes_within_text_boxes_have_an_end() -> None:
    inner = paragraph("最里")
    for _ in range(30):
        inner = f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    with pytest.raises(InputError):
        read_docx(word(inner))

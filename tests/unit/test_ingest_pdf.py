"""PDF files: reading order, paragraphs from lines, and what stands at the edges of the pages."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from build_site.clean import clean
from build_site.errors import InputError
from build_site.ingest.docx import read_docx
from build_site.ingest.pdf import read_pdf
from build_site.ingest.pdf.chars import Char
from build_site.ingest.pdf.furniture import furniture
from build_site.ingest.pdf.lines import Line, lines_of, text_of
from build_site.ingest.pdf.paragraphs import Setting
from build_site.ingest.reading import Reading
from build_site.model.source import REMOVAL_MARKS, Source
from build_site.rules import Rules

FILES = Path(__file__).parent.parent / "fixtures" / "ingest"


def read(name: str) -> Reading:
    return read_pdf((FILES / name).read_bytes())


def quotes(reading: Reading, kind: str) -> list[str]:
    return [mark.span.of(reading.text) for mark in reading.marks if mark.kind == kind]


def paragraphs(reading: Reading) -> list[str]:
    """The lines when removals are taken out and wrapped lines are joined."""
    text = list(reading.text)
    for mark in reading.marks:
        if mark.kind in REMOVAL_MARKS or mark.kind == "wrap":
            text[slice(*mark.span)] = [""] * (mark.span.end - mark.span.start)
    return [line for line in "".join(text).splitlines() if line.strip()]


def drawn(text: str, x: float, y: float, size: float = 10.0) -> list[Char]:
    """Characters side by side."""
    return [Char(char, x + n * size, x + (n + 1) * size, y, size) for n, char in enumerate(text)]


def line(text: str, x0: float = 0.0, x1: float = 200.0, y: float = 0.0, size: float = 10.0) -> Line:
    return Line(text, x0, x1, y, size, (0.0, 200.0))


def test_a_report_has_the_paragraphs_of_its_word_file() -> None:
    word = read_docx((FILES / "report.docx").read_bytes())
    expected = [one.replace("[1]", "1") for one in paragraphs(word) if not one.startswith("[1]")]
    found = paragraphs(read("report.pdf"))
    found.remove("1含民办幼儿园。")  # stands at the foot of its page
    assert found == expected


def test_edges_of_the_pages_are_marked() -> None:
    reading = read("report.pdf")
    assert quotes(reading, "header") == ["某县教育局文件\n"] * 2
    assert quotes(reading, "page-number") == ["—1—\n", "—2—\n"]


def test_a_paragraph_runs_over_the_page_and_the_note_waits_for_its_end() -> None:
    reading = read("report.pdf")
    assert quotes(reading, "footnote") == ["1含民办幼儿园。\n"]
    assert quotes(reading, "note-reference") == ["1"]
    assert "名师20名，把民生实事办到群众心坎上。\n1含民办" in reading.text


def test_a_ruled_table_has_rows_and_cells() -> None:
    reading = read("report.pdf")
    assert quotes(reading, "row")[2] == "小学\t38\t21460"
    found = {mark.span.of(reading.text): mark.value for mark in reading.marks if mark.kind == "cell"}
    assert found["21460"] == "2,2,1,1"


def test_bookmarks_are_headings() -> None:
    assert quotes(read("report.pdf"), "heading") == ["一、工作成效", "二、下一步打算"]


def test_two_columns_are_read_one_after_the_other() -> None:
    lines = paragraphs(read("columns.pdf"))
    assert lines[0] == "某县教育工作简报"
    assert [one.partition(".")[0] for one in lines[1::2]] == [str(number) for number in range(1, 13)]
    assert all(one.endswith("占一般公共预算支出的18.4%。") for one in lines[2::2])


@pytest.mark.parametrize(("name", "told"), [("scanned.pdf", "OCR"), ("encrypted.pdf", "加密")])
def test_what_cannot_be_read_is_refused_with_advice(name: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read(name)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\ntrailer<</Root 1 0 R>>\n%%EOF", b"%PDF-" + bytes(500)])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        read_pdf(data)


def test_gaps_become_blanks_only_where_they_are_wide() -> None:
    assert text_of(drawn("新增", 0, 0) + drawn("3", 22, 0) + drawn("所", 33, 0)) == "新增3所"
    assert text_of(drawn("甲", 0, 0) + drawn("乙", 25, 0)) == "甲 乙"
    assert text_of(drawn("a", 0, 0) + drawn("b", 13, 0)) == "a b"


def test_drawing_order_does_not_matter_between_lines() -> None:
    chars = drawn("第二行", 0, 80) + drawn("第一行", 0, 100) + drawn("第三行", 0, 60)
    assert [one.text for one in lines_of(chars)] == ["第一行", "第二行", "第三行"]


def test_a_table_without_rules_is_not_taken_for_columns() -> None:
    rows = [
        drawn(name, 0, 200 - 20 * n) + drawn("12345", 150, 200 - 20 * n)
        for n, name in enumerate(["小学", "初中", "高中", "中职", "园所"])
    ]
    assert [one.text for one in lines_of(char for row in rows for char in row)][0] == "小学 12345"


def test_numbers_at_the_edge_are_told_from_figures_in_the_text() -> None:
    words = {1: "甲乙丙", 2: "丁戊己", 3: "庚辛壬"}
    pages = [
        [line(words[n][0], y=700), line(words[n][1], y=500), line("12", y=488 - n), line(f"- {n} -", y=100)]
        for n in words
    ]
    assert furniture(pages) == {(0, 3): "page-number", (1, 3): "page-number", (2, 3): "page-number"}


def test_a_header_repeats_with_other_digits() -> None:
    pages = [[line(f"工作简报 第{n}期", y=800), line(f"正文{'甲乙丙'[n]}", y=700), line("完", y=600)] for n in range(3)]
    assert {place: kind for place, kind in furniture(pages).items() if place[1] == 0} == {
        (0, 0): "header",
        (1, 0): "header",
        (2, 0): "header",
    }


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        (line("全县教育系统坚持优先发展，着力补短", y=100), line("板、提质量", 0, 60, 85), True),
        (line("各项工作取得进展。", 0, 90, 100), line("全年落实经费", 0, 200, 85), False),
        (line("全县教育系统坚持优先发展，着力补短", y=100), line("一、学前教育", 0, 60, 85), False),
        (line("各项工作都取得了新的进展与突破完。", y=100), line("新建幼儿园", 0, 60, 85), False),
        (line("一、工作成效", 0, 60, 100), line("全县教育系统", 0, 200, 85), False),
        (line("全县教育系统坚持优先发展，着力补短", y=100), line("板、提质量", 0, 60, 40), False),
        (line("全县教育系统坚持优先发展，着力补短", y=100), line("板、提质量", 0, 60, 85, 16.0), False),
    ],
)
def test_wrapped_lines_without_indents(above: Line, below: Line, expected: bool) -> None:
    body = [line(f"第{n}行文字", 0, 200, 800 - 15 * n) for n in range(10)]
    assert Setting([body]).goes_on(above, below) is expected


def test_too_many_pages_or_characters_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_site.ingest.pdf.PDF_PAGES", 1)
    with pytest.raises(InputError, match="超过 1 页"):
        read("report.pdf")
    monkeypatch.undo()
    monkeypatch.setattr("build_site.ingest.pdf.chars.PDF_PAGE_CHARS", 100)
    with pytest.raises(InputError, match="超过 100 字"):
        read("report.pdf")


def test_the_file_says_what_it_is() -> None:
    properties = read("report.pdf").properties
    assert (properties.title, properties.author) == ("某县2022年教育工作总结", "办公室")


def test_a_scanned_page_between_others_is_told_of(rules: Rules) -> None:
    document = pdfium.PdfDocument(FILES / "report.pdf")
    scan = pdfium.PdfDocument(FILES / "scanned.pdf")
    document.import_pages(scan, [0], index=0)
    document.import_pages(scan, [0])
    number = len(document)
    packed = io.BytesIO()
    document.save(packed)
    reading = read_pdf(packed.getvalue())
    assert [mark.value for mark in reading.marks if mark.kind == "unread"] == ["page 1", f"page {number}"]
    cleaned, doubts = clean(Source("r", "r.pdf", "pdf", "", reading.text, reading.marks), rules)
    assert [doubt.code for doubt in doubts] == ["unread-page"] * 2
    assert cleaned.completeness == "疑似不完整"

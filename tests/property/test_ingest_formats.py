"""Word files and web pages made at random: no character of theirs is missing from the text, whatever marks it."""

from __future__ import annotations

import html
import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.errors import InputError
from build_site.ingest.docx import read_docx
from build_site.ingest.html import read_html
from build_site.ingest.pdf import read_pdf
from build_site.ingest.reading import Reading
from tests.fixtures.word import cell, field, level, listed, lists, paragraph, row, run, table, text_box, word

FILES = Path(__file__).parent.parent / "fixtures" / "ingest"
WORDS = st.text(
    st.sampled_from("教育学校**×□<>&|{}[]\"'\\`~#_。，1.5%一、（）\u200b\u00ad𠮷é\u3000"), min_size=1, max_size=12
)
KINDS = ("plain", "deleted", "inserted", "listed", "cell", "box", "field", "hidden", "joined", "control")
PIECES = st.lists(st.tuples(st.sampled_from(KINDS), WORDS), min_size=1, max_size=8)
NUMBERING = lists(level(0, "chineseCounting", "%1、"))


def word_piece(kind: str, text: str) -> str:
    """A block of a Word file that holds ``text`` in one of many ways."""
    said = html.escape(text)
    made = {
        "plain": paragraph(said),
        "deleted": paragraph(inner=f'<w:del><w:r><w:delText xml:space="preserve">{said}</w:delText></w:r></w:del>'),
        "inserted": paragraph(inner=f"<w:ins>{run(said)}</w:ins>"),
        "listed": listed(said, 1),
        "cell": table(row(cell(said), cell("乙")), row(cell("丙", "<w:vMerge/>"), cell("丁"))),
        "box": paragraph(inner=run("前") + text_box(paragraph(said))),
        "field": paragraph(inner=field("REF a", said)),
        "hidden": paragraph(inner=run(said, "<w:vanish/>")),
        "joined": paragraph(said, "<w:rPr><w:del/></w:rPr>"),
        "control": f"<w:sdt><w:sdtContent>{paragraph(said)}</w:sdtContent></w:sdt>",
    }
    return made[kind]


def squeezed(text: str) -> str:
    """``text`` without white space."""
    return re.sub(r"\s", "", text)


def holds_in_order(text: str, pieces: list[str]) -> bool:
    """Whether all pieces stand in the text one behind the other."""
    at, text = 0, squeezed(text)
    for piece in map(squeezed, pieces):
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def check_marks(reading: Reading) -> None:
    """Marks lie inside the text, are not empty and stand in order."""
    spans = [mark.span for mark in reading.marks]
    assert all(0 <= start < end <= len(reading.text) for start, end in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_a_word_file_loses_no_character(pieces: list[tuple[str, str]]) -> None:
    reading = read_docx(word("".join(word_piece(*piece) for piece in pieces), numbering=NUMBERING))
    assert holds_in_order(reading.text, [text for _, text in pieces])
    check_marks(reading)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["p", "div", "td", "li", "a href='/x'", "span", "nav", "h2", "del"]), WORDS),
        min_size=1,
    )
)
def test_a_web_page_loses_no_character(pieces: list[tuple[str, str]]) -> None:
    inner = "".join(f"<{tag}>{html.escape(text)}</{tag.split()[0]}>" for tag, text in pieces)
    reading = read_html(f"<html><meta charset=utf-8><body><div>{inner}</div></body></html>".encode())
    assert holds_in_order(reading.text, [text for _, text in pieces])
    check_marks(reading)


@settings(max_examples=100, deadline=None)
@given(name=st.sampled_from(["report.docx", "report.html", "report.pdf"]), data=st.data())
def test_damaged_files_are_read_or_refused(name: str, data: st.DataObject) -> None:
    content = bytearray((FILES / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=40))
    read = {"report.docx": read_docx, "report.html": read_html, "report.pdf": read_pdf}[name]
    try:
        reading = read(bytes(content))
    except InputError:
        return
    check_marks(reading)

"""What the file format knows: removals, line ends, tables, notes and bytes that could not be read."""

from __future__ import annotations

from dataclasses import replace

from build_site.clean import clean
from build_site.model.source import Mark, Source
from build_site.rules import Rules
from build_site.text import Span
from tests.observers.clean import assert_conserved, source_of


def marked(text: str, *marks: tuple[str, str, str]) -> Source:
    """A source with marks given as (literal text, kind, value)."""
    found = [Mark(Span(text.index(part), text.index(part) + len(part)), kind, value) for part, kind, value in marks]
    return replace(source_of(text), format="docx", marks=tuple(sorted(found, key=lambda mark: mark.span)))


def test_headers_hidden_text_and_deletions_become_removals_of_their_kind(rules: Rules) -> None:
    text = "东山区教育局\n2022年，全区新增学位990个，已删除句，办学条件改善。\n内部批注\n"
    source = marked(text, ("东山区教育局", "header", ""), ("已删除句，", "deleted", ""), ("内部批注", "comment", ""))
    cleaned, _ = clean(source, rules)
    assert cleaned.text == "2022年，全区新增学位990个，办学条件改善。"
    assert [removal.kind for removal in cleaned.removals if removal.kind != "blank"] == ["header", "deleted", "comment"]
    assert_conserved(cleaned)


def test_marked_line_ends_are_joined(rules: Rules) -> None:
    text = "一、加强党的建设\n全面落实\n责任。\n"
    at = text.index("\n责任")
    source = replace(source_of(text), format="pdf", marks=(Mark(Span(at, at + 1), "wrap"),))
    cleaned, _ = clean(source, rules)
    assert cleaned.text == "一、加强党的建设\n全面落实责任。"
    assert ("line-break", "\n") in [(removal.kind, removal.text) for removal in cleaned.removals]


def test_cells_are_paragraphs_with_their_place(rules: Rules) -> None:
    text = "学校情况\n学校数\t在校生\n35所\t8.9万人\n以上为年末数。\n"
    table = "学校数\t在校生\n35所\t8.9万人"
    source = marked(
        text,
        (table, "table", ""),
        ("学校数\t在校生", "row", ""),
        ("学校数", "cell", "0,0,1,1"),
        ("在校生", "cell", "0,1,1,1"),
        ("35所\t8.9万人", "row", ""),
        ("35所", "cell", "1,0,1,1"),
        ("8.9万人", "cell", "1,1,1,1"),
    )
    cleaned, _ = clean(source, rules)
    seen = [(paragraph.span.of(cleaned.text), paragraph.kind, paragraph.place) for paragraph in cleaned.paragraphs]
    assert seen == [
        ("学校情况", "text", ""),
        ("学校数", "cell", "0,0,0,1,1"),
        ("在校生", "cell", "0,0,1,1,1"),
        ("35所", "cell", "0,1,0,1,1"),
        ("8.9万人", "cell", "0,1,1,1,1"),
        ("以上为年末数。", "text", ""),
    ]
    assert_conserved(cleaned)


def test_one_tab_between_the_cells_of_a_row(rules: Rules) -> None:
    text = "学校数 \t\t 35所\n"
    source = marked(text, ("学校数 \t\t 35所", "row", ""), ("学校数", "cell", "0,0,1,1"), ("35所", "cell", "0,2,1,1"))
    cleaned, _ = clean(source, rules)
    assert cleaned.text == "学校数\t35所"
    assert_conserved(cleaned)


def test_footnotes_and_text_boxes_are_paragraphs_of_their_kind(rules: Rules) -> None:
    text = "普惠率达到92%。\n数据截至年底。\n教育强区\n"
    source = marked(text, ("数据截至年底。", "footnote", ""), ("教育强区", "textbox", ""))
    cleaned, _ = clean(source, rules)
    assert [paragraph.kind for paragraph in cleaned.paragraphs] == ["text", "footnote", "textbox"]


def test_bytes_that_could_not_be_read_are_told(rules: Rules) -> None:
    text = "全区共有学\ufffd\ufffd35所。"
    _, doubts = clean(marked(text, ("\ufffd\ufffd", "undecodable", "")), rules)
    assert [(doubt.code, doubt.start, doubt.end) for doubt in doubts] == [("undecodable", 5, 7)]


def test_repeated_cells_of_a_table_are_not_running_titles(rules: Rules) -> None:
    lines = ["项目", "合格", "学校", "合格", "教师", "合格", "学生", "合格"]
    cleaned, _ = clean(source_of("\n".join(lines)), rules)
    assert cleaned.text.split("\n") == lines


def test_references_to_notes_stay_and_are_known(rules: Rules) -> None:
    text = "内部\n招聘教师120名[1]。1全区新增学位990个。\n"
    source = marked(text, ("内部", "hidden", ""), ("[1]", "note-reference", ""))
    bare = text.index("1全区")
    source = replace(source, marks=(*source.marks, Mark(Span(bare, bare + 1), "note-reference")))
    cleaned, _ = clean(source, rules)
    assert cleaned.text == "招聘教师120名[1]。1全区新增学位990个。"
    assert [note.of(cleaned.text) for note in cleaned.notes] == ["[1]", "1"]
    assert cleaned.unnoted == "招聘教师120名   。 全区新增学位990个。"


def test_a_reference_to_a_note_in_what_was_cut_is_none(rules: Rules) -> None:
    cleaned, _ = clean(
        marked("招聘教师120名。\n批注[1]\n", ("批注[1]", "comment", ""), ("[1]", "note-reference", "")), rules
    )
    assert cleaned.notes == ()
    assert cleaned.unnoted == cleaned.text == "招聘教师120名。"

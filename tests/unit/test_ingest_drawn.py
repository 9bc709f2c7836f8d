"""Tables that the text draws itself, with tabs, bars or blanks: in text files and in the lines of other formats."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_site.ingest import read_source
from build_site.ingest.docx import read_docx
from build_site.ingest.drawn import with_drawn_tables
from build_site.ingest.html import read_html
from build_site.ingest.plain import read_markdown, read_plain
from build_site.ingest.reading import Reading
from build_site.rules import Rules
from tests.fixtures.word import level, listed, lists, paragraph, row, run, table, text_box, word


def test_tabs_draw_a_table(tmp_path: Path, rules: Rules) -> None:
    text = "各学段情况：\n学段\t学校数（所）\t在校生（人）\n小学\t38\t21460\n初中\t\t10320\n下一步打算。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    source = read_source(tmp_path / "a.txt", tmp_path, rules)
    assert source.text == text
    cells = {mark.value: mark.span.of(text) for mark in source.marks if mark.kind == "cell"}
    assert cells == {
        "0,0,1,1": "学段", "0,1,1,1": "学校数（所）", "0,2,1,1": "在校生（人）",
        "1,0,1,1": "小学", "1,1,1,1": "38", "1,2,1,1": "21460",
        "2,0,1,1": "初中", "2,2,1,1": "10320",
    }  # fmt: skip
    assert [mark.span.of(text) for mark in source.marks if mark.kind == "table"] == [text[7:-8]]


@pytest.mark.parametrize(
    "text",
    [
        "一、学前教育\t1\n二、义务教育\t3\n三、高中教育\t5\n",  # a table of contents
        "1.\t学前教育\t1\n2.\t义务教育\t3\n",  # the same with numbers of their own
        "一、\t学前教育\n二、\t义务教育\n",  # a list pasted from Word
        "小学\t38\t21460\n",  # one line is no table
        "\t\t\n\t\t\n某县教育局\n",  # indents
        "全县\t" + "教育" * 40 + "\t9\n小学\t38\t21460\n",  # prose
    ],
)
def test_tabs_that_draw_no_table(text: str, tmp_path: Path, rules: Rules) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert not read_source(tmp_path / "a.txt", tmp_path, rules).marks


def cells_of(reading: Reading) -> list[tuple[str, str]]:
    """Every cell of the tables that bars or blanks draw, with its place."""
    reading = with_drawn_tables(reading)
    return [(mark.span.of(reading.text), mark.value) for mark in reading.marks if mark.kind == "cell"]


def drawn(text: str) -> list[tuple[str, str]]:
    """The cells of a text file."""
    return cells_of(read_plain(text.encode()))


@pytest.mark.parametrize(
    "text",
    [
        "| 学段 | 学校 |\n|---|:-:|\n| 小学 | 38 |",
        "学段|学校\n---|---\n小学|38",
        "|学段|学校|\n|小学|38|",
        "┌──┬──┐\n│学段│学校│\n├──┼──┤\n│小学│38│\n└──┴──┘",
        "+------+----+\n| 学段 | 学校 |\n+======+====+\n| 小学 | 38 |\n+------+----+",
    ],
)
def test_bars_draw_a_table(text: str) -> None:
    cells = [("学段", "0,0,1,1"), ("学校", "0,1,1,1"), ("小学", "1,0,1,1"), ("38", "1,1,1,1")]
    assert drawn(f"各学段情况\n{text}\n新增学位。\n") == cells


def test_a_cell_between_bars_may_be_empty_and_hold_an_escaped_bar() -> None:
    cells = drawn("| 学段 | 学校 | 人数 |\n|---|---|---|\n| 小学 | | 甲\\|乙 |\n")
    assert cells[3:] == [("小学", "1,0,1,1"), ("甲\\|乙", "1,2,1,1")]


@pytest.mark.parametrize(
    "text",
    [
        "学段    学校数    人数\n小学    38    21460\n初中　　17　　***\n",
        "学段\u00a0\u00a0学校数\u00a0\u00a0人数\n小学\u00a0\u00a038\u00a0\u00a021460\n初中\u00a0\u00a017\u00a0\u00a0***\n",
        "  学段  学校数  人数\n\n  小学  38  21460  \n\u3000\n  初中  17  ***\n",  # with blank lines
    ],
)
def test_columns_of_numbers_draw_a_table(text: str) -> None:
    assert [says for says, _ in drawn(text)] == ["学段", "学校数", "人数", "小学", "38", "21460", "初中", "17", "***"]


@pytest.mark.parametrize("gap", ["\t", "  ", "\u3000\u3000\u3000", " \t", "\u2003\u00a0"])
def test_two_columns_are_a_table_below_heads(gap: str) -> None:
    lines = "各学段学校数如下", "学段@学校数", "小学@38所", "初中@17", "单位@某县教育局"
    cells = drawn("\n".join(lines).replace("@", gap))
    assert [says for says, _ in cells] == ["学段", "学校数", "小学", "38所", "初中", "17"]


ROWS = ["学段  学校数  人数", "小学  38  21460", "初中  17  ***"]
CELLS = [says for line in ROWS for says in line.split()]


def test_lines_of_every_format_draw_tables() -> None:
    for gap in (run("  "), "<w:r><w:tab/></w:r>"):
        document = word("".join(paragraph(inner=gap.join(map(run, line.split()))) for line in ("总体情况", *ROWS)))
        assert [says for says, _ in cells_of(read_docx(document))] == CELLS
    page = "".join(f"<p>{line.replace('  ', '&nbsp;&nbsp;')}</p>" for line in ROWS)
    assert [says for says, _ in cells_of(read_html(page.encode()))] == CELLS
    bars = "".join(f"<p>| {line.replace('  ', ' | ')} |</p>" for line in ROWS)
    assert [says for says, _ in cells_of(read_html(bars.encode()))] == CELLS


def test_what_the_format_knows_better_is_no_drawn_table() -> None:
    lines = "".join(paragraph(line) for line in ROWS)
    levels = lists(level(0, "decimal", "%1."))
    numbered = word("".join(listed(line, 1) for line in ROWS), numbering=levels)
    for document in (word(paragraph(inner=text_box(lines))), numbered, word(header1=lines, body=paragraph("正文"))):
        assert cells_of(read_docx(document)) == []
    tabled = read_docx(word(table(*(row(line, "合格") for line in ROWS))))
    assert with_drawn_tables(tabled) is tabled
    assert cells_of(read_markdown("".join(f"# {line}\n" for line in ROWS).encode())) == []


@pytest.mark.parametrize(
    "text",
    [
        "首页 | 新闻 | 公开\n普惠率|覆盖率均达标。\n",
        "| 只有一行 | 38 |\n新增学位。\n",
        "张某    某中心小学    校长\n王某    某实验中学    教师\n李某    某幼儿园    园长\n",
        "小学    38    21460\n初中    17    10820\n",
        "小学    38\n初中    17\n高中    5\n",
        "学段  学校数\n小学  38\n",
        "目录  页码\n一、学前教育  3\n二、义务教育  5\n三、高中教育  9\n",
        "学段  学校数\n\n小学  38\n新增学位3000个。\n初中  17\n",
        "一是抓学习，  二是抓培训，  三是抓考核。\n一是抓学习，  二是抓培训，  三是抓考核。\n一，  二，  三。\n",
        "正文\n------\n|\n",
    ],
)
def test_bars_and_blanks_that_draw_no_table(text: str) -> None:
    assert drawn(text) == []

"""Every format on one site: nothing lost, tables and notes in place, what was hidden listed, the rest refused."""

from __future__ import annotations

import csv
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html

from build_site.check import check_site

from .conftest import PROJECT
from .fixtures import formats
from .fixtures.make_fixtures import ROWS


@dataclass(frozen=True)
class Run:
    """One run of the command line over a folder with everything, and the site it left."""

    site: Path
    code: int
    errors: tuple[str, ...]

    def rows(self, table: str, report: str) -> list[dict[str, str]]:
        """What an export says of one report."""
        with (self.site / "data" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as lines:
            return [row for row in csv.DictReader(lines) if row["report"] == report]

    def figures(self, report: str) -> list[tuple[str, str, str]]:
        """Indicator, value and unit of every figure in order."""
        return [(row["indicator"], row["value"], row["unit"]) for row in self.rows("figures", report)]

    def outline(self, report: str) -> list[str]:
        """Every heading with its marker, the title of the report apart."""
        return [row["marker"] + row["title"] for row in self.rows("sections", report) if row["level"] != "0"]

    def page(self, report: str) -> html.HtmlElement:
        """The full-text page."""
        file = self.site / "reports" / report / "text" / "index.html"
        return html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))

    def shown(self, report: str) -> list[str]:
        """What the blocks of the full-text page say, in order."""
        return [text for block in self.page(report).iterfind(".//*[@data-s]") if (text := block.text_content().strip())]

    def tables(self, report: str) -> list[list[list[str]]]:
        """The tables of the report on its page: rows of cells."""
        tables = self.page(report).xpath("//table[contains(@class, 'source-table')]")
        return [[[cell.text_content() for cell in row.xpath("th|td")] for row in table.iter("tr")] for table in tables]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The site of all formats, built as a user would."""
    folder = tmp_path_factory.mktemp("formats")
    (folder / "reports").mkdir()
    formats.write(folder / "reports")
    command = [sys.executable, "-m", "build_site", "--source", str(folder / "reports"), "--site", str(folder / "site")]
    done = subprocess.run([*command, "--no-cache"], cwd=PROJECT, capture_output=True, text=True, check=False)
    return Run(folder / "site", done.returncode, tuple(done.stderr.splitlines()))


def test_no_character_of_any_format_is_lost(run: Run) -> None:
    found = check_site(run.site)
    assert found.problems == ()
    assert f"checked {len(formats.accepted())} reports" in found.summary


def test_each_refused_file_has_one_line_and_nothing_else_complains(run: Run) -> None:
    assert run.code == 2
    phases = ("analysing ", "rendering ")
    lines = [line for line in run.errors if not line.startswith(phases)]
    assert sorted(line.split(": ")[0] for line in lines) == sorted(formats.REFUSED)
    for line in lines:
        assert " / " in line, "said in Chinese and in English"


@pytest.mark.parametrize("name", ["report-html", "report-pdf", "utf8", "gb18030", "utf16", "bars", "columns"])
def test_other_formats_give_the_outline_and_figures_of_the_word_file(run: Run, name: str) -> None:
    assert len(run.outline("report")) == 6
    assert len(run.figures("report")) == 31
    assert run.outline(name) == run.outline("report")
    assert run.figures(name) == run.figures("report")


@pytest.mark.parametrize(
    "name", ["report", "report-html", "report-pdf", "utf8", "gb18030", "utf16", "web", "bars", "columns"]
)
def test_tables_are_tables_and_their_numbers_have_names(run: Run, name: str) -> None:
    assert run.tables(name) == [[list(row) for row in ROWS]]
    figures = run.figures(name)
    for school, schools, pupils in ROWS[1:]:
        assert (f"{school}学校数", schools, "所") in figures
        assert (f"{school}在校生", pupils, "人") in figures


def test_heads_of_merged_cells_name_row_and_column(run: Run) -> None:
    table = run.page("everything").xpath("//table[contains(@class, 'source-table')]")[0]
    assert [cell.get("rowspan") for cell in table.xpath(".//th[div='学段']")] == ["2"]
    assert [cell.get("colspan") for cell in table.xpath(".//th[div='学校数（所）']")] == ["2"]
    figures = [(row["indicator"], row["text"], row["unit"], row["masked"]) for row in run.rows("figures", "everything")]
    assert figures[-4:] == [
        ("公办小学学校数", "31", "所", "false"),
        ("民办小学学校数", "4", "所", "false"),
        ("公办初中学校数", "17", "所", "false"),
        ("民办初中学校数", "**", "所", "true"),
    ]


def test_automatic_numbers_are_on_the_page(run: Run) -> None:
    headings = ["一、学前教育", "（一）扩大普惠资源", "①办好家门口的幼儿园", "②配齐保教人员", "二、基础教育"]
    assert run.outline("everything") == headings
    assert [line for line in run.shown("everything") if line in headings] == headings


def test_notes_and_text_boxes_stand_at_their_places(run: Run) -> None:
    lines = run.shown("everything")
    note = lines.index("[1] 含改扩建项目。")
    assert lines[note - 1] == "新建幼儿园4所，新增学位1260个。[1]"
    links = run.page("everything").xpath("//a[@class='note']")
    assert [link.text for link in links] == ["[1]"]
    target = run.page("everything").get_element_by_id(links[0].get("href").removeprefix("#"))
    assert target.text_content() == "[1] 含改扩建项目。"
    box = lines.index("专栏：本年建成学校5所")
    assert lines[box - 1] == "完成投资2.4亿元。"
    note = run.shown("report").index("[1] 含民办幼儿园。")
    assert run.shown("report")[note - 1].startswith("新建公办幼儿园3所")


@pytest.mark.parametrize(
    ("report", "kind", "text"),
    [
        ("everything", "header", "内部资料"),
        ("everything", "hidden", "此句不宜公开"),
        ("everything", "deleted", "新增学位960个"),
        ("everything", "comment", "请再核对一次"),
        ("everything", "field-code", 'HYPERLINK "http://example.org/b"'),
        ("report", "header", "某县教育局文件"),
        ("report", "footer", "— PAGE1 —"),
        ("report-pdf", "header", "某县教育局文件"),
        ("report-pdf", "page-number", "—2—"),
        ("web", "chrome", "首页\n政务公开\n办事服务"),
        ("web", "chrome", "网站地图 联系我们"),
        ("web", "hidden", "隐去的一句"),
    ],
)
def test_what_is_not_the_report_is_listed_and_not_shown(run: Run, report: str, kind: str, text: str) -> None:
    assert (kind, text) in [(row["kind"], row["text"].strip()) for row in run.rows("removals", report)]
    assert text not in "\n".join(run.shown(report))


def test_markup_in_a_report_is_shown_as_written(run: Run) -> None:
    assert "<b>{{ x }}</b> | *强调* `码` [链](http://example.org) &amp; {#锚}" in run.shown("everything")


def test_lines_that_mean_something_elsewhere_are_text(run: Run) -> None:
    shown = "".join(run.shown("hostile"))
    bare = [line.translate(dict.fromkeys(map(ord, "\x07\x1b\u202e\u202c\u200d"))) for line in formats.HOSTILE]
    assert [line for line in bare if line not in shown] == []


def test_encodings_are_told_and_damage_is_said(run: Run) -> None:
    assert run.outline("big5") == ["一、學前教育"]
    assert ("新增學位", "1080", "个") in run.figures("big5")
    assert "�" in "".join(run.shown("damaged"))
    assert "undecodable" in [row["code"] for row in run.rows("warnings", "damaged")]
    assert run.rows("warnings", "gb18030") == []


def test_masks_of_markdown_stay_masks(run: Run) -> None:
    assert "新增学位***个。" in run.shown("marked")
    masked = [row["text"] for row in run.rows("figures", "marked") if row["masked"] == "true"]
    assert masked == ["***个"]

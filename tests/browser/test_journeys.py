"""What readers come for, from beginning to end, on the seeds and on a site of sixty reports.

The published tables say what there is to find; the pages are used as a reader uses them, at the width of a phone where
the task allows.
"""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from .conftest import PROJECT, build_once, served, visitor

Visit = Callable[..., Any]
Row = dict[str, str]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


class Data:
    """The tables of a built site."""

    def __init__(self, site: Path) -> None:
        self.reports = self._rows(site / "data" / "reports.csv")
        self.figures = self._rows(site / "data" / "figures.csv")
        #: The report with most figures that are not masked.
        self.open = max(self.reports, key=lambda row: int(row["figures"]) - int(row["figures_masked"]))

    @staticmethod
    def _rows(file: Path) -> list[Row]:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            return list(csv.DictReader(lines))

    def of(self, report: str) -> list[Row]:
        """The figures of one report."""
        return [row for row in self.figures if row["report"] == report]

    def telling(self) -> tuple[Row, str]:
        """A share with an exact value, and words of its sentence, up to the value, that no other sentence holds."""
        sentences = {row["sentence"] for row in self.figures}
        for row in self.of(self.open["report"]):
            before, value, _ = row["sentence"].partition(row["text"])
            words = before[-12:] + value
            exact = row["unit"] == "%" and row["masked"] == "false" and not row["qualifier"]
            if exact and sum(words in sentence for sentence in sentences) == 1:
                return row, words
        raise LookupError("no telling figure")


@pytest.fixture(scope="session", params=["seeds", "sixty"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site."""
    if request.param == "seeds":
        return build_once(tmp_path_factory, "seeds", PROJECT / "seeds")
    source = tmp_path_factory.mktemp("sixty")
    subprocess.run([sys.executable, "-m", "benchmarks.corpus", "60", str(source)], cwd=PROJECT, check=True)
    return build_once(tmp_path_factory, "sixty", source)


@pytest.fixture(scope="session")
def data(built: Path) -> Data:
    """Its tables."""
    return Data(built)


@pytest.fixture
def visit(built: Path, browser: Any) -> Iterator[Visit]:
    """Opens its pages; see `visitor`."""
    with served(built) as address, visitor(browser, address) as opener:
        yield opener


def test_a_figure_is_found_opened_and_cited(visit: Visit, data: Data) -> None:
    wanted, words = data.telling()
    page = visit("/", **PHONE)
    page.locator("#home-search").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    page.locator("a.hit-sentence").first.tap()
    page.wait_for_url(f"**/reports/{wanted['report']}/text/*")
    page.locator("mark.search-mark--here").wait_for()
    page.locator(f"#{wanted['figure']}").tap()
    card = page.locator(".figure-card")
    assert card.locator(".card-value").inner_text() == wanted["text"]
    assert card.locator(".card-name").inner_text() == wanted["indicator"]
    card.get_by_role("button", name="复制引文").tap()
    page.get_by_text("引文已复制").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert wanted["text"] in copied.partition("——")[0]
    assert copied.endswith(f"/text/#{wanted['figure']}.")


def test_filtered_figures_are_downloaded_as_listed(visit: Visit, data: Data, tmp_path: Path) -> None:
    mine = data.of(data.open["report"])
    theme = mine[0]["themes"].partition(";")[0]
    wanted = [row["figure"] for row in mine if theme in row["themes"].split(";")]
    page = visit(f"/reports/{data.open['report']}/", **PHONE)
    page.locator(".figure-tools select[name=theme]").select_option(theme)
    with page.expect_download() as saved:
        page.get_by_role("button", name="下载所列").tap()
    saved.value.save_as(tmp_path / "rows.csv")
    table = list(csv.DictReader(io.StringIO((tmp_path / "rows.csv").read_text(encoding="utf-8-sig"))))
    assert sorted(row["编号"] for row in table) == sorted(wanted)
    assert f"列出 {len(mine)} 条中的 {len(wanted)} 条" in page.locator(".found").inner_text()


def test_two_reports_stand_side_by_side_on_a_phone(visit: Visit, data: Data) -> None:
    other = next(row for row in data.reports if row["report"] != data.open["report"])
    page = visit("/compare/", **PHONE)
    for report in (data.open, other):
        page.get_by_role("combobox").fill(report["title"])
        page.get_by_role("option").filter(has_text=report["title"]).first.tap()
        page.locator("[data-chosen] li", has_text=report["title"]).wait_for()
    page.locator("section h2[id^=t-]").first.wait_for()
    heads = page.locator("table.data--compare").first.locator("thead th")
    assert [box["x"] + box["width"] <= 390 for box in (head.bounding_box() for head in heads.all())] == [True, True]
    page.reload()
    page.locator("section h2[id^=t-]").first.wait_for()
    assert page.locator("[data-chosen] li").count() == 2


def test_a_list_that_holds_the_newest_only_filters_all(visit: Visit, data: Data) -> None:
    oldest = data.reports[-1]

    def cut(route: Any) -> None:
        text = re.sub(
            r"\bdata-sheet>", f'data-sheet data-count="{len(data.reports)}" data-root="../">', route.fetch().text()
        )
        rows = re.findall(r"<tr data-year.*?</tr>", text, re.DOTALL)
        route.fulfill(body=text.replace("\n".join(rows[2:]), ""), content_type="text/html")

    page = visit("/years/")
    page.context.route("**/reports/", cut)
    page.goto(page.url.replace("/years/", "/reports/"))
    listed = page.locator("table.data--reports tbody th")
    assert listed.count() < len(data.reports)
    page.get_by_label("筛选标题、地区").fill(oldest["title"])
    page.locator("table.data--reports tbody th", has_text=oldest["title"]).first.wait_for()
    assert f"{len(data.reports)} 份中的 " in page.locator("p[data-count]").inner_text()
    assert "?q=" in page.url


def test_a_printed_overview_holds_every_figure(visit: Visit, data: Data, tmp_path: Path) -> None:
    page = visit(f"/reports/{data.open['report']}/")
    page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    printed = _bare("".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "report.pdf").pages))
    missing = [row["text"] for row in data.of(data.open["report"]) if _bare(row["text"]) not in printed]
    assert missing == []


#: A PDF's fonts may name a character by its look-alike among the radicals; these Unicode does not fold.
RADICALS = str.maketrans("⻅⻋⻓⻔⻚⻛⻜⻝⻢⻥⻦⻬⻮⻰", "见车长门页风飞食马鱼鸟齐齿龙")


def _bare(text: str) -> str:
    """``text`` without white space and look-alikes."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text).translate(RADICALS))

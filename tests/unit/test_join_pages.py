"""The pages above the shards of a joined site: what they say and where they lead."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from posixpath import join as join_path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from ..joined import NAMES, JoinedSite, own_pages

pytest.importorskip("duckdb", reason="DuckDB is not installed")


def tree(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def test_every_link_of_the_front_leads_somewhere(joined: JoinedSite) -> None:
    ids: dict[Path, set[str]] = {}
    links = 0
    for page in own_pages(joined):
        if page.name == "404.html":  # its links count from wherever the reader got lost
            continue
        for link in tree(page).xpath("//@href | //@src | //@action"):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = page
            if parts.path:
                place = normpath(join_path(page.relative_to(joined.site).parent.as_posix(), unquote(parts.path)))
                assert not place.startswith(".."), (page, link)
                target = joined.site / place
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), (page, link)
            if parts.fragment:
                if target not in ids:
                    ids[target] = set(tree(target).xpath("//@id"))
                assert unquote(parts.fragment) in ids[target], (page, link)
            links += 1
    assert links > 1000


def test_an_indicator_page_lays_the_shards_side_by_side(joined: JoinedSite) -> None:
    both = []
    for page in (joined.site / "indicators").glob("*/index.html"):
        links = tree(page).xpath("//table//a[contains(@class, 'figure-value')]/@href")
        named = {found[1] for link in links if (found := re.match(r"\.\./\.\./([^/]+)/reports/[^/]+/text/#", link))}
        assert len(links) > 1, page
        both += [page] if named == set(NAMES) else []
    assert len(both) > 50


def test_reports_of_one_id_in_two_shards_stay_two_reports(joined: JoinedSite) -> None:
    pages = [page for page in own_pages(joined) if page.parent.parent.name == "indicators"]
    rows = [row for page in pages for row in tree(page).xpath("//tbody/tr[contains(., '甲县')]")]
    links = {link for row in rows for link in row.xpath("./th/a/@href")}
    assert links == {f"../../{name}/reports/same/" for name in NAMES}


def test_what_a_report_says_is_text_on_every_page(joined: JoinedSite) -> None:
    pages = [tree(page) for page in own_pages(joined)]
    assert not [page for page in pages if page.xpath("//script[contains(., 'alert(1)')]")]
    quoted = "".join(cell.text_content() for page in pages for cell in page.xpath("//td[@class='sentence']"))
    assert "<script>alert(1)</script>**全县**学前教育普惠率达到92.4%，{{ 7 * 7 }}。" in quoted


def test_theme_pages_count_as_the_shards_do(joined: JoinedSite) -> None:
    compared = 0
    for name in NAMES:
        with (joined.site / name / "data" / "themes.csv").open(encoding="utf-8-sig", newline="") as lines:
            for theme in csv.DictReader(lines):
                page = tree(joined.site / "themes" / theme["id"] / "index.html")
                (row,) = page.xpath(f"//tr[th/a[contains(@href, '../{name}/')]]")
                cells = [cell.text_content() for cell in row.xpath("td")]
                assert [cells[0], *cells[2:]] == [theme["reports"], theme["sections"], theme["figures"]], theme["id"]
                compared += theme["reports"] != "0"
    assert compared > 40


def test_the_home_page_leads_into_every_shard_and_counts_them_all(joined: JoinedSite) -> None:
    page = tree(joined.site / "index.html")
    assert {f"{name}/" for name in NAMES} <= set(page.xpath("//a/@href"))
    (reports,) = page.xpath("//dt[. = '报告']/following-sibling::dd/text()")
    assert reports == "42"


def test_no_page_of_the_front_is_heavy(joined: JoinedSite) -> None:
    assert max(page.stat().st_size for page in own_pages(joined)) < 300_000

"""A very long report has its text in parts and its table on several pages; links and filters do as with any other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from build_site.check import check_site

from .conftest import build_once, served

Visit = Callable[..., Any]
OVERVIEW = "/reports/long/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of one report of 60,000 characters with 2,000 figures."""
    source = tmp_path_factory.mktemp("long")
    lines = ["某县教育局2022年工作总结"]
    for n in range(1000):
        if n % 100 == 0:
            lines.append(f"{'一二三四五六七八九十'[n // 100]}、推进重点工作，提升办学水平")
        lines.append(
            f"新增学位{10000 + n}个，培训教师{20000 + n}人次，各学校扎实开展教学研究，质量稳步提高，群众更加满意。"
        )
    (source / "long.txt").write_text("\n".join(lines), encoding="utf-8")
    return build_once(tmp_path_factory, "long", source)


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site) as place:
        yield place


def test_every_page_is_light_and_nothing_is_lost(site: Path) -> None:
    assert max(page.stat().st_size for page in site.rglob("*.html")) < 300_000
    assert check_site(site).problems == ()


def test_a_figure_is_found_in_whatever_part_it_stands(visit: Visit) -> None:
    page = visit(f"{OVERVIEW}text/2/")
    last = page.locator("data[id]").last.get_attribute("id")
    page = visit(f"{OVERVIEW}text/?highlight=学位#{last}")
    page.wait_for_url(f"**/text/2/?highlight=*#{last}")
    assert page.locator(f"#{last}").evaluate("figure => figure.matches(':target, .marked')")
    first = visit(f"{OVERVIEW}text/").locator("data[id]").first.get_attribute("id")
    page.goto(page.url.partition("?")[0] + f"#{first}")
    page.wait_for_url(f"**/text/#{first}")


def test_the_table_on_the_overview_is_whole_for_filters(visit: Visit) -> None:
    page = visit(f"{OVERVIEW}?unit=人次#data")
    page.wait_for_function("document.querySelector('.found').textContent.includes('2000')")
    assert "1000 条" in page.locator(".found").inner_text()
    assert page.locator("nav[data-more]").is_hidden()
    link = page.locator("table.figures tr[id]:visible a").last
    assert link.get_attribute("href").startswith("text/#f")


def test_without_scripts_the_rest_of_the_table_is_a_click_away(visit: Visit) -> None:
    page = visit(OVERVIEW, java_script_enabled=False)
    assert page.locator("table.figures tr[id]").count() == 800
    page.locator("nav[data-more] a").first.click()
    assert page.locator("table.figures tr[id]").count() == 1000
    page.locator("table.figures td a").first.click()
    assert "/reports/long/text/" in page.url

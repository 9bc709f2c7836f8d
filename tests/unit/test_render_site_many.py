"""Pages over hundreds of reports: how large they may grow, how they are cut, that every link leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from build_site.corpus import compare
from build_site.model.corpus import ReportCard
from build_site.model.page import Draft, Page
from build_site.render.site import site_pages
from build_site.rules import Rules

from .site_cards import dead_links, make_statement, many_cards

LARGEST = 300_000  # bytes of a page's HTML; the theme's frame takes about twenty thousand of them


FRAME = 20_000


@pytest.fixture(scope="module")
def many() -> list[Page | Draft]:
    """The pages of a few hundred reports."""
    from build_site.rules import load_rules

    return list(site_pages(compare(many_cards(450), load_rules())))


def test_no_page_grows_beyond_its_limit(many: list[Page | Draft]) -> None:
    sizes = {page.path: len(page.markdown.encode()) + FRAME for page in many}
    assert {path: size for path, size in sizes.items() if size > LARGEST} == {}


def test_every_report_is_reached_from_its_year_and_its_place(many: list[Page | Draft]) -> None:
    for folder in ("years", "regions"):
        linked = {
            name
            for page in many
            if page.path.startswith(folder)
            for name in re.findall(r'reports/(report-\d+)/"', page.markdown)
        }
        assert len(linked) == 450, folder


def test_a_theme_of_many_reports_is_cut_by_year_and_part_and_headed_by_province(rules: Rules) -> None:
    drafts = {page.path: page for page in site_pages(compare(list(spread_cards(1200)), rules))}
    east = [page.markdown for path, page in drafts.items() if path.startswith("themes/preschool/2020/east/")]
    assert east
    assert all('<h2 id="p1">江苏省 <small>' in text and "四川省" not in text for text in east)
    assert (
        '<a href="../../../themes/preschool/2020/east/">华东</a>' in drafts["themes/preschool/2020/index.md"].markdown
    )


def test_a_theme_of_many_reports_names_a_figure_of_each(rules: Rules) -> None:
    pages = {page.path: page.markdown for page in site_pages(compare(list(spread_cards(1200)), rules))}
    block = next(part for part in pages["themes/preschool/2020/north/index.md"].split("<section>")[1:])
    (report,) = set(re.findall(r"reports/(report-\d+)/", block))
    assert re.search(rf"第甲类学校达标比例 <a href=[^ >]+{report}/text/#f0>\d+%</a>；<a ", block)
    assert re.search(rf'；<a href="[^"]+{report}/\?theme=学前教育#data">全部 13 条数据</a></div>', block)


def test_no_two_pages_share_a_path(many: list[Page | Draft]) -> None:
    paths = [page.path for page in many]
    assert len(paths) == len(set(paths))


def spread_cards(count: int) -> Iterator[ReportCard]:
    """The same, of six parts of the country, each two of one place and with an indicator of their own."""
    provinces = (
        ("河北省", "13"),
        ("辽宁省", "21"),
        ("江苏省", "32"),
        ("广东省", "44"),
        ("四川省", "51"),
        ("甘肃省", "62"),
    )
    for number, card in enumerate(many_cards(count)):
        pair = number // 2
        province, code = provinces[pair % 6]
        own = make_statement(card.id, 80, f"第{'金木水火土'[pair % 5]}{pair}号工程完成率", f"{number}%", str(number))
        yield replace(
            card,
            key=card.id,
            region=f"{province}南山市第{pair}区",
            region_code=f"{code}01{pair % 90 + 10}",
            statements=(*card.statements, own),
        )


CHANGES: dict[str, Callable[[list[ReportCard]], list[ReportCard]]] = {
    "a report less": lambda cards: cards[:7] + cards[8:],
    "two reports less": lambda cards: cards[:7] + cards[8:200] + cards[201:],
    "another title": lambda cards: [replace(cards[0], title="换了题目", key="new"), *cards[1:]],
    "another place": lambda cards: [
        replace(cards[3], region="河北省石家庄市长安区", region_code="130102", key="new"),
        *cards[:3],
        *cards[4:],
    ],
    "another year": lambda cards: [*cards[:9], replace(cards[9], year="2019", key="new"), *cards[10:]],
    "figures gone": lambda cards: [*cards[:5], replace(cards[5], statements=(), key="new"), *cards[6:]],
    "silent now": lambda cards: [*cards[:6], replace(cards[6], passages=(), themes=(), key="new"), *cards[7:]],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_a_page_left_unwritten_would_have_come_out_the_same(
    change: Callable[[list[ReportCard]], list[ReportCard]], rules: Rules
) -> None:
    cards = list(spread_cards(300))
    before = {page.path: page for page in site_pages(compare(cards, rules))}
    left = 0
    for page in site_pages(compare(change(cards), rules)):
        old = before.get(page.path)
        if isinstance(page, Draft) and isinstance(old, Draft) and page.made_from == old.made_from:
            left += 1
            assert page.markdown == old.markdown, page.path
    assert left > 10


def test_an_indicator_that_hundreds_state_has_every_sentence_on_the_pages_of_its_years(rules: Rules) -> None:
    cards = list(spread_cards(1200))
    drafts = {page.path: page for page in site_pages(compare(cards, rules))}
    (main,) = (path for path in drafts if re.fullmatch(r"indicators/dijialeixuexiao[^/]+/index\.md", path))
    base = main.removesuffix("index.md")
    text = drafts[main].markdown
    linked = set(re.findall(rf'href="\.\./\.\./({base}[^"]+)"', text))
    assert f"{base}2020/north/" in linked
    rows = [line for path in linked for line in drafts[f"{path}index.md"].markdown.splitlines() if line[:4] == "<tr>"]
    said = [re.search(r"reports/(report-\d+)/text/#f0>(\d+%)</a>.*<td>([^<]*)$", row) for row in rows]
    assert sorted(found[1] for found in said if found) == [card.id for card in cards]
    assert all(found and f"第甲类学校达标比例达到{found[2]}。" in found[3] for found in said)


def test_a_year_few_speak_of_stays_on_the_page_of_the_indicator(rules: Rules) -> None:
    cards = list(spread_cards(900))
    odd = make_statement(cards[0].id, 70, "第甲类学校达标比例", "7%", "7", period="2016年")
    cards[0] = replace(cards[0], statements=(*cards[0].statements, odd))
    pages = {page.path: page.markdown for page in site_pages(compare(cards, rules))}
    (main,) = (path for path in pages if re.fullmatch(r"indicators/dijialeixuexiao[^/]+/index\.md", path))
    assert '<th scope="row">2016</th><td class="n">1</td>' in pages[main]
    assert "#f70>7%</a>" in pages[main]
    assert main.replace("index.md", "2016/index.md") not in pages


def test_links_between_many_pages_lead_somewhere(many: list[Page | Draft]) -> None:
    assert dead_links({page.path: page.markdown for page in many}) == []

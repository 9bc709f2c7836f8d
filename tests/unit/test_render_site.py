"""Pages over all reports: what they say, where they lead, and how large they may grow."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from build_site.corpus import compare
from build_site.model.corpus import Passage, RemovalNote, ReportCard, Statement, WarningNote
from build_site.model.page import Draft, Page
from build_site.render.site import site_pages
from build_site.render.site.atlas import Atlas
from build_site.rules import Rules
from tests.observers.corpus import make_card

LARGEST = 300_000  # bytes of a page's HTML; the theme's frame takes about twenty thousand of them
FRAME = 20_000
HOSTILE = "</div><script>alert(1)</script>**粗** {{ 7*7 }} `x`"
THEME = "学前教育"


def make_statement(
    report: str, number: int, indicator: str, text: str, value: str = "", **changes: object
) -> Statement:
    """A statement of ``report``; masked unless it has a value."""
    plain = Statement(
        report=report,
        figure=f"f{number}",
        indicator=indicator,
        value=Decimal(value) if value else None,
        value_max=None,
        unit="%",
        text=text,
        qualifier="",
        role="level",
        status="done",
        period="",
        compare="",
        masked=not value,
        themes=(THEME,),
        section="1",
        sentence=f"全区{indicator}达到{text}。",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def pages_of(cards: list[ReportCard], rules: Rules) -> dict[str, str]:
    """Path -> Markdown of all pages over ``cards``."""
    return {page.path: page.markdown for page in site_pages(compare(cards, rules))}


@pytest.fixture
def two(rules: Rules) -> dict[str, str]:
    """The pages of two reports: one open, one masked, with hostile text wherever text can be."""
    one, other = make_card("a", region="天津市河西区", code="120103"), make_card("b", year="2021")
    one = replace(
        one,
        statements=(make_statement("a", 1, "学前毛入园率", "92%", "92"), make_statement("a", 2, HOSTILE, "3%", "3")),
        passages=(Passage(THEME, (THEME,), "1", "s1", HOSTILE, HOSTILE, 1),),
        themes=((THEME, 1),),
        title=HOSTILE,
        points=(HOSTILE,),
        removals=(RemovalNote("advertisement", 3, 9, HOSTILE, "前", "后", "p0"),),
        warnings=(WarningNote("numbering-gap", HOSTILE, 0, 0, HOSTILE, "p0"),),
    )
    other = replace(other, statements=(make_statement("b", 7, "学前教育毛入园率", "**.*%"),), themes=((THEME, 1),))
    return pages_of([one, other], rules)


def test_report_text_can_open_no_tag_and_no_markdown(two: dict[str, str]) -> None:
    for path, text in two.items():
        body = text.split("\n---\n", 1)[1]
        assert "<script>alert" not in body, path
        assert "**粗**" not in re.sub(r"<(script|[a-z]+)\b.*?</\1>", "", body, flags=re.S), path


def test_a_mask_is_shown_as_printed_and_said_to_be_one(two: dict[str, str]) -> None:
    page = next(text for path, text in two.items() if re.match(r"indicators/.+maoruyuanlv.+/index.md", path))
    assert '<span class="mask" title="原文遮盖了这个数">**.*%</span>' in page
    assert "被遮盖，没有数值" in page
    assert "没有画图" in page
    assert "<svg" not in page


def test_a_number_stands_with_its_unit_and_a_link_to_its_sentence(two: dict[str, str]) -> None:
    page = next(text for path, text in two.items() if re.match(r"indicators/.+maoruyuanlv.+/index.md", path))
    assert '<a class="figure-value" href="../../reports/a/text/#f1">92%</a>' in page


def test_what_was_cut_and_what_is_doubtful_stand_on_the_quality_page(two: dict[str, str]) -> None:
    page = two["quality/index.md"]
    assert "广告" in page
    assert "第 3–9 字" in page
    assert "&#60;script&#62;" in page


def test_a_theme_names_the_reports_that_are_silent(rules: Rules) -> None:
    silent = make_card("b")
    speaking = replace(make_card("a"), passages=(Passage(THEME, (THEME,), "1", "s1", "一、学前", "", 0),))
    page = pages_of([speaking, silent], rules)["themes/preschool/index.md"]
    assert "b报告" in page.split("没有谈到的报告")[1]
    assert "a报告" not in page.split("没有谈到的报告")[1]


def test_places_of_a_chart_are_named_as_narrowly_as_tells_them_apart(rules: Rules) -> None:
    cards = [
        make_card("a", region="天津市和平区", code="120101"),
        make_card("b", region="辽宁省沈阳市和平区", code="210102"),
        make_card("c", region="天津市东丽区", code="120110"),
        make_card("d", region="未知"),
    ]
    atlas = Atlas(compare(cards, rules))
    assert atlas.labels(cards) == {"a": "天津市和平区", "b": "沈阳市和平区", "c": "东丽区", "d": "d报告"}
    assert atlas.labels(cards[1:])["b"] == "和平区"


def test_an_empty_site_says_how_to_add_the_first_report(rules: Rules) -> None:
    pages = pages_of([], rules)
    assert "还没有报告" in pages["index.md"]
    assert {"reports/index.md", "themes/index.md", "regions/index.md", "compare/index.md"} <= pages.keys()


def many_cards(count: int) -> Iterator[ReportCard]:
    """Cards as large as long reports give, of many places and years, all saying much on few themes."""
    for number in range(count):
        report = f"report-{number:05d}"
        statements = [
            make_statement(
                report, index, f"第{'甲乙丙丁戊己庚辛'[index % 8]}类学校达标比例", f"{number % 100}%", str(number % 100)
            )
            for index in range(8)
        ]
        statements += [make_statement(report, 90 + n, f"{report}独有指标{n}", "5%", "5") for n in range(4)]
        said = "各学校深入开展形式多样的活动，" * 8
        yield replace(
            make_card(report, region=f"江苏省苏州市第{number % 300}区", year=str(2019 + number % 3)),
            statements=tuple(replace(one, sentence=said + one.sentence) for one in statements),
            passages=tuple(
                Passage(THEME, (THEME,), f"{n}", f"s{n}", "（一）扩充学前教育资源", said, 3) for n in range(14)
            ),
            removals=tuple(RemovalNote("chrome", n, n + 9, said, said[:24], said[:24], "p0") for n in range(25)),
            warnings=tuple(WarningNote("numbering-gap", "序号不连续", 0, 0, said[:60], "p0") for _ in range(25)),
        )


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


def test_links_between_pages_lead_somewhere(many: list[Page | Draft], two: dict[str, str]) -> None:
    for pages in ({page.path: page.markdown for page in many}, two):
        for path, text in pages.items():
            for link in re.findall(r'href="([^"#?]+)[^"]*"', text):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link))
                if target.split("/")[0] in ("reports", "data", "search", "contribute") and target != "reports":
                    continue
                assert posixpath.normpath(f"{target}/index.md") in pages, f"{path}: {link}"


def test_odd_years_and_codes_stay_below_their_folders(rules: Rules) -> None:
    years = ["", "***", "20**", "../../x", "2022年", "2022", "2021-2022学年", "未知"]
    cards = [make_card(f"r{number}", region="某地", code="../x", year=year) for number, year in enumerate(years)]
    paths = [page.path for page in site_pages(compare(cards, rules))]
    assert len(paths) == len(set(paths))
    assert all(re.fullmatch(r"[a-z0-9/-]+index\.md", path) or path == "index.md" for path in paths)


def test_a_theme_of_many_reports_is_cut_by_year_and_part_and_headed_by_province(rules: Rules) -> None:
    drafts = {page.path: page for page in site_pages(compare(list(spread_cards(1200)), rules))}
    east = [page.markdown for path, page in drafts.items() if path.startswith("themes/preschool/2020/east/")]
    assert east
    assert all('<h2 id="p1">江苏省 <small>' in text and "四川省" not in text for text in east)
    assert (
        '<a href="../../../themes/preschool/2020/east/">华东</a>' in drafts["themes/preschool/2020/index.md"].markdown
    )


def test_a_theme_of_many_reports_names_the_figures_of_each(rules: Rules) -> None:
    pages = {page.path: page.markdown for page in site_pages(compare(list(spread_cards(1200)), rules))}
    block = next(part for part in pages["themes/preschool/2020/north/index.md"].split("<section>")[1:])
    (report,) = set(re.findall(r"reports/(report-\d+)/", block))
    assert re.search(rf"第甲类学校达标比例 <a href=[^ >]+{report}/text/#f0>\d+%</a>；第乙类学校达标比例 <a ", block)
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

"""The two pages of a report keep their promises to a reader."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import markdown
import pytest
import yaml
from lxml import html

from build_site.model.diagnostic import Diagnostic
from build_site.model.report import Report
from build_site.render import report_pages

from .rendered_report import EXTENSIONS, REPORT, rendered
from .report_builder import CUT, make_report


def test_point_without_title_shows_its_marker_and_is_listed_with_its_opening_words() -> None:
    maker = markdown.Markdown(extensions=EXTENSIONS)
    page = html.fromstring(maker.convert(report_pages(REPORT)[1].markdown.split("\n---\n", 1)[1]))
    assert page.find(".//h4").text_content() == "一是"
    names = re.findall(r"'name': '([^']*)'", str(maker.toc_tokens))
    assert any(name.startswith("一是出台办法") for name in names)


def test_every_link_of_the_overview_arrives_on_the_full_text_page() -> None:
    overview, text = rendered(REPORT)
    links = [a.get("href") for a in overview.iter("a") if re.match("text/.*#", a.get("href", ""))]
    ids = set(text.xpath("//@id"))
    assert len(links) > 5
    assert {link.partition("#")[2] for link in links} <= ids


def test_table_of_figures_names_links_and_units_every_number() -> None:
    overview, _ = rendered(REPORT)
    rows = [row for row in overview.iter("tr") if (row.get("id") or "").startswith("f")]
    assert [row.get("id") for row in rows] == [figure.id for figure in REPORT.figures]
    for row, figure in zip(rows, REPORT.figures, strict=True):
        link = row.find(".//td/a")
        assert link.text_content() == figure.text
        assert link.get("href") == f"text/#{figure.id}"
        said = f"{row.get('data-v') or ''}{row.get('data-u') or ''}" or link.text_content()
        assert said.endswith(figure.unit)
        assert row.get("data-v") is None or not figure.masked


def test_masked_figures_are_never_headlines() -> None:
    overview, _ = rendered(REPORT)
    assert [e.text_content() for e in overview.find_class("card-value")] == ["120余名", "3.5万元"]


HOSTILE = '</title><script>alert(1)</script> "{{ x }}" **粗** #'


def test_hostile_title_stays_text_everywhere() -> None:
    report = make_report("正文。", title=HOSTILE)
    for page in report_pages(report):
        front, body = page.markdown.split("\n---\n", 1)
        assert "<script>alert" not in body
        head = yaml.safe_load(front.removeprefix("---\n"))
        assert "<" not in head["title"] + head["heading"] + head["description"]
    overview, _ = rendered(report)
    assert overview.find(".//h1").text_content() == HOSTILE


def test_structured_data_names_the_report_and_its_dataset() -> None:
    head = yaml.safe_load(report_pages(REPORT)[0].markdown.split("---\n")[1])
    assert head["data"]["@type"] == "Report"
    assert head["data"]["name"] == REPORT.metadata.title
    assert head["data"]["datePublished"] == "2023-01-08"
    assert head["data"]["mainEntity"]["@type"] == "Dataset"


def test_a_sentence_is_quoted_once() -> None:
    said = REPORT.summary.points[0]
    twice = replace(REPORT, summary=replace(REPORT.summary, highlights=(said,), next_steps=(said,)))
    overview, _ = rendered(twice)
    assert [heading.text_content() for heading in overview.iter("h2")][:2] == ["要点", "主要数字"]


def test_citation_follows_the_standard() -> None:
    overview, _ = rendered(REPORT)
    cited = overview.get_element_by_id("citation").text_content()
    assert cited == "某区教育局. 某区2022年教育工作总结[R/OL]. (2023-01-08)[引用日期]."


def test_script_block_describes_every_figure_once() -> None:
    script = rendered(REPORT)[1].get_element_by_id("report-figures").text
    data = json.loads(script)
    assert [row[0] for row in data["figures"]] == [figure.source.start for figure in REPORT.figures]
    assert data["themes"][0] == "教师队伍"


def test_script_block_says_once_what_figures_share() -> None:
    three = make_report("新建6所。招聘120名。投入3万元。", figures=[("6所", "所"), ("120名", "名"), ("3万元", "元")])
    first, second, third = three.figures
    mixed = replace(three, figures=(first, second, third._replace(themes=(), period="上半年")))
    data = json.loads(rendered(mixed)[1].get_element_by_id("report-figures").text)
    assert data["period"] == "2022年"
    assert data["figures"] == [
        [first.source.start, first.indicator, "", "", "", "", [data["themes"].index(name) for name in first.themes]],
        [second.source.start, second.indicator],
        [third.source.start, third.indicator, "元", "", "", "上半年", []],
    ]


def test_what_the_source_lacks_is_said() -> None:
    doubt = Diagnostic("percent", "百分数与百分点可能混用", 3, 6)
    overview, text = rendered(make_report(f"合格率提高4%。{CUT}引进**人。", warnings=(doubt,)))
    gaps = overview.find_class("gaps")[0].text_content()
    assert "遮盖 1 处：数字 1 处。" in gaps
    assert "Word 书签：1 处" in gaps
    assert "百分数与百分点可能混用" in gaps
    assert text.xpath("//*[@id='p0']")


def test_report_without_figures_or_sections_says_so() -> None:
    overview, _ = rendered(make_report("全文只有一句话。"))
    words = overview.text_content()
    assert "没有在原文里找到关键数据" in words
    assert "没有分章节" in words
    assert not list(overview.iter("form"))


def test_long_report_stays_below_the_size_a_phone_can_bear() -> None:
    lines = [f"第{n}项工作稳步推进，新增学位{1000 + n}个，培训教师{2000 + n}人次，成效明显。" for n in range(200)]
    figures = [(f"{1000 + n}个", "个") for n in range(200)] + [(f"{2000 + n}人次", "人次") for n in range(200)]
    for page in report_pages(make_report("\n".join(lines), (), figures)):
        assert len(page.markdown.encode()) < 250_000


def very_long_report() -> Report:
    """A hundred thousand characters, 3,000 figures, a table, sections."""
    lines, headings = [], []
    for n in range(1500):
        if n % 50 == 0:
            headings.append((f"第{n // 50 + 1}章 推进重点工作", 1, f"第{n // 50 + 1}章 ", "推进重点工作"))
            lines.append(headings[-1][0])
        lines.append(
            f"第{n}项工作稳步推进，新增学位{10000 + n}个，培训教师{20000 + n}人次，{'各校扎实开展教学研究，' * 4}"
        )
    figures = [(f"{10000 + n}个", "个") for n in range(1500)] + [(f"{20000 + n}人次", "人次") for n in range(1500)]
    return make_report("\n".join(lines), headings, figures)


def test_a_very_long_report_has_more_pages_none_of_them_too_large() -> None:
    report = very_long_report()
    pages = {page.path: page.markdown for page in report_pages(report)}
    assert (
        max(len(text.encode()) for text in pages.values()) < 270_000
    )  # the theme's frame takes some ten thousand more
    names = [f"reports/r1/text{'' if number == 1 else f'/{number}'}.md" for number in range(1, 5)]
    assert set(names) | {"reports/r1/figures/2.md", "reports/r1/figures/4.md"} <= pages.keys()
    spans = [list(map(int, span)) for name in names for span in re.findall(r"data-s=(\d+) data-e=(\d+)", pages[name])]
    assert [start for start, _ in spans] == [0, *(end + 1 for _, end in spans[:-1])]
    assert spans[-1][1] == len(report.source.text)
    rows = [name for path, text in pages.items() for name in re.findall(r"<tr id=(f\d+)", text) if "text" not in path]
    assert sorted(rows) == sorted(figure.id for figure in report.figures)


def test_parts_of_a_text_begin_with_sections_and_say_which_is_which() -> None:
    pages = {page.path: page.markdown for page in report_pages(very_long_report())}
    second = pages["reports/r1/text/2.md"]
    assert re.search(r"^## 第\d+章", second, re.M).start() < second.index("<p id=")  # type: ignore[union-attr]
    data = json.loads(re.search(r'id="report-figures">(.*)</script>', second)[1])  # type: ignore[index]
    assert data["part"] == 2
    assert data["parts"][0] == 0
    assert data["parts"][1] == int(re.search(r"data-s=(\d+)", second)[1])  # type: ignore[index]
    assert data["figures"][0][0] > data["parts"][1]
    assert '<a class="chip" href="../../text/2/" aria-current="page">2' in second


@pytest.mark.parametrize(("masked", "said"), [(0, "100%"), (1, "99%以上"), (300, "0%")])
def test_disclosure_is_whole_only_if_nothing_is_missing(masked: int, said: str) -> None:
    from build_site.render.report.words import percent

    assert percent(1 - masked / 300) == said

"""Cards and statements for the tests of the pages over all reports."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from build_site.corpus import compare
from build_site.model.corpus import Passage, RemovalNote, ReportCard, Statement, WarningNote
from build_site.render.site import site_pages
from build_site.rules import Rules
from tests.observers.corpus import make_card

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
    return plain._replace(**changes)  # type: ignore[arg-type]


def pages_of(cards: list[ReportCard], rules: Rules) -> dict[str, str]:
    """Path -> Markdown of all pages over ``cards``."""
    return {page.path: page.markdown for page in site_pages(compare(cards, rules))}


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
            statements=tuple(one._replace(sentence=said + one.sentence) for one in statements),
            passages=tuple(
                Passage(THEME, (THEME,), f"{n}", f"s{n}", "（一）扩充学前教育资源", said, 3) for n in range(14)
            ),
            removals=tuple(RemovalNote("chrome", n, n + 9, said, said[:24], said[:24], "p0") for n in range(25)),
            warnings=tuple(WarningNote("numbering-gap", "序号不连续", 0, 0, said[:60], "p0") for _ in range(25)),
        )


def dead_links(pages: dict[str, str]) -> list[str]:
    """Links from one of ``pages`` to where none of them is; what the publisher puts beside them is left out."""
    dead = []
    for path, text in pages.items():
        for link in re.findall(r'href="([^"#?]+)[^"]*"', text):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link))
            beside = target.split("/")[0] in ("reports", "data", "search", "contribute") and target != "reports"
            if not beside and posixpath.normpath(f"{target}/index.md") not in pages:
                dead.append(f"{path}: {link}")
    return dead

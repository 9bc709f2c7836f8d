"""The overview page: what the report says, in one screen and then in tables, and what its source lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ...model.figure import Figure
from ...model.page import Page
from ...model.report import Report
from ...model.theme import Themed
from ..templating import render
from .blocks import Block
from .changes import Change, change_of
from .citation import citation
from .excerpts import Quote, Quoter, section_name
from .facts import facts
from .figure_rows import figure_groups, report_themes
from .gaps import gaps
from .head import page_head
from .marks import MarkedText
from .parts import figures_path
from .words import period_words

DIGEST = 120  # rows a digest may have; a longer one shows the first division alone
WHY = 2  # words shown for a theme; the JSON has more


def overview_page(report: Report, blocks: tuple[Block, ...], marked: MarkedText) -> Iterator[Page]:
    """``reports/<id>/index.md``, and the rest of a table of very many figures."""
    bodies, themes = figure_groups(report), " ".join(report_themes(report))
    quoter = Quoter(report, blocks, marked)
    summary = report.summary
    told = {point.span for point in summary.points}  # what a main point says is not said again below
    lists = [
        ("highlights", "亮点", quoter.quotes(summary.highlights, told)),
        ("problems", "问题与不足", quoter.quotes(summary.problems, told)),
        ("next", "下一步", quoter.quotes(summary.next_steps, told)),
    ]
    yield Page(
        figures_path(report.id, 1),
        render(
            "report/index.md",
            head=Markup(page_head(report, "概览")),  # noqa: S704 - escaped there
            report=report,
            facts=facts(report),
            points=[quoter.quote(point) for point in summary.points],
            lists=[(name, title, quotes) for name, title, quotes in lists if quotes],
            cards=_cards(report),
            digest=_digest(report, quoter),
            groups=bodies[0],
            more=range(2, len(bodies) + 1),
            themes=themes,
            gaps=gaps(report, quoter),
            citation=citation(report),
        ),
    )
    for number, body in enumerate(bodies[1:], 2):
        head = Markup(page_head(report, "数据", number))  # noqa: S704 - escaped there
        values = {"head": head, "report": report, "number": number, "count": len(bodies), "groups": body}
        yield Page(figures_path(report.id, number), render("report/figures.md", themes=themes, **values))


@dataclass(frozen=True, slots=True)
class Card:
    """A headline figure; ``period`` only where it is not the report's own."""

    figure: Figure
    text: str
    period: str
    change: Change | None


def _cards(report: Report) -> list[Card]:
    by_start = {figure.source.start: figure for figure in report.figures}
    cards = []
    for start in report.summary.headline:
        figure = by_start.get(start)
        if figure and not figure.masked:
            linked = [by_start[other] for other in figure.linked if other in by_start]
            shown = figure.span.of(report.clean.text)
            period = "" if figure.period == report.metadata.year else period_words(figure.period)
            cards.append(Card(figure, shown, period, change_of(figure, linked, report)))
    return cards


@dataclass(frozen=True, slots=True)
class DigestRow:
    """A section in the digest: its name, one sentence of it, its themes, the words that show the first, its figures."""

    depth: int
    name: str
    link: str
    gist: Quote | None
    themes: tuple[str, ...]
    why: tuple[Why, ...]
    figures: int


@dataclass(frozen=True, slots=True)
class Why:
    """A word that shows what a section is about, as it stands there, with the way to its place."""

    text: str
    link: str


def _why(report: Report, themed: Themed | None, quoter: Quoter) -> tuple[Why, ...]:
    """The strongest evidence for a section's first theme, each wording once."""
    found: dict[str, Why] = {}
    for evidence in themed.evidence if themed else ():
        text = evidence.span.of(report.clean.text)
        if themed and evidence.theme == themed.primary and evidence.weight > 0 and text not in found:
            found[text] = Why(text, quoter.link(report.clean.map.to_source(evidence.span)))
    return tuple(found.values())[:WHY]


def _digest(report: Report, quoter: Quoter) -> list[DigestRow]:
    """The two upper divisions; of a report with very many sections the first alone."""
    deepest = 2 if sum(section.level <= 2 for section in report.sections) <= DIGEST else 1
    gists = {digest.section: digest.excerpt for digest in report.summary.digests}
    themed = {passage.section: passage for passage in report.themes.sections}
    counts = Counter(figure.section[:depth] for figure in report.figures for depth in range(1, len(figure.section) + 1))
    below = {
        gists[section.path].span
        for section in report.sections
        if 1 < section.level <= deepest and section.path in gists
    }
    rows = []
    for section in report.sections:
        if section.level > deepest:
            continue
        gist = gists.get(section.path)
        if gist and section.level == 1 and gist.span in below:
            gist = None  # its subsection's row shows that sentence
        rows.append(
            DigestRow(
                depth=section.level,
                name=section_name(section, 40),
                link=f"text/#{section.anchor}",
                gist=quoter.quote(gist) if gist else None,
                themes=themed[section.path].themes[:3] if section.path in themed else (),
                why=_why(report, themed.get(section.path), quoter),
                figures=counts[section.path],
            )
        )
    return rows

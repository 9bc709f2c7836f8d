"""Theme pages: what belongs here, indicators side by side, passages by report, reports that are silent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...model.corpus import AlignedIndicator, Passage, ReportCard, Statement, ThemeIndex
from ...model.page import Draft, Page
from .atlas import Atlas
from .pages import make_page
from .shelves import HEAVY
from .theme_years import Heard, theme_year_pages, theme_year_path

#: Reports that still make a table with a column each.
COLUMNS = 6
#: Rows of the comparison table.
COMPARED = 60
#: Passages of one report on a theme page, the most telling first; a report with more links to its full text.
PASSAGES = 12
#: Figures of one report on a theme page.
FIGURES = 60


def theme_pages(atlas: Atlas) -> Iterator[Page | Draft]:
    """``themes/index.md``, a page a theme, and with many reports further pages a theme and year."""
    themes = [(theme, len(theme.reports)) for theme in atlas.corpus.themes]
    description = "28 个主题：每个主题下各报告怎么说、给了哪些数、哪些可比。"
    yield make_page("themes/index.md", "themes", "按主题看", description, toc=False, atlas=atlas, themes=themes)
    figures = _figures_by_theme(atlas)
    for theme in atlas.corpus.themes:
        heard = _heard(atlas, theme, figures.get(theme.name, {}))
        whole = _fits(heard, HEAVY - 150 * len(theme.silent))
        yield _theme_page(atlas, theme, heard, whole)
        if not whole:
            yield from theme_year_pages(atlas, theme, heard)


def _figures_by_theme(atlas: Atlas) -> dict[str, dict[str, list[Statement]]]:
    found: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for card in atlas.corpus.reports:
        for statement in card.statements:
            if statement.themes:
                found[statement.themes[0]][card.id].append(statement)
    return found


def _heard(atlas: Atlas, theme: ThemeIndex, figures: dict[str, list[Statement]]) -> dict[str, Heard]:
    heard = {report: Heard(atlas.cards[report], [], [], figures.get(report, ())) for report in theme.reports}
    for report, passage in theme.passages:
        said = heard[report]
        if passage.theme == theme.name:
            said.main.append(_said_once(passage, atlas.last_gists[report]))
        else:
            said.touched.append(passage)
    return heard


def _said_once(passage: Passage, last: Mapping[str, str]) -> Passage:
    """``passage`` without the gist of a section that a subsection gives again, here or under another theme."""
    return passage if last[passage.gist] == passage.section else replace(passage, gist="")


def _fits(heard: dict[str, Heard], limit: int) -> bool:
    """Whether all that is said can be shown in ``limit`` bytes of HTML, about."""
    total = 0
    for said in heard.values():
        total += 300 + sum(300 + 3 * (len(one.heading) + len(one.gist)) for one in said.main[:PASSAGES])
        total += 160 * min(len(said.touched), 6) + 330 * min(len(said.figures), FIGURES)
        if total >= limit:
            return False
    return total < limit


def _theme_page(atlas: Atlas, theme: ThemeIndex, heard: dict[str, Heard], whole: bool) -> Page:
    shared = [atlas.indicators[name] for name in theme.indicators if name in atlas.with_page]
    shared.sort(key=lambda indicator: (-len(indicator.comparable), -len(indicator.reports), indicator.sort_key))
    columns = _columns(atlas, shared)
    return make_page(
        f"themes/{theme.id}/index.md",
        "theme",
        theme.name,
        f"{theme.name}：{theme.description}。{len(heard)} 份报告谈到，指标逐一对照，段落与数据可回原文。",
        scripts=["corpus"],
        atlas=atlas,
        theme=theme,
        heard=list(heard.values()) if whole else [],
        passages=PASSAGES,
        figure_limit=FIGURES,
        heard_count=len(heard),
        figures=sum(len(said.figures) for said in heard.values()),
        silent=[atlas.cards[report] for report in theme.silent] if whole else [],
        shared=shared[:COMPARED],
        shared_count=len(shared),
        columns=columns,
        cells={indicator.id: _cells(indicator) for indicator in shared[:COMPARED]} if columns else {},
        years=_years(atlas, theme, heard),
    )


def _columns(atlas: Atlas, shared: Sequence[AlignedIndicator]) -> list[ReportCard]:
    reports = set().union(*(indicator.reports for indicator in shared))
    return [card for card in atlas.corpus.reports if card.id in reports] if len(reports) <= COLUMNS else []


def _cells(indicator: AlignedIndicator) -> dict[str, list[int]]:
    """Report id -> indexes of its statements."""
    cells: dict[str, list[int]] = defaultdict(list)
    for index, statement in enumerate(indicator.statements):
        cells[statement.report].append(index)
    return cells


def _years(atlas: Atlas, theme: ThemeIndex, heard: dict[str, Heard]) -> list[tuple[str, str, int, int]]:
    """Year, its page, how many reports speak, how many are silent."""
    silent = set(theme.silent)
    return [
        (
            year,
            theme_year_path(theme, year),
            sum(report in heard for report in reports),
            sum(report in silent for report in reports),
        )
        for year, reports in atlas.corpus.years
    ]

"""Rows of the figures table: one a figure, grouped by the primary theme of its passage."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from markupsafe import Markup

from ...model.figure import Figure
from ...model.report import Report
from ..escape import html
from .changes import change_of
from .excerpts import section_name
from .parts import figure_pages
from .words import ROLES, STATUSES, period_words, plain

NO_THEME = "未归入主题"
SECTION = 14  # characters of a section's name in a row


def report_themes(report: Report) -> list[str]:
    """The themes of the report's figures, commonest first; rows name their further themes by place in this list."""
    counts = Counter(theme for figure in report.figures for theme in figure.themes)
    return sorted(counts, key=lambda theme: (-counts[theme], theme))


def figure_groups(report: Report) -> list[Markup]:
    """The table's body, a page each: one ``<tbody>`` a theme, themes with most figures first, figures in text order."""
    groups: dict[str, list[Figure]] = defaultdict(list)
    for figure in report.figures:
        groups[figure.themes[0] if figure.themes else NO_THEME].append(figure)
    ranked = sorted(groups.items(), key=lambda group: (group[0] == NO_THEME, -len(group[1]), group[1][0].span.start))
    rows = _Rows(report)
    pages = figure_pages(ranked)
    return [
        Markup("\n".join(_group(theme, figures, rows, "../../" * (number > 0)) for theme, figures in page))  # noqa: S704
        for number, page in enumerate(pages)
    ]


def _group(theme: str, figures: list[Figure], rows: _Rows, home: str) -> str:
    count = f"<small>{len(figures)} 条</small>"
    head = f'<tr class="group"><th scope="rowgroup" colspan="6">{html(theme)} {count}</th></tr>'
    lines = [rows.row(figure, before, home) for before, figure in zip([None, *figures], figures, strict=False)]
    return "\n".join((f'<tbody data-g="{html(theme)}">', head, *lines, "</tbody>"))


class _Rows:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._figures = {figure.source.start: figure for figure in report.figures}
        self._sections = {section.path: section for section in report.sections}
        self._themes = {theme: number for number, theme in enumerate(report_themes(report))}

    def row(self, figure: Figure, before: Figure | None, home: str) -> str:
        """The row of ``figure``, which stands below that of ``before``; ``home`` leads to the overview."""
        section = self._sections.get(figure.section)
        shown = html(figure.span.of(self._report.clean.text))
        # HTML lets a cell and a row end where the next begins, and plain values stand without quotes; leaving them out
        # saves a tenth of the page and a third of the time its Markdown takes.
        cells = (
            f"<th scope=row>{html(figure.indicator)}",
            f"<td><a href={home}text/#{figure.id}{_masked(figure)}>{shown}</a>",
            f"<td>{self._nature(figure)}",
            f"<td>{html(period_words(figure.period))}",
            f"<td>{_status(figure)}",
            f"<td>{html(section_name(section, SECTION)) if section else ''}",
        )
        return f"<tr id={figure.id}{''.join(self._data(figure, before))}>{''.join(cells)}"

    def _nature(self, figure: Figure) -> str:
        linked = [self._figures[start] for start in figure.linked if start in self._figures]
        change = change_of(figure, linked, self._report)
        if change is None:
            return "" if figure.role == "level" else ROLES.get(figure.role, figure.role)
        name = ROLES["change"] if figure.role == "change" else ""
        arrow = f' class="change change--{change.direction}"' if change.direction else ' class="change"'
        return f"{name} <span{arrow}>{html(change.words)}</span>".strip()

    def _data(self, figure: Figure, before: Figure | None) -> Iterator[str]:
        """What the page's script filters and exports by, less what a row shows anyway or shares with the one above."""
        value = plain(figure.value)
        if figure.span.of(self._report.clean.text) == value + figure.unit and not figure.masked:
            number = unit = ""  # 119所 says both
        else:
            number, unit = value, figure.unit
        for name, value in (
            ("v", number),
            ("x", plain(figure.value_max)),
            ("u", unit),
            ("q", figure.qualifier),
            ("r", figure.role if figure.role != "level" else ""),
        ):
            if value:
                yield f' data-{name}="{html(value)}"'
        if figure.themes[1:] != (before.themes[1:] if before else ()):
            yield f' data-t="{" ".join(str(self._themes[theme]) for theme in figure.themes[1:])}"'


def _masked(figure: Figure) -> str:
    return ' class="mask" title="数字被遮盖"' if figure.masked else ""


def _status(figure: Figure) -> str:
    said = STATUSES.get(figure.status, figure.status)
    return f'<span class="badge badge--plan">{said}</span>' if figure.status == "plan" else said

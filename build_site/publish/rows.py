"""Rows of the published tables: from a report, and from the corpus."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence

from ..model.corpus import Corpus
from ..model.figure import Figure
from ..model.report import Report
from ..model.theme import Themed
from ..render.report.words import plain

Cell = str | int
Row = Sequence[Cell]


def report_url(report: str) -> str:
    """Address of a report's overview, from the root of the site."""
    return f"reports/{report}/"


def figure_url(report: str, figure: str) -> str:
    """Address of a figure in the full text, from the root of the site."""
    return f"reports/{report}/text/#{figure}"


def report_rows(report: Report) -> dict[str, list[Row]]:
    """The rows of one report, by table name."""
    return {
        "reports": [_report_row(report)],
        "sections": list(_section_rows(report)),
        "figures": [_figure_row(report, figure) for figure in report.figures],
        "masks": [(report.id, *mask.source, mask.text, mask.kind) for mask in report.masks],
        "removals": [(report.id, *cut.source, cut.kind, cut.text) for cut in report.clean.removals],
        "warnings": [(report.id, doubt.code, doubt.message, doubt.start, doubt.end) for doubt in report.warnings],
    }


def _report_row(report: Report) -> Row:
    source, facts = report.source, report.metadata
    return (
        report.id,
        facts.title,
        facts.region,
        facts.region_code,
        facts.year,
        facts.kind,
        source.file,
        source.sha256,
        source.format,
        len(source.text),
        len(report.sections),
        len(report.figures),
        report.masked_figures,
        len(report.masks),
        report.clean.completeness,
        len(report.warnings),
        report_url(report.id),
    )


def _section_rows(report: Report) -> Iterable[Row]:
    themed: dict[tuple[int, ...], Themed] = {passage.section: passage for passage in report.themes.sections}
    for section in report.outline.sections:
        passage = themed.get(section.path) if section.level else None
        yield (
            report.id,
            section.ordinal,
            section.level,
            section.marker,
            section.title,
            *section.source,
            passage.primary if passage else "",
            ";".join(passage.themes) if passage else "",
        )


def _figure_row(report: Report, figure: Figure) -> Row:
    return (
        report.id,
        figure.id,
        ".".join(map(str, figure.section)),
        figure.indicator,
        plain(figure.value),
        plain(figure.value_max),
        figure.unit,
        figure.text,
        figure.qualifier,
        figure.role,
        figure.status,
        figure.period,
        figure.compare,
        "true" if figure.masked else "false",
        ";".join(figure.themes),
        *figure.source,
        figure.sentence.of(report.clean.text),
        figure_url(report.id, figure.id),
    )


def theme_rows(corpus: Corpus) -> list[Row]:
    """One row a theme, with counts over all reports."""
    figures = Counter(theme for card in corpus.reports for said in card.statements for theme in said.themes)
    return [
        (
            theme.name,
            theme.id,
            theme.description,
            len(theme.reports),
            len(theme.passages),
            figures[theme.name],
            f"themes/{theme.id}/",
        )
        for theme in corpus.themes
    ]


def indicator_rows(corpus: Corpus) -> list[Row]:
    """One row an aligned indicator."""
    return [
        (
            indicator.id,
            indicator.name,
            ";".join(indicator.wordings),
            indicator.unit,
            ";".join(indicator.themes),
            len(indicator.statements),
            len(indicator.comparable),
            ";".join(sorted(indicator.reports)),
        )
        for indicator in corpus.indicators
    ]


def csv_lines(rows: Iterable[Row]) -> str:
    """Rows as RFC 4180 text without a header."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()

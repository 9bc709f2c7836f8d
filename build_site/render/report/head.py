"""Front matter of a report's pages: what search engines, the browser's tab and the theme are told."""

from __future__ import annotations

from typing import Any

from ...model.report import Report
from ..escape import front_matter
from .words import UNKNOWN, percent

DESCRIPTION = 150  # characters; search engines cut longer ones


_SCRIPTS = {"概览": ["overview"], "全文": ["fulltext"]}


def page_head(report: Report, kind: str, number: int = 1) -> str:
    """The front matter of page ``number`` of its ``kind`` (概览, 全文 or 数据) of a report."""
    overview = kind == "概览"
    facts = report.metadata
    shown: dict[str, Any] = {
        "title": facts.title if overview else f"{facts.title}（{kind}{f' {number}' if number > 1 else ''}）",
        "heading": _heading(report, f"{kind} {number}" if number > 1 else kind),
        "description": _description(report, overview),
        "styles": ["report"],
        "scripts": _SCRIPTS.get(kind, []),
    }
    if kind != "全文":
        shown["hide"] = ["toc"]
    return front_matter(shown, _report_data(report) if overview else None)


def _heading(report: Report, kind: str) -> str:
    """Title for a search engine: place and year are added where the title does not say them."""
    facts = report.metadata
    more = [known for known in (facts.region, facts.year) if known not in ("", UNKNOWN) and known not in facts.title]
    return " · ".join((facts.title, *more, kind))


def _description(report: Report, overview: bool) -> str:
    facts = report.metadata
    said = [fact for fact in (facts.region, facts.year, facts.kind) if fact not in ("", UNKNOWN)]
    counts = f"{len(report.sections)}个章节、{len(report.figures)}条关键数据（公开率{percent(report.disclosure)}）"
    opening = "结构化摘要" if overview else "逐段可引用的全文，数字可点开核对"
    text = f"{facts.title}：{opening}。{'，'.join(said)}{'；' if said else ''}{counts}。"
    if overview and report.summary.points:
        first = report.summary.points[0]
        text += "……".join(part.of(report.clean.text) for part in first.parts)
    return text if len(text) <= DESCRIPTION else text[: DESCRIPTION - 2] + "……"


def _report_data(report: Report) -> dict[str, Any]:
    """schema.org: the report, and its figures as a dataset."""
    facts, side = report.metadata, report.source.sidecar
    told = {
        "publisher": {"@type": "Organization", "name": facts.publisher} if facts.publisher else None,
        "datePublished": side.published or facts.written,
        "spatialCoverage": facts.region if facts.region != UNKNOWN else None,
        "temporalCoverage": facts.year if facts.year != UNKNOWN else None,
        "isBasedOn": side.url,
        "license": side.licence,
    }
    known = {key: value for key, value in told.items() if value}
    return {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": facts.title,
        "inLanguage": "zh-Hans",
        **known,
        "mainEntity": {
            "@type": "Dataset",
            "name": f"{facts.title}：关键数据",
            "description": f"从《{facts.title}》逐句提取的{len(report.figures)}条关键数据，每条都带原句位置。",
            "inLanguage": "zh-Hans",
            "variableMeasured": sorted({figure.indicator for figure in report.figures})[:12],
            **{key: known[key] for key in ("spatialCoverage", "temporalCoverage", "license") if key in known},
        },
    }

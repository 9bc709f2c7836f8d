"""The whole structured report as JSON, and the schema that validates it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import msgspec

from ..model.report import Report
from ..model.summary import Excerpt
from .card import shown


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A row of ``sections.csv``; ``plan`` tells sections that state intentions."""

    section: str
    level: int
    marker: str
    title: str
    start: int
    end: int
    primary_theme: str
    themes: list[str]
    plan: bool


class FigureEntry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A row of ``figures.csv``, what is empty left out.

    ``linked`` names the other figures of one statement, ``rule`` what found it; the address is
    ``reports/<id>/text/#<figure>``.
    """

    figure: str
    section: str
    indicator: str
    value: Decimal | None
    value_max: Decimal | None = None
    unit: str
    text: str
    qualifier: str = ""
    role: str
    status: str
    period: str
    compare: str = ""
    masked: bool = False
    themes: list[str]
    start: int
    end: int
    sentence: str
    linked: list[str] = []
    rule: str


@dataclass(frozen=True, slots=True)
class StretchEntry:
    """A mask or a removal: where, what, which kind."""

    start: int
    end: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class WarningEntry:
    """A row of ``warnings.csv``."""

    code: str
    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ExcerptEntry:
    """A sentence chosen for the summary; ``text`` shows cut clauses as ……."""

    text: str
    start: int
    end: int
    section: str
    reason: str


@dataclass(frozen=True, slots=True)
class SummaryEntry:
    """The structured summary; ``headline`` holds figure ids."""

    points: list[ExcerptEntry]
    highlights: list[ExcerptEntry]
    problems: list[ExcerptEntry]
    next_steps: list[ExcerptEntry]
    digests: list[ExcerptEntry]
    headline: list[str]


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """One report, whole. Offsets count code points in ``<id>.txt``."""

    id: str
    title: str
    region: str
    region_code: str
    year: str
    period: str
    kind: str
    publisher: str
    written: str
    source_file: str
    source_sha256: str
    source_url: str
    licence: str
    format: str
    chars: int
    completeness: str
    sections: list[SectionEntry]
    figures: list[FigureEntry]
    masks: list[StretchEntry]
    removals: list[StretchEntry]
    warnings: list[WarningEntry]
    summary: SummaryEntry


_ENCODER = msgspec.json.Encoder(decimal_format="number")


def encode_report(report: Report) -> bytes:
    """The report as UTF-8 JSON."""
    return _ENCODER.encode(make_document(report)) + b"\n"


def report_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `encode_report` writes."""
    schema = msgspec.json.schema(ReportDocument)
    _numbers(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _numbers(node: Any) -> None:
    """Decimals are written as numbers, where the schema generator expects strings."""
    if isinstance(node, dict):
        if node.get("format") == "decimal":
            node.clear()
            node["type"] = "number"
        for child in node.values():
            _numbers(child)
    elif isinstance(node, list):
        for child in node:
            _numbers(child)


def make_document(report: Report) -> ReportDocument:
    """The report in the shape that is published."""
    facts, source = report.metadata, report.source
    return ReportDocument(
        id=report.id,
        title=facts.title,
        region=facts.region,
        region_code=facts.region_code,
        year=facts.year,
        period=facts.period,
        kind=facts.kind,
        publisher=facts.publisher,
        written=facts.written,
        source_file=source.file,
        source_sha256=source.sha256,
        source_url=source.sidecar.url,
        licence=source.sidecar.licence,
        format=source.format,
        chars=len(source.text),
        completeness=report.clean.completeness,
        sections=_sections(report),
        figures=_figures(report),
        masks=[StretchEntry(*mask.source, mask.kind, mask.text) for mask in report.masks],
        removals=[StretchEntry(*cut.source, cut.kind, cut.text) for cut in report.clean.removals],
        warnings=[WarningEntry(doubt.code, doubt.message, doubt.start, doubt.end) for doubt in report.warnings],
        summary=_summary(report),
    )


def _sections(report: Report) -> list[SectionEntry]:
    themed = {passage.section: passage for passage in report.themes.sections}
    entries = []
    for section in report.outline.sections:
        passage = themed.get(section.path) if section.level else None
        entries.append(
            SectionEntry(
                section=section.ordinal,
                level=section.level,
                marker=section.marker,
                title=section.title,
                start=section.source.start,
                end=section.source.end,
                primary_theme=passage.primary if passage else "",
                themes=list(passage.themes) if passage else [],
                plan=section.plan,
            )
        )
    return entries


def _figures(report: Report) -> list[FigureEntry]:
    return [
        FigureEntry(
            figure=figure.id,
            section=".".join(map(str, figure.section)),
            indicator=figure.indicator,
            value=figure.value,
            value_max=figure.value_max,
            unit=figure.unit,
            text=figure.text,
            qualifier=figure.qualifier,
            role=figure.role,
            status=figure.status,
            period=figure.period,
            compare=figure.compare,
            masked=figure.masked,
            themes=list(figure.themes),
            start=figure.source.start,
            end=figure.source.end,
            sentence=figure.sentence.of(report.clean.text),
            linked=[f"f{start}" for start in figure.linked],
            rule=figure.rule,
        )
        for figure in report.figures
    ]


def _summary(report: Report) -> SummaryEntry:
    text, summary = report.clean.text, report.summary

    def entry(excerpt: Excerpt) -> ExcerptEntry:
        return ExcerptEntry(
            text=shown(excerpt, text),
            start=excerpt.source.start,
            end=excerpt.source.end,
            section=".".join(map(str, excerpt.section)),
            reason=excerpt.reason,
        )

    return SummaryEntry(
        points=[entry(excerpt) for excerpt in summary.points],
        highlights=[entry(excerpt) for excerpt in summary.highlights],
        problems=[entry(excerpt) for excerpt in summary.problems],
        next_steps=[entry(excerpt) for excerpt in summary.next_steps],
        digests=[
            replace(entry(digest.excerpt), section=".".join(map(str, digest.section))) for digest in summary.digests
        ],
        headline=[f"f{start}" for start in summary.headline],
    )

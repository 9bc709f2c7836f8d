"""The whole structured report as JSON."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from ..model.report import Report
from ..model.summary import Excerpt
from ..model.theme import Themed
from ..text import Span
from .card import shown
from .shape import (
    EvidenceEntry,
    ExcerptEntry,
    FigureEntry,
    ParagraphEntry,
    ReportDocument,
    SectionEntry,
    SentenceEntry,
    StretchEntry,
    SummaryEntry,
    WarningEntry,
)

EVIDENCE = 3  # words a section: enough to judge its themes by, small beside its text
PARAGRAPH_EVIDENCE = 2

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def encode_report(report: Report) -> bytes:
    """The report as UTF-8 JSON."""
    return _ENCODER.encode(make_document(report)) + b"\n"


def make_document(report: Report) -> ReportDocument:
    """The report in the shape that is published."""
    facts, source = report.metadata, report.source
    themes = _theme_numbers(report)
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
        themes=list(themes),
        sections=_sections(report, themes),
        paragraphs=_paragraphs(report, themes),
        sentences=[
            SentenceEntry(*report.clean.map.to_source(span), span.of(report.clean.text)) for span in _sentences(report)
        ],
        figures=_figures(report, themes),
        masks=[StretchEntry(*mask.source, mask.kind, mask.text) for mask in report.masks],
        removals=[StretchEntry(*cut.source, cut.kind, cut.text) for cut in report.clean.removals],
        warnings=[WarningEntry(doubt.code, doubt.message, doubt.start, doubt.end) for doubt in report.warnings],
        summary=_summary(report),
    )


def _theme_numbers(report: Report) -> dict[str, int]:
    """Every theme that is named somewhere in the report, with its index in the list of them."""
    passages = (*report.themes.sections, *report.themes.paragraphs)
    named = dict.fromkeys(theme for passage in passages for theme in passage.themes)
    named |= dict.fromkeys(said.theme for passage in passages for said in passage.evidence)
    named |= dict.fromkeys(theme for figure in report.figures for theme in figure.themes)
    return {theme: number for number, theme in enumerate(named)}


def _sections(report: Report, themes: dict[str, int]) -> list[SectionEntry]:
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
                themes=[themes[theme] for theme in passage.themes] if passage else [],
                plan=section.plan,
                evidence=_evidence(report, themes, passage) if passage else [],
            )
        )
    return entries


def _evidence(report: Report, themes: dict[str, int], passage: Themed, most: int = EVIDENCE) -> list[EvidenceEntry]:
    to_source = report.clean.map.to_source
    return [
        EvidenceEntry(themes[said.theme], said.term, *to_source(said.span), round(said.weight, 1))
        for said in passage.evidence[:most]
    ]


def _paragraphs(report: Report, themes: dict[str, int]) -> list[ParagraphEntry]:
    """Those with a theme."""
    return [
        ParagraphEntry(
            section=".".join(map(str, passage.section)),
            start=passage.source.start,
            end=passage.source.end,
            themes=[themes[theme] for theme in passage.themes],
            evidence=_evidence(report, themes, passage, PARAGRAPH_EVIDENCE),
        )
        for passage in report.themes.paragraphs
        if passage.themes
    ]


def _sentences(report: Report) -> list[Span]:
    """The sentences that state figures, each once, in text order."""
    return sorted({figure.sentence for figure in report.figures})


def _figures(report: Report, themes: dict[str, int]) -> list[FigureEntry]:
    numbers = {span: number for number, span in enumerate(_sentences(report))}
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
            themes=[themes[theme] for theme in figure.themes],
            start=figure.source.start,
            end=figure.source.end,
            sentence=numbers[figure.sentence],
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

"""What was understood of one report, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from .figures import explain
from .model.figure import Figure
from .model.report import Report
from .publish.card import shown
from .publish.document import encode_report
from .render.report.words import plain
from .rules import Rules


def as_json(report: Report) -> str:
    """The report as indented JSON, in the shape of the published ``<id>.json``."""
    return msgspec.json.format(encode_report(report), indent=2).decode() + "\n"


def as_text(report: Report, rules: Rules, why: bool = False) -> str:
    """The report as text: facts, outline, figures, masks, removals, warnings; with ``why``, every candidate number."""
    parts = [_facts(report), _outline(report), _summary(report), _figures(report), _cuts(report)]
    if why:
        parts.append(_candidates(report, rules))
    return "\n".join(line for part in parts for line in (*part, "")) + "\n"


def _facts(report: Report) -> Iterator[str]:
    facts, source = report.metadata, report.source
    yield f"{facts.title}"
    read_as = f"{source.format} {source.encoding}".rstrip()
    yield f"id {report.id} · {source.file} · {read_as} · {len(source.text)} chars"
    yield f"region {facts.region} {facts.region_code}".rstrip()
    yield f"year {facts.year} ({facts.period}) · kind {facts.kind} · publisher {facts.publisher or '-'}"
    yield f"completeness {report.clean.completeness} · masks {len(report.masks)}"


def _outline(report: Report) -> Iterator[str]:
    themes = {themed.section: themed.themes for themed in report.themes.sections}
    yield f"OUTLINE ({len(report.sections)})"
    for section in report.sections:
        named = " ".join(themes.get(section.path, ()))
        plan = " [plan]" if section.plan else ""
        yield f"{'  ' * section.level}{section.marker} {section.title}{plan}" + (f"  ← {named}" if named else "")


def _summary(report: Report) -> Iterator[str]:
    yield "MAIN POINTS"
    for point in report.summary.points:
        yield f"  · {shown(point, report.clean.text)}"


def _figures(report: Report) -> Iterator[str]:
    yield f"FIGURES ({len(report.figures)}, {report.masked_figures} masked)"
    for figure in report.figures:
        yield "  " + " | ".join(_cells(figure))


def _cells(figure: Figure) -> tuple[str, ...]:
    value = "masked" if figure.masked else plain(figure.value)
    if figure.value_max is not None:
        value += f"~{plain(figure.value_max)}"
    extra = (figure.qualifier, figure.compare, figure.period, figure.rule)
    return (figure.text, value, figure.unit or "-", figure.role, figure.status, figure.indicator, *filter(None, extra))


def _cuts(report: Report) -> Iterator[str]:
    visible = [cut for cut in report.clean.removals if cut.text.strip()]
    yield f"REMOVALS ({len(visible)}, and {len(report.clean.removals) - len(visible)} blank)"
    for cut in visible:
        yield f"  {cut.source.start}-{cut.source.end} {cut.kind}: {cut.text!r}"
    yield f"WARNINGS ({len(report.warnings)})"
    for doubt in report.warnings:
        yield f"  {doubt.start}-{doubt.end} {doubt.code}: {doubt.message}"


def _candidates(report: Report, rules: Rules) -> Iterator[str]:
    yield "CANDIDATES"
    for candidate in explain(report.clean, report.outline, report.metadata, rules):
        verdict = "taken" if candidate.taken else "left "
        yield f"  {candidate.span.start:6d} {verdict} {candidate.text!r} {candidate.rule}: {candidate.why}"

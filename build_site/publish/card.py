"""What the rest of the site needs to know of one report."""

from __future__ import annotations

from collections import Counter

from ..model.corpus import Passage, RemovalNote, ReportCard, Statement, WarningNote
from ..model.diagnostic import Diagnostic
from ..model.document import Removal, Section
from ..model.report import Report
from ..model.summary import Excerpt
from ..render.report.blocks import Block, block_at, find_blocks
from ..text import is_space

CONTEXT = 24  # characters shown on each side of a removal: enough to see where it stood
SHORT = 60  # characters of a warning's evidence


def make_card(report: Report) -> ReportCard:
    """The report as other pages see it."""
    facts, source, clean = report.metadata, report.source, report.clean
    visible = [cut for cut in clean.removals if not all(map(is_space, cut.text))]
    blocks = find_blocks(report)
    return ReportCard(
        id=report.id,
        title=facts.title,
        region=facts.region,
        region_code=facts.region_code,
        year=facts.year,
        period=facts.period,
        kind=facts.kind,
        publisher=facts.publisher,
        written=facts.written,
        url=source.sidecar.url,
        licence=source.sidecar.licence,
        file=source.file,
        sha256=source.sha256,
        format=source.format,
        chars=len(source.text),
        sections=len(report.sections),
        figures=len(report.figures),
        figures_masked=report.masked_figures,
        masks=len(report.masks),
        completeness=clean.completeness,
        themes=tuple(Counter(name for passage in report.themes.sections for name in passage.themes).most_common()),
        statements=_statements(report),
        passages=_passages(report),
        points=tuple(shown(point, clean.text) for point in report.summary.points),
        removals=tuple(_removal(cut, source.text, blocks) for cut in visible),
        blank_removals=len(clean.removals) - len(visible),
        warnings=tuple(_warning(doubt, source.text, blocks) for doubt in report.warnings),
        redirect_from=source.sidecar.redirect_from,
    )


def shown(excerpt: Excerpt, text: str) -> str:
    """An excerpt as printed: its parts, with …… where clauses were left out."""
    return "……".join(part.of(text) for part in excerpt.parts)


def _statements(report: Report) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            report=report.id,
            figure=figure.id,
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
            themes=figure.themes,
            section=".".join(map(str, figure.section)),
            sentence=figure.sentence.of(report.clean.text),
            at=figure.span.start - figure.sentence.start,
        )
        for figure in report.figures
    )


def _passages(report: Report) -> tuple[Passage, ...]:
    gists = {digest.section: digest.excerpt for digest in report.summary.digests}
    sections: dict[tuple[int, ...], Section] = {section.path: section for section in report.sections}
    passages = []
    for themed in report.themes.sections:
        section = sections.get(themed.section)
        if section is None or not themed.themes:
            continue
        gist = gists.get(section.path)
        passages.append(
            Passage(
                theme=themed.primary,
                themes=themed.themes,
                section=section.ordinal,
                anchor=section.anchor,
                heading=section.marker + ("" if section.title == "-" else section.title),
                gist=shown(gist, report.clean.text) if gist else "",
                figures=sum(section.span.holds(figure.span) for figure in report.figures),
            )
        )
    return tuple(passages)


def _removal(cut: Removal, text: str, blocks: tuple[Block, ...]) -> RemovalNote:
    start, end = cut.source
    return RemovalNote(
        kind=cut.kind,
        start=start,
        end=end,
        text=cut.text,
        before=text[max(0, start - CONTEXT) : start],
        after=text[end : end + CONTEXT],
        anchor=_anchor(blocks, start),
    )


def _warning(doubt: Diagnostic, text: str, blocks: tuple[Block, ...]) -> WarningNote:
    said = text[doubt.start : doubt.end]
    if len(said) > SHORT:
        said = said[:SHORT] + "……"
    anchor = _anchor(blocks, doubt.start) if said else ""
    return WarningNote(doubt.code, doubt.message, doubt.start, doubt.end, said, anchor)


def _anchor(blocks: tuple[Block, ...], offset: int) -> str:
    block = block_at(blocks, offset)
    return block.anchor if block else ""

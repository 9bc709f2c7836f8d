"""Takes from an analysed report what search needs: its paragraphs, cut where sections begin inside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from ...model.document import Paragraph, Section
from ...model.report import Report
from ...text import Span
from .record import SearchFigure, SearchPassage, SearchRecord


def search_record(report: Report) -> SearchRecord:
    """The report as search sees it."""
    spans = list(_passage_spans(report))
    data = report.metadata
    return SearchRecord(
        id=report.id,
        title=data.title,
        region=data.region,
        region_code=data.region_code,
        year=data.year,
        kind=data.kind,
        passages=tuple(_passages(report, spans)),
        figures=tuple(_figures(report, [span for _, span in spans])),
    )


def _passage_spans(report: Report) -> Iterator[tuple[Paragraph, Span]]:
    """Paragraphs in order, cut at the start of every section that begins inside one."""
    cuts = sorted({section.span.start for section in report.sections})
    for paragraph in report.clean.paragraphs:
        start, end = paragraph.span
        inner = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        for here, there in zip([start, *inner], [*inner, end], strict=True):
            if there > here:
                yield paragraph, Span(here, there)


def _passages(report: Report, spans: Sequence[tuple[Paragraph, Span]]) -> Iterator[SearchPassage]:
    text = report.clean.text
    around = _Sections(report)
    paragraph_themes = {themed.span: themed.themes for themed in report.themes.paragraphs}
    figure_starts = sorted(figure.span.start for figure in report.figures)
    for paragraph, span in spans:
        chain = around.at(span)
        # A whole paragraph has themes of its own; a part of one has those of its section.
        themes = paragraph_themes.get(span, ()) or around.themes(chain)
        yield SearchPassage(
            text=span.of(text),
            anchor=f"p{paragraph.source.start}",
            opens=span.start == paragraph.span.start,
            heading=" › ".join(section.heading.of(text).strip("。．.：:，,；;、 ") for section in chain),
            themes=themes,
            plan=any(section.plan for section in chain),
            figures=bisect_left(figure_starts, span.start) < bisect_left(figure_starts, span.end),
        )


class _Sections:
    """Finds the sections around a passage; passages are asked for in order."""

    def __init__(self, report: Report) -> None:
        self._sections = report.sections
        self._themes = {themed.section: themed.themes for themed in report.themes.sections}
        self._next = 0
        self._open: list[Section] = []

    def at(self, passage: Span) -> tuple[Section, ...]:
        """The sections that hold the start of ``passage``, outermost first."""
        while self._next < len(self._sections) and self._sections[self._next].span.start <= passage.start:
            self._open.append(self._sections[self._next])
            self._next += 1
        self._open = [section for section in self._open if section.span.end > passage.start]
        return tuple(self._open)

    def themes(self, chain: tuple[Section, ...]) -> tuple[str, ...]:
        """The themes of the innermost section of ``chain`` that has some."""
        for section in reversed(chain):
            if found := self._themes.get(section.path):
                return found
        return ()


def _figures(report: Report, spans: Sequence[Span]) -> Iterator[SearchFigure]:
    starts = [span.start for span in spans]
    for figure in report.figures:
        index = bisect_right(starts, figure.span.start) - 1
        if index >= 0:
            yield SearchFigure(
                id=figure.id,
                passage=index,
                start=figure.span.start - starts[index],
                text=figure.span.of(report.clean.text),
                indicator=figure.indicator,
                plan=figure.status == "plan",
            )

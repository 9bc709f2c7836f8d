"""Reports made by hand for tests of pages: a text, the headings in it, and the figures and masks to find."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from build_site.model.diagnostic import Diagnostic
from build_site.model.document import CleanText, Mask, Metadata, Outline, Paragraph, Removal, Section
from build_site.model.figure import Figure
from build_site.model.report import Report
from build_site.model.source import Source
from build_site.model.summary import Excerpt, Summary
from build_site.model.theme import Themed, Themes
from build_site.text import OffsetMap, Span

CUT = "☒"  #: in a test text, a character that cleaning takes out


def make_report(
    text: str,
    headings: Sequence[tuple[str, int, str, str]] = (),
    figures: Sequence[tuple[str, str]] = (),
    places: Sequence[str] = (),
    title: str = "某区2022年教育工作总结",
    warnings: tuple[Diagnostic, ...] = (),
) -> Report:
    """A report whose canonical text is ``text``.

    Args:
        text: every ``☒`` in it is a removal; paragraphs are its lines, cells of a table row are parted by tabs.
        headings: literal text, level, marker and title of each heading, in text order.
        figures: literal text (unique in the report) and unit of each figure; ``*`` in it makes it masked.
        places: the place of each paragraph that is a table cell, "" for the others.
    """
    kept = tuple(Span(*match.span()) for match in re.finditer(f"[^{CUT}]+", text))
    offsets = OffsetMap(kept)
    clean = "".join(span.of(text) for span in kept)
    spans = [Span(*match.span()) for match in re.finditer(r"[^\n\t]+", clean)]
    at = list(places) + [""] * (len(spans) - len(places))
    paragraphs = tuple(
        Paragraph(span, offsets.to_source(span), "cell" if place else "text", place)
        for span, place in zip(spans, at, strict=True)
    )
    masks = tuple(Mask(Span(*match.span()), match[0], "figure") for match in re.finditer(r"\*+", text))
    removals = tuple(Removal(Span(*m.span()), "bookmark", m[0]) for m in re.finditer(CUT, text))
    source = Source(id="r1", file="r1.txt", format="txt", sha256="0" * 64, text=text)
    found = tuple(_figure(clean, offsets, *figure) for figure in figures)
    return Report(
        clean=CleanText(source, clean, offsets, removals, masks, paragraphs, "完整"),
        outline=Outline(_sections(clean, offsets, headings), Span(0, 0)),
        metadata=Metadata(title=title, region="某市某区", year="2022", publisher="某区教育局", written="2023-01-08"),
        figures=found,
        themes=Themes((), tuple(Themed(p.span, p.source, (), "教师队伍", ("教师队伍",)) for p in paragraphs)),
        summary=_summary(found, offsets),
        masks=masks,
        warnings=warnings,
    )


def _figure(clean: str, offsets: OffsetMap, said: str, unit: str) -> Figure:
    start = clean.index(said)
    span = Span(start, start + len(said))
    digits = re.search(r"[\d.]+", said)
    return Figure(
        span=span,
        source=offsets.to_source(span),
        text=said,
        indicator=f"指标{start}",
        value=Decimal(digits[0]) if digits else None,
        unit=unit,
        sentence=Span(clean.rfind("\n", 0, start) + 1, start + len(clean[start:].partition("\n")[0])),
        period="2022",
        masked="*" in said,
        themes=("教师队伍", "德育与思政"),
    )


def _sections(clean: str, offsets: OffsetMap, headings: Sequence[tuple[str, int, str, str]]) -> tuple[Section, ...]:
    starts, at = [], 0
    for said, *_ in headings:
        at = clean.index(said, at)
        starts.append(at)
        at += len(said)
    sections, path = [], [0] * 9
    for number, (said, level, marker, title) in enumerate(headings):
        after = [starts[n] for n in range(number + 1, len(headings)) if headings[n][1] <= level]
        span = Span(starts[number], after[0] if after else len(clean))
        path[level] += 1
        path[level + 1 :] = [0] * (8 - level)
        sections.append(
            Section(
                path=tuple(path[1 : level + 1]),
                level=level,
                marker=marker,
                title=title,
                heading=Span(starts[number], starts[number] + len(said)),
                span=span,
                source=offsets.to_source(span),
                run_in=clean[starts[number] + len(said) : starts[number] + len(said) + 1] not in ("\n", ""),
            )
        )
    return tuple(sections)


def _summary(figures: tuple[Figure, ...], offsets: OffsetMap) -> Summary:
    points = tuple(
        Excerpt(figure.sentence, offsets.to_source(figure.sentence), (figure.sentence,), figure.section)
        for figure in figures[:3]
    )
    return Summary(points=points, headline=tuple(figure.source.start for figure in figures if not figure.masked)[:4])

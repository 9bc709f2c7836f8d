"""The full-text page: every character of the report that was kept, each figure alive, each passage with an address.

The page is the proof that nothing was lost: an element with ``data-s`` and ``data-e`` shows exactly the source
between these offsets, less the removals inside, and adds no character of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from markupsafe import Markup

from ...model.figure import Figure
from ...model.page import Page
from ...model.report import Report
from .. import escape
from ..templating import render
from .blocks import Block
from .changes import change_of
from .citation import citation
from .head import page_head
from .marks import MarkedText
from .parts import part_path, text_parts
from .tables import empty_html, table_html
from .words import period_words

LABEL = 16  # characters of a point without a title in the side navigation: one line there
DEEPEST = 6  # HTML knows six levels of headings
_LARGE = re.compile("[万亿]")


def text_pages(report: Report, blocks: tuple[Block, ...], marked: MarkedText) -> Iterator[Page]:
    """``reports/<id>/text.md``, and further parts of a very long text."""
    themes, period = _theme_numbers(report), _usual_period(report)
    parts = text_parts(report, blocks)
    begins = [part[0].source.start if part else 0 for part in parts]
    for number, part in enumerate(parts, 1):
        end = begins[number] if number < len(parts) else len(report.source.text)
        begin = begins[number - 1] if number > 1 else 0
        figures = [figure for figure in report.figures if begin <= figure.source.start < end]
        yield Page(
            part_path(report.id, number),
            render(
                "report/text.md",
                head=Markup(page_head(report, "全文", number)),  # noqa: S704 - escaped there
                report=report,
                titled=number == 1 and any(section.level == 0 for section in report.outline.sections),
                body=Markup("".join(_body(report, part, marked, themes))),  # noqa: S704 - made of escaped pieces
                themes=themes,
                figures=figure_cards(report, figures, themes, period),
                period=period_words(period),
                citation=citation(report),
                number=number,
                parts=begins if len(parts) > 1 else [],
                openings=[_opening(report, part) for part in parts] if len(parts) > 1 else [],
            ),
        )


def _opening(report: Report, part: tuple[Block, ...]) -> str:
    """What names a part beside its number: the first heading in it."""
    first = next((block for block in part if block.kind == "heading" and block.sections[0].level), None)
    name = first.span.of(report.clean.text) if first else ""
    return name if len(name) <= LABEL else f"{name[: LABEL - 1]}…"


def _theme_numbers(report: Report) -> dict[str, int]:
    """The themes of the report with the numbers that stand for them on the page, commonest passage first."""
    counts: dict[str, int] = {}
    for themed in report.themes.paragraphs or report.themes.sections:
        for name in themed.themes:
            counts[name] = counts.get(name, 0) + 1
    for figure in report.figures:
        for name in figure.themes:
            counts.setdefault(name, 0)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    return {name: number for number, name in enumerate(ranked)}


def _body(report: Report, blocks: Sequence[Block], marked: MarkedText, themes: dict[str, int]) -> Iterator[str]:
    text = report.clean.text
    for kind, group in groupby(blocks, key=_group):
        if kind == "heading":
            for block in group:
                yield _heading(block, marked, text, themes)
        elif kind != "body":
            yield f"{table_html(list(group), marked)}\n\n"
        else:
            inside = "\n".join(_paragraph(block, marked, themes) for block in group)
            yield f'<div class="body">\n{inside}\n</div>\n\n'


def _group(block: Block) -> str:
    """Blocks of one kind stand together; each table by itself."""
    if block.place:
        return f"table {block.place.partition(',')[0]}"
    return "heading" if block.kind == "heading" else "body"


def _heading(block: Block, marked: MarkedText, text: str, themes: dict[str, int]) -> str:
    section = block.sections[0]
    level = section.level + 1
    attributes = [f"#{block.anchor}", *_attributes(block, themes)]
    if section.run_in:
        attributes.append(".run-in")
    if section.title == "-":
        opening = text[block.span.end : block.span.end + LABEL].partition("\n")[0]
        attributes.append(".untitled")
        label = f"{section.marker}{opening}……"
    else:
        label = f"{section.marker}{section.title}"
    attributes.append(f'data-toc-label="{escape.inline(label)}"')
    if level > DEEPEST:
        attributes.append(f'aria-level="{level}"')
    shown = marked.html(block.span, escape.inline)
    link = _permalink(block.anchor, "本节")
    return f"{'#' * min(level, DEEPEST)} {shown}{link} {{{' '.join(attributes)}}}\n\n"


def _permalink(anchor: str, name: str) -> str:
    """A link to the passage it stands in; without a character of its own, which would be one the source has not."""
    return f"<a href=#{anchor} title={name}></a>"


def _paragraph(block: Block, marked: MarkedText, themes: dict[str, int]) -> str:
    if block.kind == "empty":
        return empty_html(block)
    anchor, attributes = block.anchor, " ".join(_attributes(block, themes))
    classes = "" if block.kind == "text" else f" class={block.kind}"
    return (
        f"<p id={anchor} {attributes}{classes}>{marked.html(block.span, escape.html)}{_permalink(anchor, '本段')}</p>"
    )


def _attributes(block: Block, themes: dict[str, int]) -> list[str]:
    found = [f"data-s={block.source.start}", f"data-e={block.source.end}"]
    if block.themes:
        found.append(f'data-t="{" ".join(str(themes[name]) for name in block.themes if name in themes)}"')
    return found


def figure_cards(report: Report, figures: Sequence[Figure], themes: dict[str, int], period: str) -> list[list[Any]]:
    """What the page's script shows of each of ``figures``, in text order, as short as hundreds of rows should be.

    "" stands for ``period`` as time, and for the themes of the row before; a unit is told only where the script writes
    the number out (12万); empty values at the end of a row are left out.
    """
    by_start = {figure.source.start: figure for figure in report.figures}
    rows = []
    before: list[int] = []
    for figure in figures:
        linked = [by_start[start] for start in figure.linked if start in by_start]
        change = change_of(figure, linked, report)
        numbers = [themes[name] for name in figure.themes if name in themes]
        row: list[Any] = [
            figure.source.start,
            figure.indicator,
            figure.unit if _LARGE.search(figure.text) else "",
            figure.role if figure.role != "level" else "",
            figure.status if figure.status != "done" else "",
            "" if figure.period == period else period_words(figure.period) or 0,
            "" if numbers == before else numbers,
            (change.direction, change.words) if change else "",
            figure.linked or "",
        ]
        while row[-1] == "":
            row.pop()
        rows.append(row)
        before = numbers
    return rows


def _usual_period(report: Report) -> str:
    return Counter(figure.period for figure in report.figures).most_common(1)[0][0] if report.figures else ""

"""Cases of the figures stage.

Parts: ``原文`` is the text of a report, or ``表格`` a table with `|` between cells (its first line is the
caption, ``（无）`` if there is none); ``年份`` and ``时段`` are the time it is about, if that matters and it is
not a whole year.
Expected: ``数据`` has one line a figure, in text order::

    quote = value | unit | role | indicator | status | qualifier | period | compare

``quote`` is the figure as it stands in the text, ``value`` a decimal, ``3~5`` for a range, ``遮盖`` where digits are
hidden; columns may be left out from the right. ``疑点`` has one line a warning: its code.
"""

from __future__ import annotations

from dataclasses import replace

from build_site.clean import clean
from build_site.figures import find_figures
from build_site.ingest.drawn import with_drawn_tables
from build_site.ingest.reading import Reading
from build_site.model.diagnostic import Diagnostic
from build_site.model.document import CleanText, Metadata, Outline, Paragraph
from build_site.model.figure import Figure
from build_site.model.source import Source
from build_site.outline import find_outline
from build_site.rules import Rules
from build_site.text import OffsetMap, Span
from tests.casefile import NOTHING


def observe(parts: dict[str, str], rules: Rules) -> dict[str, str]:
    """The expected parts as the build has them."""
    figures, doubts = _analysed(parts, rules)[1:]
    observed = {}
    if "数据" in parts:
        observed["数据"] = "\n".join(map(_line, figures)) or NOTHING
    if "疑点" in parts:
        observed["疑点"] = "\n".join(doubt.code for doubt in doubts) or NOTHING
    return observed


def invariants(parts: dict[str, str], rules: Rules) -> None:
    """What holds for the figures of every text."""
    text, figures, _ = _analysed(parts, rules)
    end = 0
    for figure in figures:
        assert figure.text == text.source.text[figure.source.start : figure.source.end]
        assert figure.span.start >= end, "figures are in order and disjoint"
        assert figure.sentence.holds(figure.span), "a figure stands in its sentence"
        assert not figure.masked or figure.value is None, "a masked figure has no value"
        assert figure.masked or figure.value is not None, "a figure that is not masked has a value"
        assert 2 <= len(figure.indicator) <= 30
        assert not set(figure.indicator) & set("，。；：！？,;\n"), figure.indicator
        end = figure.span.end


def _analysed(parts: dict[str, str], rules: Rules) -> tuple[CleanText, tuple[Figure, ...], tuple[Diagnostic, ...]]:
    if "表格" in parts:
        text, outline = _table(parts["表格"]), Outline((), Span(0, 0))
    else:
        text, _ = clean(_read(parts["原文"]), rules)
        outline, _ = find_outline(text, rules)
    metadata = Metadata(title="例文", year=parts.get("年份", "未知").strip(), period=parts.get("时段", "全年").strip())
    figures, doubts = find_figures(text, outline, metadata, rules)
    return text, figures, doubts


def _read(text: str) -> Source:
    reading = with_drawn_tables(Reading(text))
    return replace(_source(text), marks=reading.marks)


def _source(text: str) -> Source:
    return Source(id="case", file="case.txt", sha256="", format="txt", text=text)


def _table(part: str) -> CleanText:
    caption, *rows = part.split("\n")
    text, paragraphs = (caption if caption != NOTHING else ""), []
    if text:
        paragraphs.append(_paragraph(0, len(text), "text", ""))
    for row, line in enumerate(rows):
        for column, cell in enumerate(line.split("|")):
            text += ("\n" if column == 0 else "\t") if text else ""
            start = len(text)
            text += cell.strip()
            paragraphs.append(_paragraph(start, len(text), "cell", f"0,{row},{column},1,1"))
    return CleanText(
        source=_source(text),
        text=text,
        map=OffsetMap((Span(0, len(text)),)),
        removals=(),
        masks=(),
        paragraphs=tuple(paragraphs),
        completeness="完整",
    )


def _paragraph(start: int, end: int, kind: str, place: str) -> Paragraph:
    return Paragraph(Span(start, end), Span(start, end), kind, place)


def _line(figure: Figure) -> str:
    value = "遮盖" if figure.masked else f"{figure.value:f}"
    if figure.value_max is not None:
        value += f"~{figure.value_max:f}"
    columns = (
        value,
        figure.unit,
        figure.role,
        figure.indicator,
        figure.status,
        figure.qualifier,
        figure.period,
        figure.compare,
    )
    return f"{figure.text} = {' | '.join(columns)}"

"""The text of one report as search results quote it: one small file, loaded only when the report is shown."""

from __future__ import annotations

from typing import Any

from .bundle import utf16_length
from .record import SearchFigure, SearchRecord


def text_document(record: SearchRecord) -> dict[str, Any]:
    """What the browser loads of ``record``: passages as [text, anchor, opens, number of its heading], and figures."""
    headings = sorted({passage.heading for passage in record.passages})
    number = {heading: index for index, heading in enumerate(headings)}
    return {
        "id": record.id,
        "title": record.title,
        "region": record.region,
        "year": record.year,
        "kind": record.kind,
        "headings": headings,
        "passages": [
            [passage.text, passage.anchor, int(passage.opens), number[passage.heading]] for passage in record.passages
        ],
        "figures": [_figure(record, figure) for figure in record.figures],
    }


def _figure(record: SearchRecord, figure: SearchFigure) -> list[Any]:
    before = record.passages[figure.passage].text[: figure.start]
    return [figure.id, figure.passage, utf16_length(before), figure.text, figure.indicator, int(figure.plan)]

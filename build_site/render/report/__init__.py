"""The two pages of a report: what it says in brief, and all it says; more of each where it is very long."""

from __future__ import annotations

from ...model.page import Page
from ...model.report import Report
from .blocks import find_blocks
from .marks import MarkedText
from .overview_page import overview_page
from .text_page import text_pages


def report_pages(report: Report) -> tuple[Page, ...]:
    """Overview, full text, and what either needs more pages for.

    A function of the report alone, so that its pages can be cached with it.
    """
    blocks, marked = find_blocks(report), MarkedText(report)
    overview, *tables = overview_page(report, blocks, marked)
    text, *parts = text_pages(report, blocks, marked)
    return overview, text, *tables, *parts

"""The two pages of a report: what it says in brief, and all it says."""

from __future__ import annotations

from ...model.page import Page
from ...model.report import Report
from .blocks import find_blocks
from .marks import MarkedText
from .overview_page import overview_page
from .text_page import text_page


def report_pages(report: Report) -> tuple[Page, ...]:
    """Overview and full text; a function of the report alone, so that its pages can be cached with it."""
    blocks, marked = find_blocks(report), MarkedText(report)
    return overview_page(report, blocks, marked), text_page(report, blocks, marked)

"""The two pages of a report: what it says in brief, and all it says."""

from __future__ import annotations

from ...model.page import Page
from ...model.report import Report
from .overview_page import overview_page
from .text_page import text_page


def report_pages(report: Report) -> tuple[Page, ...]:
    """Overview and full text; a function of the report alone, so that its pages can be cached with it."""
    return overview_page(report), text_page(report)

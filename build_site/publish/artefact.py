"""What one report contributes to the site, ready to be written: made once, kept in the cache."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model.corpus import ReportCard
from ..model.page import Page
from ..model.report import Report
from ..model.tables import REPORT_TABLES
from ..render.report import report_pages
from .card import make_card
from .document import encode_report
from .rows import csv_lines, report_rows
from .search import SearchRecord, search_record


@dataclass(frozen=True, slots=True)
class Contents:
    """The bulky part, read again only where it has to be written again.

    Attributes:
        pages: the report's Markdown pages.
        document: ``<id>.json``.
        text: ``<id>.txt``, the canonical source text.
    """

    pages: tuple[Page, ...]
    document: bytes
    text: str


@dataclass(frozen=True, slots=True)
class Artefact:
    """A report's contribution.

    Attributes:
        key: hash of everything it was made from; equal keys mean equal bytes.
        card: what other pages need.
        tables: table name -> its rows as CSV without header.
        contents: see there.
        search: what search keeps of it.
    """

    key: str
    card: ReportCard
    tables: dict[str, str]
    contents: Contents
    search: SearchRecord


def make_artefact(report: Report, key: str) -> Artefact:
    """Everything that is published of one report."""
    rows = report_rows(report)
    pages = report_pages(report)
    more = tuple(page.path.removeprefix(f"reports/{report.id}/") for page in pages[2:])
    return Artefact(
        key=key,
        card=replace(make_card(report), key=key, more_pages=more),
        tables={table.name: csv_lines(rows[table.name]) for table in REPORT_TABLES},
        contents=Contents(pages=pages, document=encode_report(report), text=report.source.text),
        search=search_record(report),
    )

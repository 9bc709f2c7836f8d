"""How to cite a report, after GB/T 7714-2025 (an electronic report, [R/OL])."""

from __future__ import annotations

from ...model.report import Report

NOBODY = "佚名"  #: what the standard puts where the responsible body is not known
ACCESS = "[引用日期]"  #: replaced by today's date where scripts run; the standard wants the day of reading


def citation(report: Report) -> str:
    """责任者. 题名[R/OL]. (发布日期)[引用日期]. — the page's script adds the day and the page's address.

    The published date comes from the sidecar, else the date of writing; it is left out where neither is known.
    """
    facts = report.metadata
    date = report.source.sidecar.published or facts.written
    published = f"({date})" if date else ""
    return f"{facts.publisher or NOBODY}. {facts.title}[R/OL]. {published}{ACCESS}."

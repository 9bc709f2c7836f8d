"""Matches titles of sections and documents that state intentions: 下半年工作打算, 2023年工作要点."""

from __future__ import annotations

import re

from .patterns import Patterns

_YEAR = re.compile(r"(20\d\d)年")


def is_plan_document(title: str, patterns: Patterns) -> bool:
    """Whether a document so titled is a plan throughout."""
    line = patterns.line
    return bool(line.plan_titles.search(title)) and not line.done_titles.search(title)


def is_plan_heading(title: str, first_year: int, patterns: Patterns) -> bool:
    """Whether a section so titled states intentions. ``first_year`` is the year reported on, 0 if unknown."""
    line = patterns.line
    if line.done_headings.search(title):
        return False
    years = [int(year) for year in _YEAR.findall(title)]
    return bool(line.plan_headings.search(title)) or bool(first_year and years and min(years) > first_year)


def year_reported(title: str, opening: str) -> int:
    """The first year named in the document title, else in the opening of the body; 0 if none is."""
    years = [int(year) for year in _YEAR.findall(title)]
    if years:
        return min(years)
    found = _YEAR.search(opening)
    return int(found[1]) if found else 0

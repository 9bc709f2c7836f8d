"""How alike two readings of one report are: paragraphs, headings and figures, in order."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from build_site.model.report import Report

ASPECTS = ("paragraphs", "sections", "figures")


def aspects(report: Report) -> tuple[list[str], list[str], list[str]]:
    """Paragraphs, headings and figures, white space aside."""
    paragraphs = [re.sub(r"\s+", "", line) for line in report.clean.text.splitlines()]
    sections = [f"{section.level} {section.marker} {section.title}" for section in report.outline.sections]
    figures = [f"{one.indicator} {one.value} {one.value_max} {one.unit} {one.role}" for one in report.figures]
    return paragraphs, [re.sub(r"\s+", "", line) for line in sections], figures


def common(was: list[str], has: list[str], told: str = "") -> int:
    """How many of ``was`` stand in ``has`` too, in order; the others are printed under ``told`` if that is given."""
    steps = SequenceMatcher(None, was, has, autojunk=False).get_opcodes()
    for kind, a, b, c, d in steps:
        if kind != "equal" and told:
            print("\n".join([f"{told}:", *(f"- {line}" for line in was[a:b]), *(f"+ {line}" for line in has[c:d])]))
    return sum(b - a for kind, a, b, _, _ in steps if kind == "equal")

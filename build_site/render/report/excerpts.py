"""Sentences of the report as the overview quotes them, each with the way to its place in the full text."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from markupsafe import Markup

from ...model.document import Section
from ...model.report import Report
from ...model.summary import Excerpt
from ...text import Span
from .. import escape
from .blocks import Block, block_at
from .marks import MarkedText

SECTION_NAME = 18  # characters of a section's name beside a quote or in a table row


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted sentence: its HTML, the link to it, and its section's name and link ("" where it has none)."""

    html: Markup
    link: str
    section: str
    section_link: str


class Quoter:
    """Quotes sentences of one report."""

    def __init__(self, report: Report, blocks: tuple[Block, ...], marked: MarkedText) -> None:
        self._report = report
        self._blocks = blocks
        self._marked = marked
        self._sections = {section.path: section for section in report.sections}

    def quote(self, excerpt: Excerpt) -> Quote:
        """``excerpt`` with its figures marked; clauses left out show as ……"""
        shown = "……".join(self._marked.html(part, escape.html, ids=False) for part in excerpt.parts)
        section = self._sections.get(excerpt.section)
        return Quote(
            html=Markup(shown),  # noqa: S704 - made of escaped pieces
            link=self.link(excerpt.source),
            section=section_name(section) if section else "",
            section_link=f"text/#{section.anchor}" if section else "",
        )

    def quotes(self, excerpts: tuple[Excerpt, ...], told: Container[Span]) -> list[Quote]:
        """Those of ``excerpts`` that are not among the sentences already ``told``."""
        return [self.quote(excerpt) for excerpt in excerpts if excerpt.span not in told]

    def link(self, source: Span) -> str:
        """Address, from the overview, of a stretch of the source: its block, with the stretch itself marked."""
        block = block_at(self._blocks, source.start)
        if block is None:
            return "text/"
        if source.end <= source.start:
            return f"text/#{block.anchor}"
        return f"text/?mark={source.start}-{source.end}#{block.anchor}"


def section_name(section: Section, longest: int = SECTION_NAME) -> str:
    """Marker and title as printed, shortened to ``longest`` characters; the marker alone for a point without title."""
    name = section.marker + ("" if section.title == "-" else section.title)
    return name if len(name) <= longest else name[: longest - 1] + "…"

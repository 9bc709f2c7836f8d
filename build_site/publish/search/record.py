"""What search keeps of one report: made once by a worker, stored, and read again only when its bundle changes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchPassage:
    """A paragraph, or the part of one that belongs to one section.

    Attributes:
        text: as the full-text page shows it; the passages of one paragraph, joined, are the paragraph.
        anchor: HTML id of its paragraph on the full-text page.
        opens: whether it is the first passage of its paragraph.
        heading: headings of its sections, outermost first, joined by `` › ``; "" before the first section.
        themes: of the passage, the primary one first.
        plan: whether it states intentions rather than what was done.
        figures: whether it states a figure.
    """

    text: str
    anchor: str
    opens: bool
    heading: str
    themes: tuple[str, ...]
    plan: bool
    figures: bool


@dataclass(frozen=True, slots=True)
class SearchFigure:
    """A figure, so that a number that was searched for can say what it measures.

    Attributes:
        id: HTML id on the full-text page.
        passage: index of its passage in the record.
        start: offset in the passage's text; it may reach into the next passage of the paragraph.
        text: as printed, without litter.
        indicator: what it measures.
        plan: whether it is intended rather than reached.
    """

    id: str
    passage: int
    start: int
    text: str
    indicator: str
    plan: bool


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One report as search sees it; the fields of the same names are those of `Metadata`."""

    id: str
    title: str
    region: str
    region_code: str
    year: str
    kind: str
    passages: tuple[SearchPassage, ...]
    figures: tuple[SearchFigure, ...]

"""All reports together: what each contributes, and what can be laid side by side.

A build of thousands of reports keeps one `ReportCard` a report in memory and never the reports themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple


class Statement(NamedTuple):
    """A figure as other reports see it.

    Attributes:
        report: id of the report.
        figure: id of the figure, also its HTML id on the full-text page.
        indicator: as the report words it.
        value, value_max, unit, text, qualifier, role, status, period, compare, masked: as in `Figure`.
        themes: of its passage, the primary one first.
        section: ordinal path of its section.
        sentence: the sentence it stands in, litter-free; ``at`` where in it the figure begins, -1 if nobody asks.
    """

    report: str
    figure: str
    indicator: str
    value: Decimal | None
    value_max: Decimal | None
    unit: str
    text: str
    qualifier: str
    role: str
    status: str
    period: str
    compare: str
    masked: bool
    themes: tuple[str, ...]
    section: str
    sentence: str
    at: int = -1


@dataclass(frozen=True, slots=True)
class Passage:
    """A section as a theme page quotes it.

    Attributes:
        theme: its primary theme ("" if none); ``themes`` all of them, the primary one first.
        section: ordinal path; ``anchor`` its HTML id on the full-text page.
        heading: marker and title as printed.
        gist: one sentence of it, "" if it has none.
        figures: how many figures it states, subsections included.
    """

    theme: str
    themes: tuple[str, ...]
    section: str
    anchor: str
    heading: str
    gist: str
    figures: int


@dataclass(frozen=True, slots=True)
class RemovalNote:
    """A removal as the quality page shows it: kind, source offsets, the text and a little of what surrounds it.

    ``anchor`` is the HTML id, on the full-text page, of the passage it was cut from.
    """

    kind: str
    start: int
    end: int
    text: str
    before: str
    after: str
    anchor: str


@dataclass(frozen=True, slots=True)
class WarningNote:
    """A warning as the quality page shows it, with the text concerned, and the HTML id of the passage it stands in.

    Both are "" where the whole report is meant.
    """

    code: str
    message: str
    start: int
    end: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ReportCard:
    """What the rest of the site needs to know of one report.

    Attributes:
        key: hash of all the report was made from; cards of one key are equal. "" if nobody asks.
        chars: length of the canonical source text in code points.
        themes: every theme that is primary or secondary for some section, with how many sections name it.
        removals: those with visible characters; ``blank_removals`` counts the others.
        points: the main points as shown, for the home page and search results.
        redirect_from: ids it had before.
        more_pages: its pages besides overview and full text, below its folder; only very long reports have some.
    """

    id: str
    title: str
    region: str
    region_code: str
    year: str
    period: str
    kind: str
    publisher: str
    written: str
    url: str
    licence: str
    file: str
    sha256: str
    format: str
    chars: int
    sections: int
    figures: int
    figures_masked: int
    masks: int
    completeness: str
    themes: tuple[tuple[str, int], ...]
    statements: tuple[Statement, ...]
    passages: tuple[Passage, ...]
    points: tuple[str, ...]
    removals: tuple[RemovalNote, ...]
    blank_removals: int
    warnings: tuple[WarningNote, ...]
    key: str = ""
    redirect_from: tuple[str, ...] = ()
    more_pages: tuple[str, ...] = ()

    @property
    def disclosure(self) -> float | None:
        """公开率: the share of figures that are not masked, 0 to 1; None without figures."""
        return 1 - self.figures_masked / self.figures if self.figures else None


class Verdict(NamedTuple):
    """Whether the statements of one indicator may be laid side by side, and why not."""

    comparable: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AlignedIndicator:
    """One indicator over all reports.

    Attributes:
        id: ASCII, from the normal form of the name alone.
        name: the commonest wording.
        wordings: all wordings found, sorted by pinyin.
        sort_key: pinyin of the name; its first letter is the A–Z heading.
        unit: the commonest unit.
        themes: the themes its statements stand under, commonest first.
        statements: every one, by region code, year, report, place in the report.
        years: for each statement the year it is about.
        reports: ids of the reports that state it, in the order of ``statements``.
        comparable: indexes into ``statements`` of the largest set that may be compared (two or more), else ().
        verdicts: one for each statement, against that set (or the first statement if there is none).
    """

    id: str
    name: str
    wordings: tuple[str, ...]
    sort_key: str
    unit: str
    themes: tuple[str, ...]
    statements: tuple[Statement, ...]
    years: tuple[str, ...]
    reports: tuple[str, ...]
    comparable: tuple[int, ...]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class ThemeIndex:
    """One theme over all reports.

    Attributes:
        passages: as (report id, passage), by the order of reports.
        reports: ids of the reports with such a passage, in their order.
        silent: ids of the reports that do not speak of it at all.
        indicators: ids of its indicators.
    """

    name: str
    id: str
    description: str
    passages: tuple[tuple[str, Passage], ...]
    reports: tuple[str, ...]
    silent: tuple[str, ...]
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A node of the region tree; ``reports`` are those of this very place, children are below it, in pinyin order."""

    name: str
    code: str
    id: str
    reports: tuple[str, ...]
    children: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that needs more than one report.

    Attributes:
        reports: cards by id order (newest year first, then region code, then id).
        years: year -> report ids, newest first; 未知 last.
    """

    reports: tuple[ReportCard, ...]
    indicators: tuple[AlignedIndicator, ...]
    themes: tuple[ThemeIndex, ...]
    places: tuple[Place, ...]
    years: tuple[tuple[str, tuple[str, ...]], ...]

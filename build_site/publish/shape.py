"""The shape of ``<report>.json``, and the schema that validates it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import msgspec


class EvidenceEntry(msgspec.Struct, frozen=True, array_like=True):
    """A word that speaks for (or, with a negative weight, against) a theme, and where it stands.

    Written as an array in the order of the fields, for there are some hundred in a report.
    """

    theme: int
    term: str
    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A row of ``sections.csv``: the first of its ``themes`` is the primary one, ``plan`` tells sections that state
    intentions, ``evidence`` holds the strongest words behind the themes.
    """

    section: str
    level: int
    marker: str
    title: str
    start: int
    end: int
    themes: list[int]
    plan: bool
    evidence: list[EvidenceEntry]


class FigureEntry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A row of ``figures.csv``, what is as its default left out.

    ``sentence`` is an index into ``sentences``, ``linked`` names the other figures of one statement, ``rule`` what
    found it; the address is ``reports/<id>/text/#<figure>``.
    """

    figure: str
    section: str
    indicator: str
    value: Decimal | None
    value_max: Decimal | None = None
    unit: str
    text: str
    qualifier: str = ""
    role: str = "level"
    status: str = "done"
    period: str
    compare: str = ""
    masked: bool = False
    themes: list[int] = []
    start: int
    end: int
    sentence: int
    linked: list[str] = []
    rule: str


@dataclass(frozen=True, slots=True)
class ParagraphEntry:
    """A paragraph that speaks of a theme, with the strongest words behind it.

    ``evidence`` is empty where the paragraph is the only one of its section, whose evidence it then is.
    """

    section: str
    start: int
    end: int
    themes: list[int]
    evidence: list[EvidenceEntry]


@dataclass(frozen=True, slots=True)
class SentenceEntry:
    """A sentence that states figures: where it stands, and its characters without litter."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class StretchEntry:
    """A mask or a removal: where, what, which kind."""

    start: int
    end: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class WarningEntry:
    """A row of ``warnings.csv``."""

    code: str
    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ExcerptEntry:
    """A sentence chosen for the summary; ``text`` shows cut clauses as ……."""

    text: str
    start: int
    end: int
    section: str
    reason: str


@dataclass(frozen=True, slots=True)
class SummaryEntry:
    """The structured summary; ``headline`` holds figure ids."""

    points: list[ExcerptEntry]
    highlights: list[ExcerptEntry]
    problems: list[ExcerptEntry]
    next_steps: list[ExcerptEntry]
    digests: list[ExcerptEntry]
    headline: list[str]


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """One report, whole. Offsets count code points in ``<id>.txt``.

    ``themes`` names the themes of the report once; wherever else a theme is meant, its index in that list stands: the
    names on every section, paragraph and figure would be a quarter of the file.
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
    source_file: str
    source_sha256: str
    source_url: str
    licence: str
    format: str
    chars: int
    completeness: str
    themes: list[str]
    sections: list[SectionEntry]
    paragraphs: list[ParagraphEntry]
    sentences: list[SentenceEntry]
    figures: list[FigureEntry]
    masks: list[StretchEntry]
    removals: list[StretchEntry]
    warnings: list[WarningEntry]
    summary: SummaryEntry


def report_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `encode_report` writes."""
    schema = msgspec.json.schema(ReportDocument)
    _numbers(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _numbers(node: Any) -> None:
    """Decimals are written as numbers, where the schema generator expects strings."""
    if isinstance(node, dict):
        if node.get("format") == "decimal":
            node.clear()
            node["type"] = "number"
        for child in node.values():
            _numbers(child)
    elif isinstance(node, list):
        for child in node:
            _numbers(child)

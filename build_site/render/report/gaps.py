"""What the source lacks: masks, stretches cut out, and doubts about it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from ...model.report import Report
from ...text import Span
from .excerpts import Quoter
from .words import MASK_KINDS, REMOVALS, UNSEEN

SHOWN = 12  # removals of one kind a page lists; the data file has them all
LENGTH = 80  # characters of a removal shown


class Cut(NamedTuple):
    """A removal as listed: its text, shortened, and a link to where it stood."""

    text: str
    link: str


@dataclass(frozen=True, slots=True)
class RemovalGroup:
    """Removals of one kind."""

    name: str
    count: int
    chars: int
    shown: tuple[Cut, ...]


class Doubt(NamedTuple):
    """A warning: what it says, its evidence ("" where it quotes that), and a link to it ("" for the whole report)."""

    message: str
    evidence: str
    link: str


@dataclass(frozen=True, slots=True)
class Gaps:
    """Everything a reader should know about the state of the source."""

    masks: tuple[tuple[str, int], ...]
    mask_count: int
    removals: tuple[RemovalGroup, ...]
    unseen: int
    doubts: tuple[Doubt, ...]


def gaps(report: Report, quoter: Quoter) -> Gaps:
    """Count and list what is masked, cut out or doubtful."""
    kinds = Counter(mask.kind for mask in report.masks)
    return Gaps(
        masks=tuple((_masked(kind), count) for kind, count in kinds.most_common()),
        mask_count=len(report.masks),
        removals=_removals(report, quoter),
        unseen=sum(cut.kind in UNSEEN for cut in report.clean.removals),
        doubts=tuple(_doubt(doubt.message, Span(doubt.start, doubt.end), report, quoter) for doubt in report.warnings),
    )


def _removals(report: Report, quoter: Quoter) -> tuple[RemovalGroup, ...]:
    groups = defaultdict(list)
    for cut in report.clean.removals:
        if cut.kind not in UNSEEN:
            groups[cut.kind].append(cut)
    return tuple(
        RemovalGroup(
            name=REMOVALS.get(kind, kind),
            count=len(cuts),
            chars=sum(len(cut.text) for cut in cuts),
            shown=tuple(
                Cut(_short(cut.text), quoter.link(Span(cut.source.start, cut.source.start))) for cut in cuts[:SHOWN]
            ),
        )
        for kind, cuts in groups.items()
    )


def _doubt(message: str, source: Span, report: Report, quoter: Quoter) -> Doubt:
    if source.end <= source.start:
        return Doubt(message, "", "")
    evidence = _short(source.of(report.source.text))
    return Doubt(message, "" if evidence in message else evidence, quoter.link(source))


def _masked(kind: str) -> str:
    """What a kind of mask hides: 数字, 地名."""
    return MASK_KINDS.get(kind, kind).removeprefix("被遮盖的")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LENGTH else text[: LENGTH - 1] + "…"

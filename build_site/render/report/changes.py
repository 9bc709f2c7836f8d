"""Says in the report's own words which way a figure moved, and against what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model.figure import Figure
from ...model.report import Report
from .words import FALLS, RISES

_BEFORE = 8  # characters before a change in which its verb stands (同比提高了约…)
_VERB = re.compile(rf"(?:{'|'.join((*RISES, *FALLS))})(?:了|到|至|约|近|超|超过|达|幅度?|率)*$")


@dataclass(frozen=True, slots=True)
class Change:
    """A change as printed.

    Attributes:
        direction: ``up``, ``down`` or "" where the words do not say.
        words: verb and amount (提升4.66%), with the other side before them where known (较上年).
        figure: id of the figure that states it.
    """

    direction: str
    words: str
    figure: str


def change_of(figure: Figure, linked: list[Figure], report: Report) -> Change | None:
    """The change that belongs to ``figure``: itself if it is one, else the one its statement links to it."""
    for other in (figure, *linked):
        if other.role == "change":
            return _stated(other, report.clean.text, verb_only=other is figure)
    for other in linked:
        if other.role == "from" and figure.role == "level":
            return Change(_compared(other, figure), f"原为{other.text}", other.id)
    return None


def _stated(figure: Figure, text: str, verb_only: bool) -> Change:
    before = text[max(figure.sentence.start, figure.span.start - _BEFORE) : figure.span.start]
    verb = _VERB.search(before)
    said = verb[0] if verb else ""
    direction = "" if not verb else "up" if said.startswith(RISES) else "down"
    against = f"较{figure.compare}" if figure.compare else ""
    words = against + (said if verb_only else f"{said}{figure.span.of(text)}")
    return Change(direction, words, figure.id)


def _compared(start: Figure, end: Figure) -> str:
    if start.value is None or end.value is None or start.unit != end.unit or start.value == end.value:
        return ""
    return "up" if end.value > start.value else "down"

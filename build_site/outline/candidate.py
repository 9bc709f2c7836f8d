"""What may be a heading: the value that the steps of this room pass on."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from ..rules.markers import MarkerStyle


class Place(IntEnum):
    """Where a candidate stands, from the strongest sign of a heading to the weakest."""

    LINE = 0
    SENTENCE = 1
    CLAUSE = 2
    INSIDE = 3


class Candidate(NamedTuple):
    """A stretch that may be the marker of a heading.

    Attributes:
        start, end: the marker in the cleaned text (equal where a heading has none).
        style: how it is numbered.
        number: what it counts, 0 if unknown.
        place: where it stands.
        format_level: heading level that the file format gives the line, 0 if none.
        doubt: what it costs to take it for prose; small for weak candidates.
    """

    start: int
    end: int
    style: MarkerStyle
    number: int
    place: Place
    format_level: int
    doubt: float

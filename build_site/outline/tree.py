"""Decides which candidates are headings and how deep, by the reading that makes one consistent tree of them all.

A beam search over readings. Each step adds one candidate: as prose, as the next item of an open series, or as the
first of a new series below or beside an open one. What a reading does against custom or against its own earlier
habits costs; the cheapest reading of the whole document wins.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from .candidate import Candidate, Place
from .patterns import CUSTOMARY, PLAIN, Patterns

# Costs, in the units of `Candidate.doubt`; an unbroken customary document costs about 0.4 a level.
_GAP = 1.0
_REPEAT = 1.0
_RESTART = 1.0
_BACKWARDS = 2.5
_TWIN = 0.3
_OPEN_LATE = 1.5  # a series that does not start at 1
_NEW_HABIT = 0.4  # the first time that one style stands below another
_SAME_RANK = 1.2
_INVERTED = 2.0
_WITHIN_ITSELF = 3.0
_NEXT_LOWER = 1.5  # a second series below one parent, of customarily lower rank than the first
_NEXT_HIGHER = 0.6
_PLAIN_AFTER_SERIES = 0.5  # 下一步打算, without number, after 一、 to 五、
_AFTER_INLINE = 0.2  # heading lines after points inside the lead
_PLAIN_BELOW = {PLAIN.name: 0.6, CUSTOMARY.name: 1.2}
_BELOW_INLINE = 2.0  # a heading line below a heading inside a paragraph
_FORMAT_CONFLICT = 2.0

_UNNUMBERED = frozenset(_PLAIN_BELOW)

_BEAM = 10
_MARGIN = 5.0


class Frame(NamedTuple):
    """An open series: its style, its last number, the format level of its items and where the last one stands."""

    style: str
    rank: int
    number: int
    format_level: int
    place: Place


class Newcomer(NamedTuple):
    """A candidate to be placed.

    Attributes:
        frame: the series it opens, if it opens one.
        kin: the styles that may share a series with it.
        prose: what it costs to take it for prose.
        late: what it costs to open a series with its number.
    """

    frame: Frame
    kin: frozenset[str]
    prose: float
    late: float


#: The levels given so far, latest first, 0 for prose.
Trace = tuple[int, "Trace"] | None

#: A way to understand the candidates so far: its cost, the open series, the habits, the levels. There are thousands.
Reading = tuple[float, tuple[Frame, ...], frozenset[tuple[str, str]], Trace]


def arrange(candidates: list[Candidate], patterns: Patterns) -> list[int]:
    """The level of each candidate, 0 for those that are prose after all."""
    beam: list[Reading] = [(0.0, (), frozenset(), None)]
    for candidate in candidates:
        newcomer = _newcomer(candidate, patterns)
        best: dict[tuple[Frame, ...], Reading] = {}
        ceiling = math.inf
        for reading in beam:
            for step in _steps(reading, newcomer, ceiling):
                cost, stack, _, _ = step
                known = best.get(stack)
                if known is None or cost < known[0]:
                    best[stack] = step
                if cost + _MARGIN < ceiling:
                    ceiling = cost + _MARGIN
        cheapest = sorted(best.values(), key=itemgetter(0))[:_BEAM]
        beam = [reading for reading in cheapest if reading[0] <= cheapest[0][0] + _MARGIN]
    levels: list[int] = []
    trace = beam[0][3]
    while trace:
        level, trace = trace
        levels.append(level)
    return levels[::-1]


def _newcomer(candidate: Candidate, patterns: Patterns) -> Newcomer:
    style, number = candidate.style, candidate.number
    frame = Frame(style.name, style.rank, number, candidate.format_level, candidate.place)
    late = _OPEN_LATE + 0.2 * min(number, 10) if number > 1 else 0.0
    return Newcomer(frame, patterns.kin[style.name], candidate.doubt, late)


def _steps(reading: Reading, newcomer: Newcomer, ceiling: float) -> Iterator[Reading]:
    """The ways to go on with a heading that opens or continues a series, or is prose.

    Those that cost more than ``ceiling`` are not worth following.
    """
    cost, stack, habits, trace = reading
    frame, kin, prose, late = newcomer
    if cost + prose <= ceiling:
        yield cost + prose, stack, habits, (0, trace)
    opening = cost + late
    nested = False
    for depth, other in enumerate(stack):
        if other.style in kin:
            extra = _continue(other, frame) + (_WITHIN_ITSELF if nested else 0)
            if cost + extra <= ceiling:
                counted = frame if frame.number else frame._replace(number=other.number + 1)
                yield cost + extra, (*stack[:depth], counted), habits, (depth + 1, trace)
            deeper = 0 < other.format_level < frame.format_level
            if other.style == frame.style and not deeper and not nested:
                nested, opening = True, opening + _WITHIN_ITSELF
        elif opening <= ceiling and (opened := _open(reading, opening, depth, frame, ceiling)):
            yield opened
    if opening <= ceiling and (opened := _open(reading, opening, len(stack), frame, ceiling)):
        yield opened


def _continue(last: Frame, new: Frame) -> float:
    cost = 0.0 if last.style == new.style else _TWIN
    if last.format_level and new.format_level and last.format_level != new.format_level:
        cost += _FORMAT_CONFLICT
    if not new.number or new.number == last.number + 1:
        return cost
    if new.number == last.number:
        return cost + _REPEAT
    if new.number > last.number:
        return cost + _GAP + 0.2 * min(new.number - last.number, 10)
    return cost + (_RESTART if new.number == 1 else _BACKWARDS)


def _open(reading: Reading, cost: float, depth: int, frame: Frame, ceiling: float) -> Reading | None:
    """A new series with ``depth`` levels above it, at ``cost`` or more; None if that is more than ``ceiling``."""
    _, stack, habits, trace = reading
    parent = stack[depth - 1] if depth else None
    habit = (parent.style if parent else "", frame.style)
    if habit not in habits:
        cost += _habit_cost(parent, frame)
        habits = habits | {habit}
    if parent:
        if parent.place > Place.LINE == frame.place:
            cost += _BELOW_INLINE
        if frame.format_level and parent.format_level >= frame.format_level:
            cost += _FORMAT_CONFLICT
    if depth < len(stack):
        cost += _beside_cost(stack[depth], frame)
    if cost > ceiling:
        return None
    counted = frame if frame.number else frame._replace(number=1)
    return cost, (*stack[:depth], counted), habits, (depth + 1, trace)


def _habit_cost(parent: Frame | None, frame: Frame) -> float:
    if parent is None:
        return _NEW_HABIT
    if parent.style in _UNNUMBERED:
        return _NEW_HABIT
    if frame.style in _UNNUMBERED:
        return _PLAIN_BELOW[frame.style]
    if parent.rank < frame.rank:
        return _NEW_HABIT
    return _SAME_RANK if parent.rank == frame.rank else _INVERTED


def _beside_cost(earlier: Frame, frame: Frame) -> float:
    """What it costs that a second series follows ``earlier`` below the same parent."""
    if earlier.format_level and earlier.format_level == frame.format_level:
        return 0.0
    if earlier.style in _UNNUMBERED:
        return _NEXT_LOWER  # numbers belong below the heading they follow
    if frame.style in _UNNUMBERED:
        return _PLAIN_AFTER_SERIES
    if earlier.place > frame.place == Place.LINE and frame.rank < earlier.rank:
        return _AFTER_INLINE
    return _NEXT_HIGHER if frame.rank < earlier.rank else _NEXT_LOWER

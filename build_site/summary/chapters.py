"""Finds the chapters that the main points should cover: the division that splits the report best."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from ..model.document import Outline, Section
from ..text import Span

#: A section that holds more of its siblings' text than this is opened: its parts are the chapters.
_DOMINANT = 0.5


def find_chapters(outline: Outline, plans: list[Span]) -> list[Section]:
    """The sections to cover, in order; those of plans left out unless there are no others; [] without sections.

    ``plans`` are the sentences known to state plans.
    """
    sections = [section for section in outline.sections if section.level]
    parts: dict[tuple[int, ...], list[Section]] = {}
    for section in sections:
        parts.setdefault(section.path[:-1], []).append(section)
    share = _Share(plans)
    aimed = {section.path for section in sections if section.plan or share.of(section.span) > _DOMINANT}
    chapters = _opened(parts.get((), []), parts, aimed)
    done = [section for section in chapters if section.path not in aimed]
    return done or chapters


def _opened(
    chapters: list[Section], parts: dict[tuple[int, ...], list[Section]], aimed: set[tuple[int, ...]]
) -> list[Section]:
    """``chapters`` with each that dominates replaced by its parts; plans count for nothing."""
    whole = sum(_length(section.span) for section in chapters if section.path not in aimed)
    opened: list[Section] = []
    for section in chapters:
        below = parts.get(section.path, [])
        if section.path not in aimed and len(below) > 1 and _length(section.span) > _DOMINANT * whole:
            opened += _opened(below, parts, aimed)
        else:
            opened.append(section)
    return opened


class _Share:
    """How much of a stretch given sentences, disjoint and in order, make up."""

    def __init__(self, sentences: list[Span]) -> None:
        self._starts = [span.start for span in sentences]
        self._lengths = [0, *accumulate(map(_length, sentences))]

    def of(self, span: Span) -> float:
        """From 0 to 1."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return (self._lengths[last] - self._lengths[first]) / _length(span)


def _length(span: Span) -> int:
    return span.end - span.start

"""Finds the chapters that the main points should cover: the division that splits the report best."""

from __future__ import annotations

from ..model.document import Outline, Section
from ..text import Span

#: A section that holds more of its siblings' text than this is opened: its parts are the chapters.
_DOMINANT = 0.5


def find_chapters(outline: Outline, plans: list[Span]) -> list[Section]:
    """The sections to cover, in order; those of plans left out unless there are no others; [] without sections.

    ``plans`` are the sentences known to state plans.
    """
    sections = [section for section in outline.sections if section.level]
    aimed = {section.path: section.plan or _share(section, plans) > _DOMINANT for section in sections}
    chapters = _opened([section for section in sections if len(section.path) == 1], sections, aimed)
    done = [section for section in chapters if not aimed[section.path]]
    return done or chapters


def _opened(chapters: list[Section], sections: list[Section], aimed: dict[tuple[int, ...], bool]) -> list[Section]:
    """``chapters`` with each that dominates replaced by its parts; plans count for nothing."""
    whole = sum(_length(section) for section in chapters if not aimed[section.path])
    opened: list[Section] = []
    for section in chapters:
        parts = [part for part in sections if part.path[:-1] == section.path]
        if not aimed[section.path] and len(parts) > 1 and _length(section) > _DOMINANT * whole:
            opened += _opened(parts, sections, aimed)
        else:
            opened.append(section)
    return opened


def _share(section: Section, plans: list[Span]) -> float:
    """How much of a section the sentences in ``plans`` make up."""
    return sum(plan.end - plan.start for plan in plans if section.span.holds(plan)) / _length(section)


def _length(section: Section) -> int:
    return section.span.end - section.span.start

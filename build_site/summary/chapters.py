"""Finds the chapters that the main points should cover: the division that splits the report best."""

from __future__ import annotations

from ..model.document import Outline, Section

#: A section that holds more of its siblings' text than this is opened: its parts are the chapters.
_DOMINANT = 0.5


def find_chapters(outline: Outline) -> list[Section]:
    """The sections to cover, in order; plans left out unless the whole report is plans; [] without sections."""
    sections = [section for section in outline.sections if section.level]
    chapters = _opened([section for section in sections if len(section.path) == 1], sections)
    done = [section for section in chapters if not section.plan]
    return done or chapters


def _opened(chapters: list[Section], sections: list[Section]) -> list[Section]:
    """``chapters`` with each that dominates replaced by its parts; plans count for nothing."""
    whole = sum(_length(section) for section in chapters if not section.plan)
    opened: list[Section] = []
    for section in chapters:
        parts = [part for part in sections if part.path[:-1] == section.path]
        if not section.plan and len(parts) > 1 and _length(section) > _DOMINANT * whole:
            opened += _opened(parts, sections)
        else:
            opened.append(section)
    return opened


def _length(section: Section) -> int:
    return section.span.end - section.span.start

"""Applies the corrections of a sidecar: what a person who knows better says of a figure or a section.

A correction is addressed by the source's own words (and by which occurrence), never by an offset, so that it
outlives better extraction. What it names must exist: a correction that fits nothing is the contributor's to mend.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from .errors import InputError
from .model.document import Outline, Section
from .model.figure import Figure
from .model.source import Correction, Source
from .model.theme import Themed, Themes

RULE = "sidecar"  #: stands in `Figure.rule` of what a person corrected
_FIGURE_TEXTS = ("indicator", "unit", "qualifier", "period", "compare")
_FIGURE_CHOICES = {"role": ("level", "from", "change", "rank"), "status": ("done", "plan")}
_FIGURE_KEYS = (*_FIGURE_TEXTS, *_FIGURE_CHOICES, "value", "drop")
_SECTION_KEYS = ("title", "plan", "themes")

Item = TypeVar("Item")


def correct_figures(figures: Sequence[Figure], source: Source) -> tuple[Figure, ...]:
    """``figures`` with the sidecar's corrections.

    Raises:
        InputError: a correction fits no figure, or sets something that cannot be set.
    """
    kept: list[Figure | None] = list(figures)
    for number, correction in enumerate(source.sidecar.figures):
        place = f"figures[{number}]"
        index = _find([figure.text for figure in figures], correction, source, place)
        _refuse_unknown(correction.set, _FIGURE_KEYS, source, place)
        kept[index] = _corrected_figure(figures[index], correction.set, source, place)
    return tuple(figure for figure in kept if figure)


def _corrected_figure(figure: Figure, wanted: Mapping[str, str], source: Source, place: str) -> Figure | None:
    if wanted.get("drop") == "true":
        return None
    changes: dict[str, Any] = {key: value for key, value in wanted.items() if key in _FIGURE_TEXTS}
    for key, allowed in _FIGURE_CHOICES.items():
        if key in wanted:
            if wanted[key] not in allowed:
                raise _wrong(source, place, f"{key} cannot be {wanted[key]!r}", f"use one of {', '.join(allowed)}")
            changes[key] = wanted[key]
    if "value" in wanted:
        try:
            changes["value"] = Decimal(wanted["value"])
        except InvalidOperation:
            raise _wrong(source, place, f"value {wanted['value']!r} is no number", "give a plain decimal") from None
        changes["masked"] = False
    return replace(figure, rule=f"{figure.rule}+{RULE}", **changes)


def correct_sections(outline: Outline, themes: Themes, source: Source) -> tuple[Outline, Themes]:
    """The outline and the sections' themes with the sidecar's corrections.

    ``text`` of a correction is a heading, with or without its marker.

    Raises:
        InputError: a correction fits no section, or sets something that cannot be set.
    """
    sections, themed = list(outline.sections), {passage.section: passage for passage in themes.sections}
    for number, correction in enumerate(source.sidecar.sections):
        place = f"sections[{number}]"
        index = _find([_heading_like(section, correction.text) for section in sections], correction, source, place)
        _refuse_unknown(correction.set, _SECTION_KEYS, source, place)
        section = sections[index]
        sections[index] = _corrected_section(section, correction.set)
        if "themes" in correction.set and section.path in themed:
            themed[section.path] = _corrected_themes(themed[section.path], correction.set["themes"])
    passages = tuple(themed[passage.section] for passage in themes.sections)
    return replace(outline, sections=tuple(sections)), replace(themes, sections=passages)


def _heading_like(section: Section, text: str) -> str:
    """The section's heading, with its marker if ``text`` has it too."""
    return section.marker + section.title if section.marker and text.startswith(section.marker) else section.title


def _corrected_section(section: Section, wanted: Mapping[str, str]) -> Section:
    plan = wanted["plan"] == "true" if "plan" in wanted else section.plan
    return replace(section, title=wanted.get("title", section.title), plan=plan)


def _corrected_themes(passage: Themed, wanted: str) -> Themed:
    names = tuple(name.strip() for name in wanted.replace("；", ";").split(";") if name.strip())
    return replace(passage, primary=names[0] if names else "", themes=names)


def _find(texts: Sequence[str], correction: Correction, source: Source, place: str) -> int:
    places = [index for index, text in enumerate(texts) if text == correction.text]
    if len(places) < correction.nth:
        near = difflib.get_close_matches(correction.text, texts, n=1, cutoff=0.5)
        mend = f"did you mean {near[0]!r}?" if near else "copy the text from the page of the report"
        raise _wrong(source, place, f"nothing found for {correction.text!r} (number {correction.nth})", mend)
    return places[correction.nth - 1]


def _refuse_unknown(wanted: Mapping[str, str], known: Sequence[str], source: Source, place: str) -> None:
    for key in wanted:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            mend = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
            raise _wrong(source, place, f"{key!r} cannot be corrected", mend)


def _wrong(source: Source, place: str, problem: str, mend: str) -> InputError:
    return InputError(f"{source.file} (sidecar)", problem, mend, place)

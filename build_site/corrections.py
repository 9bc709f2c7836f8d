"""Applies what a sidecar says of sections: a title, whether it is a plan, its themes.

A correction is addressed by the heading's own words, with or without its marker, and by which occurrence, never by an
offset, so that it outlives better extraction. One that fits nothing is shown as a warning. (Figures are corrected in
their own stage, ahead of the checks that compare them.)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .model.diagnostic import Diagnostic
from .model.document import Outline, Section
from .model.source import Correction
from .model.theme import Themed, Themes

_FIELDS = ("title", "plan", "themes")


def correct_sections(
    outline: Outline, themes: Themes, corrections: tuple[Correction, ...]
) -> tuple[Outline, Themes, tuple[Diagnostic, ...]]:
    """The outline and the sections' themes with the corrections carried out, and a warning for each that was not."""
    sections, themed = list(outline.sections), {passage.section: passage for passage in themes.sections}
    doubts = []
    for correction in corrections:
        index = _find(outline.sections, correction)
        if index is None:
            message = f"有一处更正没有用上：文中没有第 {correction.nth} 个标题写作“{correction.text}”"
            doubts.append(Diagnostic("correction-unused", message))
            continue
        section = sections[index]
        sections[index] = _corrected_section(section, correction.set)
        if "themes" in correction.set and section.path in themed:
            themed[section.path] = _corrected_themes(themed[section.path], correction.set["themes"])
        doubts += [
            Diagnostic("correction-refused", f"对“{correction.text}”的更正里，没有“{field}”这一项", *section.source)
            for field in correction.set
            if field not in _FIELDS
        ]
    passages = tuple(themed[passage.section] for passage in themes.sections)
    return replace(outline, sections=tuple(sections)), replace(themes, sections=passages), tuple(doubts)


def _find(sections: tuple[Section, ...], correction: Correction) -> int | None:
    wanted = "".join(correction.text.split())
    places = [
        index
        for index, section in enumerate(sections)
        if wanted in (section.title, "".join((section.marker + section.title).split()))
    ]
    return places[correction.nth - 1] if 1 <= correction.nth <= len(places) else None


def _corrected_section(section: Section, wanted: Mapping[str, str]) -> Section:
    plan = wanted["plan"] == "true" if "plan" in wanted else section.plan
    return replace(section, title=wanted.get("title", section.title), plan=plan)


def _corrected_themes(passage: Themed, wanted: str) -> Themed:
    names = tuple(name.strip() for name in wanted.replace("；", ";").split(";") if name.strip())
    return passage._replace(primary=names[0] if names else "", themes=names)

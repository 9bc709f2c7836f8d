"""The order of the stages: the one place that knows it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from .clean import clean
from .corrections import correct_sections
from .figures import find_figures
from .metadata import describe
from .model.diagnostic import Diagnostic
from .model.document import CleanText, Mask, Metadata, Outline
from .model.figure import Figure
from .model.report import Report
from .model.source import Source
from .model.summary import Summary
from .model.theme import Themes
from .outline import find_outline
from .rules import Rules
from .summary import summarise
from .themes import assign_themes


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report on its way through the stages: each fills in one field and touches no other."""

    source: Source
    clean: CleanText | None = None
    outline: Outline | None = None
    metadata: Metadata | None = None
    figures: tuple[Figure, ...] | None = None
    themes: Themes | None = None
    summary: Summary | None = None


Stage = tuple[str, Callable[..., tuple[object, tuple[Diagnostic, ...]]], tuple[str, ...]]

#: field it fills, function, fields it reads
STAGES: tuple[Stage, ...] = (
    ("clean", clean, ("source",)),
    ("outline", find_outline, ("clean",)),
    ("metadata", describe, ("clean", "outline")),
    ("figures", find_figures, ("clean", "outline", "metadata")),
    ("themes", assign_themes, ("clean", "outline")),
    ("summary", summarise, ("clean", "outline", "figures", "themes")),
)


def analyse(source: Source, rules: Rules) -> Report:
    """Take one source through all stages."""
    draft = Draft(source=source)
    warnings: list[Diagnostic] = []
    for name, stage, reads in STAGES:
        result, doubts = stage(*(getattr(draft, field) for field in reads), rules)
        draft = replace(draft, **{name: result})  # type: ignore[arg-type]
        warnings += doubts
    return _assemble(draft, warnings)


def _assemble(draft: Draft, warnings: Sequence[Diagnostic]) -> Report:
    """Join what the stages found: themes onto figures, and masks sorted by what the figures make of them."""
    clean, metadata, figures, summary = draft.clean, draft.metadata, draft.figures, draft.summary
    if not (clean and draft.outline and metadata and figures is not None and draft.themes and summary):
        raise ValueError("a stage of the table filled nothing in")
    outline, themes, doubts = correct_sections(draft.outline, draft.themes, draft.source.sidecar.sections)
    return Report(
        clean=clean,
        outline=outline,
        metadata=metadata,
        figures=tuple(_with_themes(figures, themes)),
        themes=themes,
        summary=summary,
        masks=_settled(clean.masks, figures),
        warnings=tuple(sorted((*warnings, *doubts), key=lambda doubt: (doubt.start, doubt.code))),
    )


def _with_themes(figures: Sequence[Figure], themes: Themes) -> Iterator[Figure]:
    """The figures with the themes of the narrowest passage around them that has any.

    That is the paragraph, or the section where several sections run on in one paragraph.
    """
    starts = [themed.span.start for themed in themes.paragraphs]
    sections = {themed.section: themed for themed in themes.sections}
    for figure in figures:
        index = bisect_right(starts, figure.span.start) - 1
        around = [sections[path] for path in _upwards(figure.section) if path in sections]
        if index >= 0:
            around.append(themes.paragraphs[index])
        spoken = [themed for themed in around if themed.themes]
        narrowest = min(spoken, key=lambda themed: themed.span.end - themed.span.start, default=None)
        yield figure._replace(themes=narrowest.themes if narrowest else ())


def _upwards(path: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """A section's path, its parent's, and so on to the top."""
    while path:
        yield path
        path = path[:-1]


def _settled(masks: Sequence[Mask], figures: Sequence[Figure]) -> tuple[Mask, ...]:
    """The masks, of the kind ``figure`` exactly where a masked figure was found."""
    masked = [figure.source for figure in figures if figure.masked]
    starts = [span.start for span in masked]
    settled = []
    for mask in masks:
        index = bisect_left(starts, mask.source.end) - 1
        if index >= 0 and masked[index].meets(mask.source):
            settled.append(mask._replace(kind="figure"))
        else:
            settled.append(mask._replace(kind="unknown") if mask.kind == "figure" else mask)
    return tuple(settled)

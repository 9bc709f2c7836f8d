"""The order of the stages: the one place that knows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from .clean import clean
from .figures import find_figures
from .metadata import describe
from .model.diagnostic import Diagnostic
from .model.document import CleanText, Mask, Metadata, Outline
from .model.figure import Figure
from .model.report import Report
from .model.source import Source
from .model.summary import Summary
from .model.theme import Themed, Themes
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
    return _assemble(draft, tuple(sorted(warnings, key=lambda doubt: (doubt.start, doubt.code))))


def _assemble(draft: Draft, warnings: tuple[Diagnostic, ...]) -> Report:
    """Join what the stages found: themes onto figures, and masks sorted by what the figures make of them."""
    assert draft.clean and draft.outline and draft.metadata and draft.themes and draft.summary
    assert draft.figures is not None
    return Report(
        clean=draft.clean,
        outline=draft.outline,
        metadata=draft.metadata,
        figures=tuple(replace(figure, themes=_themes_at(figure, draft.themes)) for figure in draft.figures),
        themes=draft.themes,
        summary=draft.summary,
        masks=tuple(_settle(mask, draft.figures) for mask in draft.clean.masks),
        warnings=warnings,
    )


def _themes_at(figure: Figure, themes: Themes) -> tuple[str, ...]:
    """Themes of the figure's paragraph; of its innermost section where the paragraph has none."""
    around = [themed for themed in (*themes.paragraphs, *themes.sections) if themed.span.holds(figure.span)]
    narrowest = sorted((themed for themed in around if themed.themes), key=_length)
    return narrowest[0].themes if narrowest else ()


def _length(themed: Themed) -> int:
    return themed.span.end - themed.span.start


def _settle(mask: Mask, figures: tuple[Figure, ...]) -> Mask:
    """A mask is a figure exactly where a masked figure was found."""
    hides_figure = any(figure.masked and figure.source.meets(mask.source) for figure in figures)
    if hides_figure:
        return replace(mask, kind="figure")
    return replace(mask, kind="unknown") if mask.kind == "figure" else mask

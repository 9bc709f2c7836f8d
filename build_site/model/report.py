"""One report, wholly understood: what every later room works from."""

from __future__ import annotations

from dataclasses import dataclass

from .diagnostic import Diagnostic
from .document import CleanText, Mask, Metadata, Outline, Section
from .figure import Figure
from .source import Source
from .summary import Summary
from .theme import Themes


@dataclass(frozen=True, slots=True)
class Report:
    """The result of the stages for one file.

    ``clean.masks`` are as the cleaning saw them; ``masks`` have the kind ``figure`` exactly where a masked
    figure was found.
    """

    clean: CleanText
    outline: Outline
    metadata: Metadata
    figures: tuple[Figure, ...]
    themes: Themes
    summary: Summary
    masks: tuple[Mask, ...]
    warnings: tuple[Diagnostic, ...]

    @property
    def source(self) -> Source:
        """The file it was read from."""
        return self.clean.source

    @property
    def id(self) -> str:
        """The report's name in URLs and exports."""
        return self.clean.source.id

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of the body, the title (level 0) left out."""
        return tuple(section for section in self.outline.sections if section.level)

    @property
    def masked_figures(self) -> int:
        """How many figures have hidden digits."""
        return sum(figure.masked for figure in self.figures)

    @property
    def disclosure(self) -> float | None:
        """公开率: the share of figures that are not masked, 0 to 1; None without figures."""
        return 1 - self.masked_figures / len(self.figures) if self.figures else None

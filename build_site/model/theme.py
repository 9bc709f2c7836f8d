"""Which of the 28 themes a passage speaks of, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ..text import Span


class Evidence(NamedTuple):
    """A term of a theme found in a passage.

    Attributes:
        theme: name of the theme.
        term: as it stands in the rules.
        span: where it was found, in the cleaned text.
        weight: what it added to the theme's score (negative terms count against).
    """

    theme: str
    term: str
    span: Span
    weight: float


class Themed(NamedTuple):
    """The themes of one passage.

    Attributes:
        span: the passage, in the cleaned text.
        source: the same in the source.
        section: path of the section it is or lies in.
        primary: the theme it is chiefly about, "" if none.
        themes: all of them, the primary one first.
        evidence: strongest first, most of it of the primary theme; of a paragraph only the very strongest, and none
            of the only one in its section, whose evidence it has.
    """

    span: Span
    source: Span
    section: tuple[int, ...]
    primary: str
    themes: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Themes:
    """Themes of every section (by order of the outline, the title left out) and of every paragraph."""

    sections: tuple[Themed, ...]
    paragraphs: tuple[Themed, ...]

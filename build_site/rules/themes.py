"""The 28 themes: terms, weights and negatives."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Theme:
    """One theme.

    Attributes:
        name: as readers see it.
        id: ASCII, part of the theme page's address.
        description: what belongs here, one line.
        terms: weight -> terms; a negative weight counts against the theme.
        ignore: longer strings inside which no term of any theme counts (党建路小学 says nothing of 党建).
    """

    name: str
    id: str
    description: str
    terms: dict[int, tuple[str, ...]]
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True)
class ThemeRules:
    """Shape of ``themes.yml``.

    Attributes:
        heading_weight: what a section's own heading counts, in sentences of average length.
        heading_share: what it counts on top, as a share of all that stands below it.
        parent_weight: the same for the heading of the section above.
        above_weight: what its section's heading counts for a paragraph.
        secondary_least: evidence, in sentences, below which a theme is not named beside another one.
        secondary_share: share of a passage's own evidence that it must have as well.
        least_strength: weight the strongest term of a theme must have at least for the theme to be named.
        secondary_most: the most themes named beside the primary one.
        chapter_share: share of its evidence that the primary theme of a section with parts must have; one with less
            is about everything and has no theme.
        primary_score: evidence below which a passage has no theme at all.
        asides: regular expressions; no term counts in what they match.
        ignore: strings inside which no term counts, whatever the theme.
        themes: in the order readers see them.
    """

    heading_weight: float = 1.5
    heading_share: float = 0.1
    parent_weight: float = 1.0
    above_weight: float = 0.5
    secondary_least: float = 0.5
    secondary_share: float = 0.03
    least_strength: int = 2
    secondary_most: int = 7
    chapter_share: float = 0.17
    primary_score: float = 0.3
    asides: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    themes: tuple[Theme, ...] = field(default_factory=tuple)

"""Adds up what headings and sentences say for each theme, and names the themes of the whole."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from ..model.theme import Evidence
from ..rules.themes import ThemeRules
from ..text import Span
from .hits import Hit
from .lexicon import Meaning
from .pieces import Piece


class Scores:
    """The evidence of one passage, counted in sentences of average length.

    Attributes:
        by_theme: what speaks for each theme, headings included.
        stated: the same in the passage's own sentences.
        strongest: weight of each theme's strongest term, headings above included.
    """

    def __init__(self, sentences: Iterable[Piece]) -> None:
        self.by_theme: dict[int, float] = {}
        self.strongest: dict[int, int] = {}
        self._counted = [(piece, 1.0) for piece in sentences]
        self._add(self._counted)
        self.stated = dict(self.by_theme)

    def add_heading(self, piece: Piece, times: float) -> None:
        """Count the passage's own heading as ``times`` sentences."""
        self._counted.append((piece, times))
        self.add_context(piece, times)
        for theme, share, _ in piece.voices:
            self.stated[theme] = self.stated.get(theme, 0.0) + share

    def add_context(self, piece: Piece, times: float) -> None:
        """Count a heading above the passage: it speaks for a theme, but is not in the passage."""
        self._add([(piece, times)])

    def _add(self, pieces: Iterable[tuple[Piece, float]]) -> None:
        by_theme, strongest = self.by_theme, self.strongest
        for piece, times in pieces:
            for theme, share, weight in piece.voices:
                by_theme[theme] = by_theme.get(theme, 0.0) + times * share
                if weight > strongest.get(theme, 0):
                    strongest[theme] = weight

    def evidence(self, themes: list[int], most: int, rules: ThemeRules) -> list[Evidence]:
        """The ``most`` terms that say most for ``themes``: each once, at its first place, with all it added."""
        if not themes or not most:
            return []
        first: dict[Meaning, Hit] = {}
        added: dict[Meaning, float] = {}
        for piece, times in self._counted:
            for meaning, hit in piece.said:
                if meaning in added:
                    added[meaning] += times * meaning.weight
                elif meaning.theme in themes:
                    first[meaning] = hit
                    added[meaning] = times * meaning.weight
        least = min(sorted(added.values(), reverse=True)[:most], default=0.0)
        strongest = [(-weight, *first[meaning][:2], meaning) for meaning, weight in added.items() if weight >= least]
        return [
            Evidence(rules.themes[meaning.theme].name, meaning.text, Span(start, end), round(-weight, 2))
            for weight, start, end, meaning in sorted(strongest, key=itemgetter(0, 1))[:most]
        ]


def choose_themes(scores: Scores, rules: ThemeRules, *, divided: bool = False) -> list[int]:
    """The numbers of all themes of the passage, the primary one first; [] if it has none.

    A passage ``divided`` into sections of its own has none if it is about everything: its parts have theirs.
    """
    strongest, least_strength = scores.strongest, rules.least_strength
    named = [(-score, theme) for theme, score in scores.by_theme.items() if strongest[theme] >= least_strength]
    if not named:
        return []
    (score, primary), *others = sorted(named)
    if -score < rules.primary_score or divided and -score < rules.chapter_share * sum(scores.by_theme.values()):
        return []
    least = max(rules.secondary_least, rules.secondary_share * sum(scores.stated.values()))
    beside = [theme for _, theme in others if scores.stated.get(theme, 0.0) >= least]
    return [primary, *beside[: rules.secondary_most]]

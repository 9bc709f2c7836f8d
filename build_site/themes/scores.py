"""Adds up what headings and sentences say for each theme, and names the themes of the whole."""

from __future__ import annotations

from ..model.theme import Evidence
from ..rules.themes import ThemeRules
from ..text import Span
from .hits import Hit
from .pieces import Piece

#: Of so many terms the strongest are kept whatever theme they speak for, of the others only those of the primary theme.
_OF_ANY_THEME = 4


class Scores:
    """The evidence of one passage, counted in sentences of average length.

    Attributes:
        by_theme: what speaks for each theme, headings included.
        stated: the same in the passage's own sentences.
        strongest: weight of each theme's strongest term, headings above included.
    """

    def __init__(self, sentences: list[Piece]) -> None:
        self.by_theme: dict[int, float] = {}
        self.strongest: dict[int, int] = {}
        self._counted: list[tuple[Piece, float]] = []
        for piece in sentences:
            self._count(piece, 1.0)
        self.stated = dict(self.by_theme)

    def add_heading(self, piece: Piece, times: float) -> None:
        """Count the passage's own heading as ``times`` sentences."""
        self._count(piece, times)
        for theme, share in piece.shares.items():
            self.stated[theme] = self.stated.get(theme, 0.0) + share

    def add_context(self, piece: Piece, times: float) -> None:
        """Count a heading above the passage: it speaks for a theme, but is not in the passage."""
        for theme, share in piece.shares.items():
            self.by_theme[theme] = self.by_theme.get(theme, 0.0) + times * share
        self._note_strongest(piece)

    def _count(self, piece: Piece, times: float) -> None:
        if piece.shares:
            self._counted.append((piece, times))
            for theme, share in piece.shares.items():
                self.by_theme[theme] = self.by_theme.get(theme, 0.0) + times * share
            self._note_strongest(piece)

    def _note_strongest(self, piece: Piece) -> None:
        for theme, weight in piece.strongest.items():
            if weight > self.strongest.get(theme, 0):
                self.strongest[theme] = weight

    def evidence(self, themes: list[int], most: int, rules: ThemeRules) -> tuple[Evidence, ...]:
        """At ``most`` so many terms that speak for ``themes``: each once, at its first place, with all it added."""
        first: dict[tuple[int, str], Hit] = {}
        added: dict[tuple[int, str], float] = {}
        wanted = set(themes)
        for piece, times in self._counted:
            for key, weight, hit in piece.said:
                if key[0] in wanted:
                    first.setdefault(key, hit)
                    added[key] = added.get(key, 0.0) + times * weight
        ranked = sorted((-weight, first[key].start, key) for key, weight in added.items())[:most]
        return tuple(
            Evidence(rules.themes[key[0]].name, key[1], Span(start, first[key].end), round(added[key], 2))
            for number, (_, start, key) in enumerate(ranked)
            if number < _OF_ANY_THEME or key[0] == themes[0]
        )


def choose_themes(scores: Scores, rules: ThemeRules, divided: bool) -> list[int]:
    """The numbers of all themes of the passage, the primary one first; [] if it has none.

    A passage ``divided`` into sections of its own has none if it is about everything: its parts have theirs.
    """
    plain = [theme for theme in scores.by_theme if scores.strongest[theme] >= rules.least_strength]
    ranked = sorted(plain, key=lambda theme: (-scores.by_theme[theme], theme))
    if not ranked or scores.by_theme[ranked[0]] < rules.primary_score:
        return []
    if divided and scores.by_theme[ranked[0]] < rules.chapter_share * sum(scores.by_theme.values()):
        return []
    least = max(rules.secondary_least, rules.secondary_share * sum(scores.stated.values()))
    beside = [theme for theme in ranked[1:] if scores.stated.get(theme, 0.0) >= least]
    return ranked[:1] + beside[: rules.secondary_most]

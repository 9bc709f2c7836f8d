"""The theme index: for each theme the passages that speak of it, its indicators, and the reports that are silent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..model.corpus import AlignedIndicator, Passage, ReportCard, ThemeIndex
from .pinyin import slug


def theme_index(
    themes: Iterable[tuple[str, str]], cards: Sequence[ReportCard], indicators: Iterable[AlignedIndicator]
) -> tuple[ThemeIndex, ...]:
    """The index of ``themes``, given as (name, description) in the order of the rules."""
    passages: dict[str, list[tuple[str, Passage]]] = defaultdict(list)
    heard: dict[str, set[str]] = defaultdict(set)
    for card in cards:
        for theme, _ in card.themes:
            heard[theme].add(card.id)
        for passage in card.passages:
            for theme in dict.fromkeys((passage.theme, *passage.themes)):
                passages[theme].append((card.id, passage))
                heard[theme].add(card.id)
    by_theme: dict[str, list[str]] = defaultdict(list)
    for indicator in indicators:
        for theme in indicator.themes:
            by_theme[theme].append(indicator.id)
    return tuple(
        ThemeIndex(
            name=name,
            id=theme_id(name),
            description=description,
            passages=tuple(passages[name]),
            silent=tuple(card.id for card in cards if card.id not in heard[name]),
            indicators=tuple(by_theme[name]),
        )
        for name, description in themes
    )


def theme_id(name: str) -> str:
    """The theme's name in URLs: its pinyin."""
    return slug(name)

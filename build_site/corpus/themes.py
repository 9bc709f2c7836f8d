"""The theme index: for each theme the passages that speak of it, its indicators, and the reports that are silent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..model.corpus import AlignedIndicator, Passage, ReportCard, ThemeIndex
from ..rules.themes import Theme


def theme_index(
    themes: Iterable[Theme], cards: Sequence[ReportCard], indicators: Iterable[AlignedIndicator]
) -> tuple[ThemeIndex, ...]:
    """The index of ``themes``, in their order."""
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
            name=theme.name,
            id=theme.id,
            description=theme.description,
            passages=tuple(passages[theme.name]),
            reports=tuple(dict.fromkeys(report for report, _ in passages[theme.name])),
            silent=tuple(card.id for card in cards if card.id not in heard[theme.name]),
            indicators=tuple(by_theme[theme.name]),
        )
        for theme in themes
    )

"""All reports together: aligned indicators, comparability, themes, places and years.

Works on report cards alone, in seconds for thousands of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..model.corpus import Corpus, ReportCard
from ..rules import Rules
from .align import align
from .places import UNKNOWN, place_tree
from .themes import theme_index

__all__ = ["compare"]


def compare(cards: Iterable[ReportCard], rules: Rules) -> Corpus:
    """Lay all reports side by side; the result does not depend on the order of ``cards``."""
    ordered = sorted(cards, key=lambda card: (card.region_code or "~", card.id))
    ordered.sort(key=lambda card: _newest(card.year), reverse=True)
    indicators = align(ordered, rules.synonyms)
    return Corpus(
        reports=tuple(ordered),
        indicators=indicators,
        themes=theme_index(rules.themes.themes, ordered, indicators),
        places=place_tree(ordered),
        years=_years(ordered),
    )


def _newest(year: str) -> str:
    return "" if year == UNKNOWN else year


def _years(cards: list[ReportCard]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    years: dict[str, list[str]] = defaultdict(list)
    for card in cards:
        years[card.year or UNKNOWN].append(card.id)
    return tuple((year, tuple(years[year])) for year in sorted(years, key=_newest, reverse=True))

"""The joined site as its pages look it up: what each shard holds, and how its reports are called."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..corpus.places import UNKNOWN, UNSAID, place_tree
from ..model.corpus import Corpus, Place, ReportCard
from ..render.site.atlas import Atlas, reports_below
from .shards import Shard


@dataclass(frozen=True)
class Part:
    """One shard with its reports.

    Attributes:
        shard: the shard.
        title: what readers call it.
        cards: its reports.
        places: its tree of places, with the ids its own pages have.
    """

    shard: Shard
    title: str
    cards: tuple[ReportCard, ...]
    places: tuple[Place, ...]

    @property
    def name(self) -> str:
        """Its folder below the root."""
        return self.shard.name

    @cached_property
    def years(self) -> dict[str, int]:
        """Year -> number of reports, newest first, 未知 last."""
        counts = Counter(card.year for card in self.cards)
        return {year: counts[year] for year in _newest_first(counts)}

    @cached_property
    def provinces(self) -> dict[str, tuple[Place, int]]:
        """Name of a province -> its place and number of reports."""
        return {place.name: (place, len(reports_below(place))) for place in self.places}

    @property
    def span(self) -> str:
        """Its years in a word: 2015–2024."""
        known = [year for year in self.years if year != UNKNOWN]
        return "" if not known else known[0] if len(known) == 1 else f"{known[-1]}–{known[0]}"

    def sum(self, count: str) -> int:
        """``count`` (chars, sections, figures, figures_masked) over its reports."""
        return sum(getattr(card, count) for card in self.cards)


@dataclass(frozen=True)
class Overview:
    """All parts, in the order they were named, and all reports by key."""

    parts: tuple[Part, ...]
    cards: Mapping[str, ReportCard]

    @cached_property
    def atlas(self) -> Atlas:
        """Look-ups over all reports, for places and years; it knows no indicators and no themes."""
        cards = tuple(self.cards.values())
        return Atlas(Corpus(cards, (), (), place_tree(cards), ()))

    @cached_property
    def years(self) -> list[str]:
        """All years, newest first, 未知 last."""
        return _newest_first({year for part in self.parts for year in part.years})

    def sum(self, count: str) -> int:
        """``count`` over all reports."""
        return sum(part.sum(count) for part in self.parts)


def split_key(key: str) -> tuple[str, str]:
    """Shard and report id of a key."""
    shard, _, report = key.partition("/")
    return shard, report


def make_overview(shards: Sequence[Shard], cards: Mapping[str, ReportCard]) -> Overview:
    """The overview of ``shards``, whose reports are ``cards`` by key."""
    by_shard: dict[str, list[ReportCard]] = defaultdict(list)
    for key, card in cards.items():
        by_shard[split_key(key)[0]].append(card)
    parts = [Part(shard, "", tuple(by_shard[shard.name]), place_tree(by_shard[shard.name])) for shard in shards]
    titles = _titles(parts)
    return Overview(tuple(replace(part, title=title) for part, title in zip(parts, titles, strict=True)), cards)


def _titles(parts: Sequence[Part]) -> list[str]:
    """The province or the year of each part if it knows just one, with its years if others are called the same."""
    titles = [_province_or_year(part) for part in parts]
    spans = [f"{title} {part.span}" for title, part in zip(titles, parts, strict=True)]
    longer = [span if titles.count(title) > 1 else title for title, span in zip(titles, spans, strict=True)]
    return [
        f"{title}（{part.name}）" if longer.count(title) > 1 else title
        for title, part in zip(longer, parts, strict=True)
    ]


def _province_or_year(part: Part) -> str:
    provinces = [name for name in part.provinces if name not in (UNKNOWN, UNSAID)]
    years = [year for year in part.years if year != UNKNOWN]
    if len(provinces) == 1:
        return provinces[0]
    if len(years) == 1:
        return f"{years[0]} 年" if years[0].isdigit() else years[0]
    return part.name


def _newest_first(years: Iterable[str]) -> list[str]:
    return sorted(years, key=lambda year: "" if year == UNKNOWN else year, reverse=True)

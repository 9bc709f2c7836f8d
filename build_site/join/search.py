"""What the search of a joined site knows by itself: its parts, and every name with the one page it leads to.

A theme or indicator with a page above the shards leads there. All else that the shards have a name for leads into them,
each once: an indicator of several shards to the first of them, a region to each, for these are different reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from ..publish.search import FOLDER, Name, SearchPart, read_names, theme_name
from ..rules.themes import Theme
from .overview import Overview, Part

KINDS = ("theme", "indicator", "region", "report")
_FOR_ITSELF = frozenset(("region", "report"))  # kinds of which every shard has its own


def search_parts(overview: Overview) -> list[SearchPart]:
    """The shards as search knows them."""
    return [
        SearchPart(
            site=part.shard.site,
            path=f"{part.name}/",
            title=part.title,
            reports=len(part.cards),
            years=tuple(part.years),
            codes=tuple(sorted({card.region_code[:2] for card in part.cards})),
            regions=tuple(sorted({card.region for card in part.cards})),
        )
        for part in overview.parts
    ]


def search_names(
    overview: Overview, themes: Iterable[tuple[Theme, int]], indicators: Sequence[Name]
) -> dict[str, list[Name]]:
    """Every name by kind, the best first.

    Args:
        overview: the shards.
        themes: with the number of reports that speak of each.
        indicators: the entries of those that have a page above the shards.
    """
    shared = {
        "theme": [theme_name(theme.name, theme.id, reports, theme.description) for theme, reports in themes],
        "indicator": list(indicators),
    }
    inside = [(part, read_names(part.shard.site / FOLDER)) for part in overview.parts]
    return {kind: [*shared.get(kind, ()), *of_shards(kind, inside, shared.get(kind, ()))] for kind in KINDS}


def of_shards(
    kind: str, inside: Sequence[tuple[Part, Mapping[str, Sequence[Name]]]], shared: Sequence[Name]
) -> Iterator[Name]:
    """The entries of the shards that are not ``shared``: the best of each shard, then the second best of each, ...

    Args:
        kind: one of `KINDS`.
        inside: the shards with their entries by kind.
        shared: the entries with a page above the shards.
    """
    taken = {name.url for name in shared}
    holders: dict[str, list[tuple[Part, Name]]] = defaultdict(list)
    for rank in zip_longest(*([(part, name) for name in names.get(kind, ())] for part, names in inside)):
        for part, name in filter(None, rank):
            key = f"{part.name}/{name.url}" if kind in _FOR_ITSELF else name.url
            if key not in taken:
                holders[key].append((part, name))
    for found in holders.values():
        part, name = found[0]
        yield replace(name, url=f"{part.name}/{name.url}", note=_note(kind, name, part, len(found)))


def _note(kind: str, name: Name, part: Part, shards: int) -> str:
    """The note of ``name``, with the shard it leads to where that is not plain from the rest."""
    if kind == "report" or part.title == name.name:
        return name.note
    where = f"{part.title}等 {shards} 个分站" if shards > 1 else part.title
    return f"{name.note} · {where}"

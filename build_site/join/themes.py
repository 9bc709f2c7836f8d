"""Themes over all shards: how many reports speak of each, by shard and by year, with the ways into the shards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model.page import Page
from ..render.site.pages import share
from ..rules.themes import Theme
from .entries import Entry, most_reports
from .overview import Overview
from .pages import make_page
from .tables import Tables

#: Indicators of a theme page; the most widespread.
INDICATORS = 60


@dataclass
class Heard:
    """What is said of a theme: reports that speak of it by (shard, year), sections and figures by shard."""

    reports: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    sections: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    figures: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def total(self) -> int:
        """Reports that speak of it."""
        return sum(self.reports.values())

    def in_shard(self, shard: str) -> int:
        """Reports of ``shard`` that speak of it."""
        return sum(count for (name, _), count in self.reports.items() if name == shard)

    def in_year(self, year: str) -> int:
        """Reports of ``year`` that speak of it."""
        return sum(count for (_, own), count in self.reports.items() if own == year)


def count_themes(tables: Tables) -> dict[str, Heard]:
    """Theme -> what is said of it; needs ``figures`` still in place."""
    found: dict[str, Heard] = defaultdict(Heard)
    said = "SELECT shard, key, unnest(string_split(themes, ';')) AS theme FROM {} WHERE themes <> ''"
    rows = tables.ask(
        f"SELECT theme, said.shard, year, count(DISTINCT key), count(*) FROM ({said.format('sections')}) AS said"  # noqa: S608
        " JOIN reports USING (key) GROUP BY ALL"
    )
    for theme, shard, year, reports, sections in rows:
        found[theme].reports[shard, year] += reports
        found[theme].sections[shard] += sections
    for theme, shard, figures in tables.ask(
        f"SELECT theme, shard, count(*) FROM ({said.format('figures')}) AS said GROUP BY ALL"  # noqa: S608
    ):
        found[theme].figures[shard] += figures
    return found


def theme_pages(
    overview: Overview, themes: Sequence[Theme], heard: Mapping[str, Heard], entries: Iterable[Entry]
) -> Iterator[Page]:
    """``themes/index.md`` and one page a theme; ``entries`` are the indicators that have a page."""
    below: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.theme:
            below[entry.theme].append(entry)
    rows = [(theme, heard.get(theme.name, Heard())) for theme in themes]
    yield make_page(
        "themes/index.md",
        "themes",
        "按主题看",
        "每个主题有多少报告谈到，各分站各年度怎样。",
        rows=rows,
        reports=len(overview.cards),
    )
    years = {year: sum(part.years.get(year, 0) for part in overview.parts) for year in overview.years}
    for theme, found in rows:
        shared = sorted(below[theme.name], key=most_reports)
        yield make_page(
            f"themes/{theme.id}/index.md",
            "theme",
            theme.name,
            f"{theme.name}：{theme.description}。{found.total} 份报告谈到。",
            theme=theme,
            heard=found,
            parts_list=[
                (part, f"{part.name}/{page if part.shard.has(page) else 'themes/'}")
                for part in overview.parts
                for page in [f"themes/{theme.id}/"]
            ],
            years=years,
            share=share,
            reports=len(overview.cards),
            entries=shared[:INDICATORS],
            more=max(0, len(shared) - INDICATORS),
        )

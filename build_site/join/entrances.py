"""The home page, and for each section of the site the page that leads into the shards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.page import Page
from ..render.site.years import year_path
from ..rules.themes import Theme
from .overview import Overview, Part
from .pages import make_page


@dataclass(frozen=True, slots=True)
class Way:
    """A link into a shard: its words, a count (0 for none), and the page below the root."""

    words: str
    count: int
    path: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an entrance: what it is about, how many reports, and the ways into the shards."""

    label: str
    count: int
    ways: tuple[Way, ...]


def home_page(overview: Overview, indicators: int, themes: list[tuple[Theme, int]]) -> Page:
    """``index.md``: counts, the shards, themes; ``themes`` with the number of reports that speak of each."""
    counts = {
        "报告": len(overview.cards),
        "章节": overview.sum("sections"),
        "关键数据": overview.sum("figures"),
        "共有指标": indicators,
    }
    return make_page(
        "index.md",
        "home",
        "首页",
        "各地教育工作总结与工作要点的结构化摘要，分站汇总：一处搜索，指标与主题跨站对照。",
        counts=counts,
        parts_list=overview.parts,
        themes=themes,
    )


def entrance_pages(overview: Overview) -> Iterator[Page]:
    """The sections that each shard has for itself: reports, places, years, comparison, quality, data."""
    yield _entrance("reports", "全部报告", "分站", "报告在各分站里，按分站进入。", _by_shard(overview, "reports/"))
    yield _entrance("regions", "按地区看", "地区", "选一个地区，进入收有它的分站。", list(_regions(overview)))
    yield _entrance("years", "按年度看", "年度", "选一个年度，进入收有它的分站。", list(_years(overview)))
    compare = "同一分站里的报告可以两两并排；跨分站的指标对照见“指标”。"
    yield _entrance("compare", "报告对比", "分站", compare, _by_shard(overview, "compare/"))
    quality = "剔除了什么、遮盖了什么、哪里存疑，各分站分别列出。"
    yield _entrance("quality", "质量", "分站", quality, _by_shard(overview, "quality/"))
    data = "各分站的数据文件与合并查询的办法。"
    yield make_page("data/index.md", "data", "数据下载", data, parts_list=overview.parts)


def _entrance(section: str, title: str, head: str, lede: str, lines: list[Line]) -> Page:
    return make_page(f"{section}/index.md", "entrance", title, lede, head=head, lede=lede, lines=lines)


def _by_shard(overview: Overview, section: str) -> list[Line]:
    return [
        Line(part.title, len(part.cards), (Way(part.span or "进入", 0, f"{part.name}/{section}"),))
        for part in overview.parts
    ]


def _years(overview: Overview) -> Iterator[Line]:
    for year in overview.years:
        label = f"{year} 年" if year.isdigit() else year
        holders = [part for part in overview.parts if year in part.years]
        ways = [_way(part, part.title, part.years[year], f"{year_path(year)}/", "years/") for part in holders]
        yield Line(label, sum(way.count for way in ways), tuple(ways))


def _regions(overview: Overview) -> Iterator[Line]:
    for place in overview.atlas.corpus.places:
        holders = [(part, *part.provinces[place.name]) for part in overview.parts if place.name in part.provinces]
        ways = [_way(part, part.title, count, f"regions/{own.id}/", "regions/") for part, own, count in holders]
        yield Line(place.name, sum(way.count for way in ways), tuple(ways))


def _way(part: Part, words: str, count: int, page: str, section: str) -> Way:
    """To ``page`` of a shard, or to its section where a shard built earlier lacks that page."""
    return Way(words, count, f"{part.name}/{page if part.shard.has(page) else section}")

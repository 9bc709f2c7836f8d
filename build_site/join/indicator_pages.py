"""Indicator pages of the joined site: the shards beside one another, then statements with links into the shards."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from ..corpus.pinyin import initial
from ..model.corpus import AlignedIndicator, ReportCard, Statement, Verdict
from ..model.page import Page
from ..render.charts import chart
from ..render.report.words import plain
from ..render.site.indicator import chart_legend, chart_points, newest_first
from .entries import Entry
from .indicators import Shared
from .overview import Overview, Part, split_key
from .pages import make_page

#: Statements an indicator's page shows; a row is about 900 bytes. The shards' own pages have all of them.
ROWS = 120
COMMONEST = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A statement on the page; its ``report`` is the plain id, to be looked for below ``root`` + shard."""

    shard: str
    card: ReportCard
    year: str
    said: Statement
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Column:
    """A shard on the page: its counts, the spread of its comparable values, and its own page ("" if none)."""

    part: Part
    reports: int
    statements: int
    comparable: int
    low: str
    middle: str
    high: str
    path: str


def indicator_page(overview: Overview, indicator: AlignedIndicator) -> tuple[Page, int]:
    """The page of ``indicator``, whose statements name their reports by key; and how many shards state it."""
    columns = _columns(overview, indicator)
    points = chart_points(overview.atlas, indicator)
    reasons = Counter(judged.reason.partition("：")[0] for judged in indicator.verdicts if not judged.comparable)
    page = make_page(
        f"indicators/{indicator.id}/index.md",
        "indicator",
        indicator.name,
        f"{indicator.name}：{len(columns)} 个分站的 {len(indicator.statements)} 条数据，"
        f"可比 {len(indicator.comparable)} 条。",
        scripts=["corpus"],
        indicator=indicator,
        columns=columns,
        reports=sum(column.reports for column in columns),
        chart=chart(indicator.name, indicator.unit, points),
        legend=chart_legend(points),
        reasons=sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])),
        rows=[_row(overview, indicator, index) for index in newest_first(indicator)[:ROWS]],
    )
    return page, len(columns)


def index_page(entries: Sequence[Entry], shared: Shared, parts: Sequence[Part]) -> Page:
    """``indicators/index.md``: the most widespread, and all that have a page from A to Z."""
    letters: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (entry.sort_key, entry.id)):
        letters[initial(entry.sort_key)].append(entry)
    commonest = sorted(entries, key=lambda entry: (-entry.shards, -entry.reports, entry.sort_key, entry.id))
    return make_page(
        "indicators/index.md",
        "indicators",
        "指标",
        "各分站共有的指标按拼音排列：多少报告给出，能不能比。",
        scripts=["corpus"],
        commonest=commonest[:COMMONEST],
        letters=dict(sorted(letters.items(), key=lambda pair: (pair[0] == "#", pair[0]))),
        shared=shared,
        count=len(entries),
        parts_list=parts,
    )


def _columns(overview: Overview, indicator: AlignedIndicator) -> list[Column]:
    """The shards that state ``indicator``, in their order."""
    by_shard: dict[str, list[int]] = defaultdict(list)
    for index, statement in enumerate(indicator.statements):
        by_shard[split_key(statement.report)[0]].append(index)
    comparable = set(indicator.comparable)
    columns = []
    for part in overview.parts:
        indexes = by_shard.get(part.name, [])
        if not indexes:
            continue
        said = [indicator.statements[index] for index in indexes]
        fair = [indicator.statements[index] for index in indexes if index in comparable]
        values = [one.value for one in fair if one.value is not None and one.value_max is None]
        low, middle, high = _spread(values)
        page = f"indicators/{indicator.id}/"
        columns.append(
            Column(
                part=part,
                reports=len({one.report for one in said}),
                statements=len(said),
                comparable=len(fair),
                low=low,
                middle=middle,
                high=high,
                path=f"{part.name}/{page}" if part.shard.has(page) else "",
            )
        )
    return columns


def _spread(values: Sequence[Decimal]) -> tuple[str, str, str]:
    return (plain(min(values)), plain(median(values)), plain(max(values))) if values else ("", "", "")


def _row(overview: Overview, indicator: AlignedIndicator, index: int) -> Row:
    said = indicator.statements[index]
    shard, report = split_key(said.report)
    return Row(
        shard=shard,
        card=overview.cards[said.report],
        year=indicator.years[index],
        said=said._replace(report=report),
        verdict=indicator.verdicts[index],
    )

"""The pages of one indicator: every statement with its sentence, and a chart where it is fair.

What thousands of reports state is laid out by year, and within a year by part of the country; the indicator's own page
then tells of each year how many state it and how far apart the values are, and has the rows of years few speak of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from ...model.corpus import AlignedIndicator, Statement, Verdict
from ...model.page import Draft, Page
from ..charts import MANY, Point, chart
from ..report.words import plain
from .atlas import ROWS, Atlas
from .clipping import clip
from .pages import draft, make_page
from .rows import SENTENCE, short_rows
from .shelves import HEAVY, Shelf, by_part
from .years import year_path

#: Characters of a sentence beside few rows.
ROOMY = 160
#: A year with less than this, in bytes of HTML, has its rows on the indicator's own page.
LIGHT = 20_000


@dataclass(frozen=True, slots=True)
class Year:
    """What is stated for one year: how much, how far apart the comparable values are, and the pages that hold it."""

    name: str
    count: int
    comparable: int
    low: Statement | None
    middle: str
    high: Statement | None
    shelves: Sequence[Shelf[int]]


def pages_of_indicator(atlas: Atlas, indicator: AlignedIndicator) -> Iterator[Draft]:
    """The page of ``indicator`` and, if it has more rows than a page can bear, those of its years."""
    base = f"indicators/{indicator.id}"
    order = newest_first(indicator)
    years: list[Year] = []
    here = order
    if len(order) > ROWS:
        weights = _weights(indicator)
        if sum(weights) > HEAVY:
            years, here = _years(atlas, indicator, base, order, weights)
    made_from = (
        # The reports that state an indicator settle everything else about it.
        "".join(map(atlas.marks.__getitem__, indicator.reports)),
        [(year.name, [(shelf.path, shelf.name) for shelf in year.shelves]) for year in years],
    )
    yield draft(f"{base}/index.md", made_from, partial(_main_page, atlas, indicator, base, years, here))
    for year in years:
        for shelf in year.shelves:
            beside = [(other.path, other.name) for other in year.shelves]
            made = ((indicator.name, year.name, beside), _rows_made_from(atlas, indicator, shelf.items))
            yield draft(f"{shelf.path}/index.md", made, partial(_year_page, atlas, indicator, base, year, shelf))


def _rows_made_from(atlas: Atlas, indicator: AlignedIndicator, rows: Sequence[int]) -> str:
    """The reports and figures of ``rows``, and what all other reports together make of them."""
    marks, statements, verdicts = atlas.marks, indicator.statements, indicator.verdicts
    lines = []
    for index in rows:
        said, (comparable, reason) = statements[index], verdicts[index]
        lines.append(f"{marks[said.report]}{said.figure} {comparable} {reason}\n")
    return "".join(lines)


def _weights(indicator: AlignedIndicator) -> list[int]:
    """About how many bytes of HTML a short row of each statement takes."""
    lengths = [len(said.sentence) for said in indicator.statements]
    return [190 + 3 * (length if length < SENTENCE else SENTENCE) for length in lengths]


def _years(
    atlas: Atlas, indicator: AlignedIndicator, base: str, order: Sequence[int], weights: Sequence[int]
) -> tuple[list[Year], list[int]]:
    """The years, newest first, and the rows of those too light for pages of their own."""
    by_year: dict[str, list[int]] = defaultdict(list)
    for index in order:
        by_year[indicator.years[index]].append(index)
    years, here, room = [], [], HEAVY
    for name in sorted(by_year, key=lambda year: (year.isdigit(), year), reverse=True):
        rows = by_year[name]
        weight = sum(map(weights.__getitem__, rows))
        if weight <= min(LIGHT, room):
            here += rows
            room -= weight
            shelves: Sequence[Shelf[int]] = ()
        else:
            folder = f"{base}/{year_path(name).removeprefix('years/')}"
            shelves = _shelves(atlas, indicator, folder, rows, weights) if weight > HEAVY else [Shelf(folder, "", rows)]
        years.append(_year(indicator, name, rows, shelves))
    return years, here


def _shelves(
    atlas: Atlas, indicator: AlignedIndicator, folder: str, rows: Sequence[int], weights: Sequence[int]
) -> list[Shelf[int]]:
    said, codes = indicator.statements, atlas.province_codes
    return list(by_part(folder, rows, lambda index: codes[said[index].report], weights.__getitem__))


def _year(indicator: AlignedIndicator, name: str, rows: Sequence[int], shelves: Sequence[Shelf[int]]) -> Year:
    among = set(indicator.comparable)
    fair = [indicator.statements[index] for index in rows if index in among]
    drawn = [(one.value, one) for one in fair if one.value is not None and one.value_max is None]
    drawn.sort(key=lambda pair: pair[0])
    return Year(
        name=name,
        count=len(rows),
        comparable=len(fair),
        low=drawn[0][1] if drawn else None,
        middle=plain(median(value for value, _ in drawn)) if drawn else "",
        high=drawn[-1][1] if drawn else None,
        shelves=shelves,
    )


def _main_page(
    atlas: Atlas, indicator: AlignedIndicator, base: str, years: Sequence[Year], rows: Sequence[int]
) -> Page:
    points = chart_points(atlas, indicator)
    reasons = Counter(verdict.reason.partition("：")[0] for verdict in indicator.verdicts if not verdict.comparable)
    return make_page(
        f"{base}/index.md",
        "indicator",
        indicator.name,
        f"{indicator.name}：{len(indicator.statements)} 条数据，可比 {len(indicator.comparable)} 条。",
        scripts=["corpus"],
        toc=False,
        atlas=atlas,
        indicator=indicator,
        reports=len(indicator.reports),
        chart=chart(indicator.name, indicator.unit, points),
        legend=chart_legend(points),
        reasons=sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])),
        years=years,
        rows=_rows(indicator, rows),
        short=len(indicator.statements) > ROWS,
        short_rows=short_rows,
        quote=lambda said: clip(said, ROOMY),
    )


def _rows(indicator: AlignedIndicator, rows: Sequence[int]) -> list[tuple[Statement, str, Verdict]]:
    return [(indicator.statements[index], indicator.years[index], indicator.verdicts[index]) for index in rows]


def _year_page(atlas: Atlas, indicator: AlignedIndicator, base: str, year: Year, shelf: Shelf[int]) -> Page:
    name = f"{year.name} 年" if year.name.isdigit() else year.name
    comparable = sum(indicator.verdicts[index].comparable for index in shelf.items)
    return make_page(
        f"{shelf.path}/index.md",
        "indicator_year",
        f"{indicator.name}：{name}" + (f" · {shelf.name}" if shelf.name else ""),
        f"{name}{shelf.name}的{indicator.name}：{len(shelf.items)} 条数据，每条都有原句。",
        scripts=["corpus"],
        toc=False,
        atlas=atlas,
        indicator=indicator,
        base=base,
        comparable=comparable,
        rows=_rows(indicator, shelf.items),
        short_rows=short_rows,
        parts_list=[(other.name, f"{other.path}/") for other in year.shelves],
        current=shelf.name,
    )


def chart_legend(points: Sequence[Point]) -> str:
    """How to read the chart, where it needs saying."""
    if len(points) > MANY:
        return "柱子的高低是数值相近的报告数。"
    return "" if all(point.exact for point in points) else "空心点带“近”“超”等限定，不是精确数。"


def newest_first(indicator: AlignedIndicator) -> list[int]:
    """Indexes of the statements in the order of a table: comparable ones first, of each kind the newest."""
    ranks = [
        (not verdict.comparable, -int(year) if year.isdigit() else 0)
        for verdict, year in zip(indicator.verdicts, indicator.years, strict=True)
    ]
    return sorted(range(len(ranks)), key=ranks.__getitem__)


def chart_points(atlas: Atlas, indicator: AlignedIndicator) -> list[Point]:
    """The comparable statements that are a point on a scale; where they are few, with the places of their reports."""
    fair = [(indicator.statements[index], indicator.years[index]) for index in indicator.comparable]
    drawn = [(said, year) for said, year in fair if said.value is not None and said.value_max is None]
    named = len(drawn) <= MANY  # more are drawn together, without names
    labels = atlas.labels(atlas.cards[said.report] for said, _ in fair) if named else defaultdict(str)
    return [
        Point(labels[said.report], year, float(said.value), said.text, not said.qualifier)
        for said, year in drawn
        if said.value is not None
    ]

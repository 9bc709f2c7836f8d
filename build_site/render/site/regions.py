"""Places: the tree, and for each place its reports and, where it has several years, what changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from ...model.corpus import AlignedIndicator, Place, Statement
from ...model.page import Draft, Page
from .atlas import ROWS, Atlas, reports_below
from .pages import cut, draft, make_page

#: Indicators whose change a place's page shows; a table longer than this is no longer read.
CHANGES = 120


@dataclass(frozen=True, slots=True)
class Change:
    """One comparable indicator of one place over years: a statement a year, oldest first."""

    indicator: AlignedIndicator
    by_year: dict[str, Statement]

    @property
    def direction(self) -> str:
        """``up``, ``down`` or ``same`` from the first year to the last; "" where either is not exact."""
        first, last = self.by_year[min(self.by_year)], self.by_year[max(self.by_year)]
        bounds = first.qualifier or last.qualifier or first.value_max is not None or last.value_max is not None
        if bounds or first.value is None or last.value is None:
            return ""
        return "same" if first.value == last.value else "up" if last.value > first.value else "down"


def region_pages(atlas: Atlas) -> Iterator[Page | Draft]:
    """``regions/index.md`` and the pages of places that have one."""
    tree = [(place, len(reports_below(place))) for place in atlas.corpus.places]
    yield make_page(
        "regions/index.md", "regions", "按地区看", "按省、市、县排列的教育工作报告。", toc=False, atlas=atlas, tree=tree
    )
    changes = changes_by_place(atlas)
    for place in atlas.paged_places.values():
        yield from _place_pages(atlas, place, changes.get(place.id, []))


def _place_pages(atlas: Atlas, place: Place, changes: list[Change]) -> Iterator[Draft]:
    reports = reports_below(place)
    pieces = list(cut(reports, ROWS))
    for number, piece in pieces:
        path = _part(place, number) + "index.md"
        first = changes[:CHANGES] if number == 1 else []
        made_from = (
            (place.id, place.name, len(reports), len(changes)),
            [(step.id, step.name, step.id in atlas.paged_places) for step in _above(atlas, place)],
            [(child.id, child.name, len(reports_below(child))) for child in place.children],
            [(change.indicator.id, change.indicator.name, change.indicator.id in atlas.with_page) for change in first],
            [[(year, said.report, said.figure) for year, said in change.by_year.items()] for change in first],
            [atlas.cards[report].key for report in piece],
        )
        yield draft(path, made_from, partial(_place_page, atlas, place, changes, piece, number, len(pieces)))


def _part(place: Place, number: int) -> str:
    return f"regions/{place.id}/" + (f"{number}/" if number > 1 else "")


def _above(atlas: Atlas, place: Place) -> tuple[Place, ...]:
    steps = atlas.place_of[reports_below(place)[0]]
    return steps[: steps.index(place)]


def _place_page(
    atlas: Atlas, place: Place, changes: list[Change], reports: Sequence[str], number: int, parts: int
) -> Page:
    first, crumbs, total = number == 1, _above(atlas, place), len(reports_below(place))
    name = "地区未知" if place.id == "unknown" else "".join(step.name for step in (*crumbs, place))
    return make_page(
        _part(place, number) + "index.md",
        "region",
        name + ("" if first else f"（第 {number} 页）"),
        f"{name}的 {total} 份教育工作报告。",
        scripts=["corpus"],
        toc=bool(changes),
        atlas=atlas,
        place=place,
        crumbs=crumbs,
        total=total,
        children=[(child, len(reports_below(child))) for child in place.children] if first else [],
        cards=[atlas.cards[report] for report in reports],
        parts_list=[(part, _part(place, part)) for part in range(1, parts + 1)],
        number=number,
        changes=changes[:CHANGES] if first else [],
        unseen=max(0, len(changes) - CHANGES),
        years=sorted({year for change in changes for year in change.by_year}),
    )


def changes_by_place(atlas: Atlas) -> dict[str, list[Change]]:
    """For each place with reports of its own: the indicators that it states comparably for two or more years."""
    found: dict[str, list[Change]] = defaultdict(list)
    homes = atlas.home_ids
    for indicator in atlas.corpus.indicators:
        places: dict[str, dict[str, Statement]] = defaultdict(dict)
        statements, years = indicator.statements, indicator.years
        for index in indicator.comparable:
            statement = statements[index]
            places[homes[statement.report]].setdefault(years[index], statement)
        for place_id, by_year in places.items():
            if len(by_year) > 1:
                found[place_id].append(Change(indicator, by_year))
    found.pop("unknown", None)  # reports of unknown places are not reports of one place
    return found

"""Places: the tree, and for each place its reports and, where it has several years, what changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ...model.corpus import AlignedIndicator, Place, Statement
from ...model.page import Page
from .atlas import ROWS, Atlas, reports_below
from .pages import cut, make_page

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


def region_pages(atlas: Atlas) -> Iterator[Page]:
    """``regions/index.md`` and the pages of places that have one."""
    tree = [(place, len(reports_below(place))) for place in atlas.corpus.places]
    yield make_page(
        "regions/index.md", "regions", "按地区看", "按省、市、县排列的教育工作报告。", toc=False, atlas=atlas, tree=tree
    )
    changes = changes_by_place(atlas)
    for place in atlas.paged_places.values():
        yield from _place_pages(atlas, place, changes.get(place.id, []))


def _place_pages(atlas: Atlas, place: Place, changes: list[Change]) -> Iterator[Page]:
    reports = reports_below(place)
    pieces = list(cut(reports, ROWS))
    above = atlas.place_of[reports[0]]
    crumbs = above[: above.index(place)]
    years = sorted({year for change in changes for year in change.by_year})
    name = "地区未知" if place.id == "unknown" else "".join(step.name for step in (*crumbs, place))
    for number, piece in pieces:
        first = number == 1
        yield make_page(
            f"regions/{place.id}/{'' if first else f'{number}/'}index.md",
            "region",
            name + ("" if first else f"（第 {number} 页）"),
            f"{name}的 {len(reports)} 份教育工作报告。",
            scripts=["corpus"],
            toc=bool(changes),
            atlas=atlas,
            place=place,
            crumbs=crumbs,
            total=len(reports),
            children=[(child, len(reports_below(child))) for child in place.children] if first else [],
            cards=[atlas.cards[report] for report in piece],
            parts_list=[
                (part, f"regions/{place.id}/{part}/" if part > 1 else f"regions/{place.id}/") for part, _ in pieces
            ],
            number=number,
            changes=changes[:CHANGES] if first else [],
            unseen=max(0, len(changes) - CHANGES),
            years=years,
        )


def changes_by_place(atlas: Atlas) -> dict[str, list[Change]]:
    """For each place with reports of its own: the indicators that it states comparably for two or more years."""
    found: dict[str, list[Change]] = defaultdict(list)
    for indicator in atlas.corpus.indicators:
        places: dict[str, dict[str, Statement]] = defaultdict(dict)
        for index in indicator.comparable:
            statement = indicator.statements[index]
            place = atlas.place_of[statement.report][-1]
            places[place.id].setdefault(atlas.year(statement), statement)
        for place_id, by_year in places.items():
            if len(by_year) > 1:
                found[place_id].append(Change(indicator, by_year))
    found.pop("unknown", None)  # reports of unknown places are not reports of one place
    return found

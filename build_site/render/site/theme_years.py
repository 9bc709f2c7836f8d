"""Theme pages by year, and within a year of many reports by part of the country."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from ...model.corpus import Passage, ReportCard, Statement, ThemeIndex
from ...model.page import Draft, Page
from .atlas import ROWS, Atlas, by_province
from .pages import draft, make_page
from .shelves import HEAVY, Shelf, by_part
from .years import year_path

#: Passages chiefly on the theme, and figures, of a report on a page: thousands of reports have 28 such pages a year,
#: and all of them together must stay small.
FEWER = 1
FIGURES = 1


class Heard(NamedTuple):
    """What one report says on a theme: passages chiefly about it, those that touch it, figures."""

    card: ReportCard
    main: list[Passage]
    touched: list[Passage]
    figures: Sequence[Statement]


def theme_year_path(theme: ThemeIndex, year: str) -> str:
    """The folder of the page of a theme and year."""
    return f"themes/{theme.id}/{year_path(year).removeprefix('years/')}"


def theme_year_pages(atlas: Atlas, theme: ThemeIndex, heard: Mapping[str, Heard]) -> Iterator[Draft]:
    """For each year a page, and where that would be too long further ones by part of the country."""
    silent = set(theme.silent)
    for year, reports in atlas.corpus.years:
        groups = by_province(atlas, [report for report in reports if report in heard])
        shelves = _shelves(atlas, theme_year_path(theme, year), groups, heard)
        provinces = {shelf.path: _provinces(atlas, shelf) for shelf in shelves}
        quiet = [atlas.cards[report] for report in reports if report in silent]
        for number, shelf in enumerate(shelves):
            first = number == 0
            made_from = (
                (theme.name, year, shelf.name, [(other.path, other.name) for other in shelves]),
                [list(provinces[other.path].items()) for other in (shelves if first else [shelf])],
                [card.key for card in quiet[:ROWS]] + [len(quiet)] if first else (),
                [atlas.marks[said.card.id] for said in shelf.items],
            )
            write = partial(_page, atlas, theme, year, shelf, shelves, provinces, quiet if first else [])
            yield draft(f"{shelf.path}/index.md", made_from, write)


def _shelves(
    atlas: Atlas, base: str, groups: Mapping[str, Sequence[str]], heard: Mapping[str, Heard]
) -> list[Shelf[Heard]]:
    ordered = [heard[report] for group in groups.values() for report in group]
    if sum(map(_weight, ordered)) <= HEAVY:
        return [Shelf(base, "", ordered)]
    return [Shelf(base, "", []), *by_part(base, ordered, lambda said: atlas.province_codes[said.card.id], _weight)]


def _provinces(atlas: Atlas, shelf: Shelf[Heard]) -> Mapping[str, int]:
    return Counter(atlas.province(said.card.id).name for said in shelf.items)


def _leading(figures: Sequence[Statement]) -> list[Statement]:
    """The figures that tell most beside those of other reports: what was reached, rates first, in text order."""
    plain = [one for one in figures if one.value is not None and one.role == "level" and one.status == "done"]
    return sorted(plain, key=lambda one: one.unit != "%")[:FIGURES]


def _weight(said: Heard) -> int:
    return 650 + sum(300 + 3 * (len(one.heading) + len(one.gist)) for one in said.main[:FEWER])


def _page(
    atlas: Atlas,
    theme: ThemeIndex,
    year: str,
    shelf: Shelf[Heard],
    shelves: Sequence[Shelf[Heard]],
    provinces: Mapping[str, Mapping[str, int]],
    quiet: Sequence[ReportCard],
) -> Page:
    name = f"{year} 年" if year.isdigit() else year
    return make_page(
        f"{shelf.path}/index.md",
        "theme_year",
        f"{theme.name}：{name}" + (f" · {shelf.name}" if shelf.name else ""),
        f"{name}{shelf.name}各地报告关于{theme.name}的段落。",
        toc=False,
        atlas=atlas,
        leading=_leading,
        theme=theme,
        groups=_by_province(atlas, shelf.items),
        shelf=shelf,
        shelves=shelves,
        provinces=provinces,
        quiet=quiet[:ROWS],
        quiet_count=len(quiet),
        parts_list=[(other.name or "全年", f"{other.path}/") for other in shelves],
        current=shelf.name or "全年",
        limit=FEWER,
    )


def _by_province(atlas: Atlas, heard: Sequence[Heard]) -> list[tuple[str, list[Heard]]]:
    """What is heard, by the name of the province, in the order it comes in."""
    groups: dict[str, list[Heard]] = defaultdict(list)
    for said in heard:
        groups[atlas.province(said.card.id).name].append(_telling_first(said))
    return list(groups.items())


def _telling_first(said: Heard) -> Heard:
    """The same with the passages first that have a sentence to show."""
    return said._replace(main=sorted(said.main, key=lambda passage: not passage.gist))

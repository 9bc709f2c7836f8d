"""Theme pages by year, and within a year of many reports by part of the country.

Pages are cut at places that do not move when a report is added: a year is one page, or one for each of the six parts
into which GB/T 2260 divides the country by the first digit of a code.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ...model.corpus import Passage, Place, ReportCard, Statement, ThemeIndex
from ...model.page import Draft, Page
from .atlas import ROWS, Atlas, by_province
from .pages import cut_by_weight, draft, make_page
from .years import year_path

#: A page may weigh this much, in bytes of HTML as estimated below.
HEAVY = 180_000
#: Passages chiefly on the theme of a report on a page: thousands of reports have 28 such pages a year, and all of them
#: together must stay small.
FEWER = 1
_PARTS = {
    "1": ("north", "华北"),
    "2": ("northeast", "东北"),
    "3": ("east", "华东"),
    "4": ("south-central", "中南"),
    "5": ("southwest", "西南"),
    "6": ("northwest", "西北"),
}
_ELSEWHERE = ("elsewhere", "其他")


@dataclass(frozen=True, slots=True)
class Heard:
    """What one report says on a theme: passages chiefly about it, those that touch it, figures."""

    card: ReportCard
    main: tuple[Passage, ...]
    touched: tuple[Passage, ...]
    figures: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of a theme and year: its folder, its name ("" for the whole year), what stands on it, and whence."""

    path: str
    name: str
    heard: Sequence[Heard]
    provinces: Mapping[str, int]


def theme_year_path(theme: ThemeIndex, year: str) -> str:
    """The folder of the page of a theme and year."""
    return f"themes/{theme.id}/{year_path(year).removeprefix('years/')}"


def theme_year_pages(atlas: Atlas, theme: ThemeIndex, heard: Mapping[str, Heard]) -> Iterator[Draft]:
    """For each year a page, and where that would be too long further ones by part of the country."""
    silent = set(theme.silent)
    for year, reports in atlas.corpus.years:
        groups = by_province(atlas, [report for report in reports if report in heard])
        shelves = _shelves(atlas, theme_year_path(theme, year), groups, heard)
        quiet = [atlas.cards[report] for report in reports if report in silent]
        for number, shelf in enumerate(shelves):
            first = number == 0
            made_from = (
                (theme.name, year, shelf.name, [(other.path, other.name) for other in shelves]),
                [list(other.provinces.items()) for other in (shelves if first else [shelf])],
                [card.key for card in quiet[:ROWS]] + [len(quiet)] if first else (),
                [said.card.key for said in shelf.heard],
            )
            yield draft(
                f"{shelf.path}/index.md",
                made_from,
                partial(_page, atlas, theme, year, shelf, shelves, quiet if first else []),
            )


def _shelves(atlas: Atlas, base: str, groups: Mapping[str, Sequence[str]], heard: Mapping[str, Heard]) -> list[Shelf]:
    def province(said: Heard) -> Place:
        return atlas.place_of[said.card.id][0]

    def shelf(path: str, name: str, found: Sequence[Heard]) -> Shelf:
        return Shelf(path, name, found, Counter(province(said).name for said in found))

    ordered = [heard[report] for group in groups.values() for report in group]
    if sum(map(_weight, ordered)) <= HEAVY:
        return [shelf(base, "", ordered)]
    parts: dict[tuple[str, str], list[Heard]] = defaultdict(list)
    for said in ordered:
        parts[_PARTS.get(province(said).code[:1], _ELSEWHERE)].append(said)
    shelves = [shelf(base, "", [])]
    for slug, name in (*_PARTS.values(), _ELSEWHERE):
        for number, piece in cut_by_weight(parts[slug, name], _weight, HEAVY) if (slug, name) in parts else ():
            more = number > 1
            shelves.append(shelf(f"{base}/{slug}" + f"/{number}" * more, name + f"之{number}" * more, piece))
    return shelves


def _weight(said: Heard) -> int:
    return 400 + sum(300 + 3 * (len(one.heading) + len(one.gist)) for one in said.main[:FEWER])


def _page(
    atlas: Atlas,
    theme: ThemeIndex,
    year: str,
    shelf: Shelf,
    shelves: Sequence[Shelf],
    quiet: Sequence[ReportCard],
) -> Page:
    name = f"{year} 年" if year.isdigit() else year
    return make_page(
        f"{shelf.path}/index.md",
        "theme_year",
        f"{theme.name}：{name}" + (f" · {shelf.name}" if shelf.name else ""),
        f"{name}{shelf.name}各地报告关于{theme.name}的段落。",
        toc=False,
        theme=theme,
        groups=_by_province(atlas, shelf.heard),
        shelf=shelf,
        shelves=shelves,
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
        groups[atlas.place_of[said.card.id][0].name].append(_telling_first(said))
    return list(groups.items())


def _telling_first(said: Heard) -> Heard:
    """The same with the passages first that have a sentence to show."""
    return replace(said, main=tuple(sorted(said.main, key=lambda passage: not passage.gist)))

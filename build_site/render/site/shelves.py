"""Lists too long for one page, laid out by part of the country.

Pages are cut at places that do not move when a report is added: into the six parts by which GB/T 2260 numbers the
provinces, the first digit of a code.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from .pages import cut_by_weight

Item = TypeVar("Item")

#: A list on one page may weigh this much, in bytes of HTML as its page estimates them.
HEAVY = 180_000
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
class Shelf(Generic[Item]):
    """One page's share of a list: the folder of the page, the part of the country ("" for all), and what is on it."""

    path: str
    name: str
    items: Sequence[Item]


def by_part(
    base: str, items: Iterable[Item], code: Callable[[Item], str], weight: Callable[[Item], int]
) -> Iterator[Shelf[Item]]:
    """``items`` on a shelf a part of the country, below the folder ``base``; numbered ones where a part is too heavy.

    Args:
        base: a folder below docs/.
        items: they keep their order within a part.
        code: the region code of an item.
        weight: its bytes of HTML, about.
    """
    parts: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in items:
        parts[_PARTS.get(code(item)[:1], _ELSEWHERE)].append(item)
    for slug, name in (*_PARTS.values(), _ELSEWHERE):
        for number, piece in cut_by_weight(parts[slug, name], weight, HEAVY) if (slug, name) in parts else ():
            more = number > 1
            yield Shelf(f"{base}/{slug}" + f"/{number}" * more, name + f"之{number}" * more, piece)

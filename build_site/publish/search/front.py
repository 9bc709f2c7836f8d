"""The search index of a joined site: what leads to the indexes of its parts, and the names of all of them.

    index.json       the parts: how they are called, their years and provinces; where the rest stands
    front-…/h/       which parts may hold a string (see `holders`)
    front-…/places.bin    every region, and the numbers of the parts with reports of it
    names-…/         as in a site, with the front's own pages before those of its parts

Passages are indexed once, in the parts; the browser asks those that may hold what is looked for.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ...cache import digest
from .bundle import write_packed
from .holders import read_filter, write_holders
from .names import Name, write_names
from .write import FOLDER, write_manifest


@dataclass(frozen=True, slots=True)
class SearchPart:
    """One site of a joined site.

    Attributes:
        site: where it was built.
        path: where it stands below the common root; ends in a slash.
        title: what readers call it.
        reports: how many it has.
        years, codes, regions: the different years of its reports, beginnings of region codes (two digits), regions.
    """

    site: Path
    path: str
    title: str
    reports: int
    years: tuple[str, ...]
    codes: tuple[str, ...]
    regions: tuple[str, ...]


def write_front(
    site: Path,
    parts: Sequence[SearchPart],
    names: Mapping[str, Sequence[Name]],
    synonyms: Iterable[Sequence[str]] = (),
) -> None:
    """Let the search of the site at ``site`` answer from the indexes of ``parts``, and from ``names``.

    Args:
        site: the common root; it needs no reports of its own.
        parts: sites below it, built separately.
        names: kind -> names, the best first.
        synonyms: groups of words that mean the same to somebody searching.
    """
    folder = site / FOLDER
    filters = [read_filter(part.site / FOLDER) for part in parts]
    places = _places(parts)
    path = "front-" + digest(*(row.tobytes() for row in filters), json.dumps(places).encode())[:12]
    holders = write_holders(folder / path, filters)
    write_packed(folder / path / "places.bin", places)
    manifest = {
        "format": 1,
        "reports": sum(part.reports for part in parts),
        "parts": [_described(part) for part in parts],
        "front": {"path": path, **asdict(holders)},
        "names": write_names(folder, names),
        "synonyms": [list(group) for group in synonyms],
    }
    write_manifest(folder, manifest)


def _described(part: SearchPart) -> dict[str, Any]:
    return {
        "path": part.path,
        "title": part.title,
        "reports": part.reports,
        "years": part.years,
        "codes": part.codes,
    }


def _places(parts: Sequence[SearchPart]) -> list[list[Any]]:
    """The regions, and for each the numbers of its parts."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        for region in part.regions:
            holders[region].append(number)
    return [list(holders), list(holders.values())]

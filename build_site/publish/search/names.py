"""Writes the names readers search for: themes, indicators, regions and reports, each leading to a page of its own.

One more folder with the runs of `shards` (all of them listing entries, no positions), and the entries in blocks:

    1/N.bin 2/N.bin 3/N.bin   as in a bundle; numbers are those of entries
    e/N.bin                   a block of entries: [name, other names, note, url]

Within a kind the most widespread comes first, so the lowest numbers are the best answers.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import numpy as np

from ...cache import digest
from ...model.corpus import AlignedIndicator, Corpus
from ...render.site.atlas import Atlas, reports_below
from .bundle import FORMAT, read_packed, utf16_length, write_packed, write_runs
from .grams import encode_units, find_runs

BLOCK = 32  #: entries a block: about 1.5 KB


@dataclass(frozen=True, slots=True)
class Name:
    """One entry: what it is called, what else it is called, a word about it, and its page below the site's root."""

    name: str
    others: tuple[str, ...]
    note: str
    url: str


def collect_names(corpus: Corpus) -> dict[str, list[Name]]:
    """The entries by kind."""
    atlas = Atlas(corpus)
    return {
        "theme": _themes(corpus),
        "indicator": _indicators(atlas),
        "region": _regions(atlas),
        "report": _reports(corpus),
    }


def theme_name(name: str, id: str, reports: int, description: str) -> Name:
    """The entry of a theme."""
    return Name(name, (), f"{reports} 份报告 · {description}".rstrip("· "), f"themes/{id}/")


def indicator_name(indicator: AlignedIndicator) -> Name:
    """The entry of an indicator with a page."""
    others = tuple(wording for wording in indicator.wordings if wording != indicator.name)
    unit = f" · 单位：{indicator.unit}" if indicator.unit else ""
    note = f"{len(indicator.reports)} 份报告，{len(indicator.statements)} 处{unit}"
    return Name(indicator.name, others, note, f"indicators/{indicator.id}/")


def write_names(folder: Path, kinds: Mapping[str, Sequence[Name]]) -> dict[str, Any]:
    """Write the entries into a new folder below ``folder``, named by what they are; returns what leads to them."""
    content = {kind: [_cells(name) for name in names] for kind, names in kinds.items()}
    target = folder / ("names-" + digest(FORMAT, json.dumps(content, ensure_ascii=False).encode())[:12])
    shutil.rmtree(target, ignore_errors=True)
    entries = [name for names in kinds.values() for name in names]
    texts = ["\n".join((entry.name, *entry.others)) + "\n" for entry in entries]
    lengths = [utf16_length(text) for text in texts]
    starts = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)[:-1]]) if texts else np.zeros(1, dtype=np.int64)
    units = encode_units("".join(texts))
    for number, start in enumerate(range(0, len(entries), BLOCK)):
        write_packed(target / "e" / f"{number}.bin", [_cells(name) for name in entries[start : start + BLOCK]])
    info = write_runs(target, find_runs(units, starts, places=False))
    return asdict(info) | {"kinds": {kind: len(names) for kind, names in kinds.items()}, "block": BLOCK}


def read_names(data: Path) -> dict[str, list[Name]]:
    """The entries by kind, as `write_names` wrote them below ``data`` (the folder of a site's index)."""
    info = json.loads((data / "index.json").read_bytes())["names"]
    blocks = -(-sum(info["kinds"].values()) // info["block"])
    entries = [
        Name(name, tuple(others), note, url)
        for number in range(blocks)
        for name, others, note, url in read_packed(data / info["path"] / "e" / f"{number}.bin")
    ]
    edges = [0, *accumulate(info["kinds"].values())]
    return {kind: entries[start:end] for kind, (start, end) in zip(info["kinds"], pairwise(edges), strict=True)}


def _cells(name: Name) -> tuple[str, tuple[str, ...], str, str]:
    return name.name, name.others, name.note, name.url


def _themes(corpus: Corpus) -> list[Name]:
    return [theme_name(theme.name, theme.id, len(theme.reports), theme.description) for theme in corpus.themes]


def _indicators(atlas: Atlas) -> list[Name]:
    """Those with a page; a figure of any other is found through its sentence."""
    found = []
    for indicator in atlas.paged_indicators:
        found.append((-len(indicator.reports), indicator.sort_key, indicator.id, indicator_name(indicator)))
    return [entry for *_, entry in sorted(found, key=lambda row: row[:3])]


def _regions(atlas: Atlas) -> list[Name]:
    found = []
    for place in atlas.paged_places.values():
        count = len(reports_below(place))
        found.append((-count, place.id, Name(place.name, (), f"{count} 份报告", f"regions/{place.id}/")))
    return [entry for *_, entry in sorted(found, key=lambda row: row[:2])]


def _reports(corpus: Corpus) -> list[Name]:
    found = []
    for card in corpus.reports:
        note = " · ".join(word for word in (card.region, card.year, card.kind) if word and word != "未知")
        others: Sequence[str] = () if card.region in card.title or card.region == "未知" else (card.region,)
        found.append(Name(card.title, tuple(others), note, f"reports/{card.id}/"))
    return found

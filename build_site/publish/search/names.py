"""Writes the names readers search for: themes, indicators, regions and reports, each leading to a page of its own.

One more folder with the runs of `shards` (all of them listing entries, no positions), and the entries in blocks:

    1/N.bin 2/N.bin 3/N.bin   as in a bundle; numbers are those of entries
    e/N.bin                   a block of entries: [name, other names, note, url]

Within a kind the most widespread comes first, so the lowest numbers are the best answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...model.corpus import Corpus
from ...render.site.atlas import Atlas, reports_below
from .bundle import BundleInfo, utf16_length, write_packed, write_runs
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


def write_names(folder: Path, kinds: dict[str, list[Name]]) -> tuple[BundleInfo, dict[str, int]]:
    """Write the entries into the new ``folder``; also returns how many each kind has."""
    entries = [name for names in kinds.values() for name in names]
    texts = ["\n".join((entry.name, *entry.others)) + "\n" for entry in entries]
    lengths = [utf16_length(text) for text in texts]
    starts = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)[:-1]]) if texts else np.zeros(1, dtype=np.int64)
    units = encode_units("".join(texts))
    for number, start in enumerate(range(0, len(entries), BLOCK)):
        block = [[entry.name, entry.others, entry.note, entry.url] for entry in entries[start : start + BLOCK]]
        write_packed(folder / "e" / f"{number}.bin", block)
    info = write_runs(folder, find_runs(units, starts, places=False))
    return info, {kind: len(names) for kind, names in kinds.items()}


def _themes(corpus: Corpus) -> list[Name]:
    return [
        Name(
            theme.name,
            (),
            f"{len(theme.reports)} 份报告 · {theme.description}".rstrip("· "),
            f"themes/{theme.id}/",
        )
        for theme in corpus.themes
    ]


def _indicators(atlas: Atlas) -> list[Name]:
    """Those with a page; a figure of any other is found through its sentence."""
    found = []
    for indicator in atlas.paged_indicators:
        reports = len(indicator.reports)
        others = tuple(wording for wording in indicator.wordings if wording != indicator.name)
        unit = f" · 单位：{indicator.unit}" if indicator.unit else ""
        note = f"{reports} 份报告，{len(indicator.statements)} 处{unit}"
        entry = Name(indicator.name, others, note, f"indicators/{indicator.id}/")
        found.append((-reports, indicator.sort_key, indicator.id, entry))
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

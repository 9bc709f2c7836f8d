"""Writes one bundle: the index over the reports whose ids hash to the same number.

    head.bin       the reports in order: characters, passages, year, region code, kind; the common runs of three
    d/N.bin        of `DETAILS` reports each: id, region
    regions.bin    the region of each report; loaded where a query may name a place
    passages.bin   the passages in order: characters, themes, whether planned, whether with figures; themes are numbers
                   in ``names``, as few different lists as there are
    1/N.bin        runs of one character (see `shards`)
    2/N.bin        runs of two
    3/N.bin        runs of three and more
    c/HEX.bin      the positions of one common run, named by its code units
    holds.bin      which runs stand here at all (see `holders`); read where sites are joined
    members.json   the key of each report: what later builds compare with; no browser loads it

Bundles are folders named after everything they were made from, so a bundle that exists need not be made again,
and a browser that has one may keep it. The JSON files are compressed (raw deflate) too.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from .grams import FIRST, Offsets, Runs, encode_units, find_runs
from .holders import make_filter, write_filter
from .record import SearchPassage, SearchRecord
from .shards import deflate, pack_list, pack_shards, shard_count

FORMAT = b"4"  #: part of every bundle's name
PLAN, FIGURES = 1, 2  #: flags of a passage
DETAILS = 64  #: reports a file of ``d/``: all ids at once would be a tenth of what a query may load
NOTHING = SearchPassage("", "p0", True, "", (), False, False)  #: stands in a report without text


@dataclass(frozen=True, slots=True)
class BundleInfo:
    """What the browser must know to use a bundle: its folder, and how many files hold its runs of 1, 2 and 3+."""

    path: str
    shards: tuple[int, ...]


def write_bundle(folder: Path, records: Sequence[SearchRecord]) -> BundleInfo:
    """Write the index over ``records`` into the new ``folder``."""
    records = [record if record.passages else replace(record, passages=(NOTHING,)) for record in records]
    passages = [passage for record in records for passage in record.passages]
    lengths = np.array(_lengths(records), dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]) if len(lengths) else np.zeros(1, dtype=np.int64)
    units = encode_units("".join(_text(records)))
    levels = list(find_runs(units, starts))
    write_packed(folder / "head.bin", _head(records, lengths) | {"common": _common(levels)})
    for number, start in enumerate(range(0, len(records), DETAILS)):
        few = records[start : start + DETAILS]
        write_packed(folder / "d" / f"{number}.bin", [[record.id, record.region] for record in few])
    write_packed(folder / "regions.bin", _column([record.region for record in records]))
    write_packed(folder / "passages.bin", _passage_table(passages, lengths))
    write_filter(folder, make_filter(levels))
    return write_runs(folder, levels)


def write_runs(folder: Path, levels: Iterable[Runs]) -> BundleInfo:
    """Write runs into files of ``folder``, those of `FIRST` characters and more together."""
    families: list[list[Runs]] = [[] for _ in range(FIRST)]
    for runs in levels:
        families[min(runs.units.shape[1], FIRST) - 1].append(runs)
        if runs.spread:
            _write_common(folder / "c", runs)
    counts = tuple(map(shard_count, families))
    for number, (family, count) in enumerate(zip(families, counts, strict=True), 1):
        target = folder / str(number)
        target.mkdir(parents=True, exist_ok=True)
        for shard, content in pack_shards(family, count).items():
            (target / f"{shard}.bin").write_bytes(content)
    return BundleInfo(folder.name, counts)


def write_packed(path: Path, content: Any) -> None:
    """Write ``content`` as compressed JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)  # it may be linked to the file of an older site
    path.write_bytes(pack(content))


def pack(content: Any) -> bytes:
    """``content`` as compressed JSON."""
    return deflate(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())


def read_packed(path: Path) -> Any:
    """What `write_packed` wrote."""
    return json.loads(zlib.decompress(path.read_bytes(), -15))


def utf16_length(text: str) -> int:
    """How many UTF-16 code units ``text`` has: what a browser calls its length."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _text(records: Sequence[SearchRecord]) -> Iterable[str]:
    """The texts of all reports, every paragraph ended by a newline."""
    for record in records:
        for number, passage in enumerate(record.passages):
            if passage.opens and number:
                yield "\n"
            yield passage.text
        yield "\n"


def _lengths(records: Sequence[SearchRecord]) -> list[int]:
    """The code units of each passage; a newline counts to the passage before it."""
    found = []
    for record in records:
        following = [passage.opens for passage in record.passages[1:]] + [True]
        found += [utf16_length(passage.text) + opens for passage, opens in zip(record.passages, following, strict=True)]
    return found


def _head(records: Sequence[SearchRecord], lengths: Offsets) -> dict[str, Any]:
    counts = [len(record.passages) for record in records]
    edges = np.cumsum([0, *counts])
    sizes = np.diff(np.append(0, np.cumsum(lengths))[edges])
    return {
        "units": sizes.tolist(),
        "passages": counts,
        "year": _column([record.year for record in records]),
        "code": _column([record.region_code for record in records]),
        "kind": _column([record.kind for record in records]),
    }


def _common(levels: Iterable[Runs]) -> str:
    """The common runs of `FIRST` characters, joined: a browser asks for others first. (Halves of rare characters are
    left out; nothing depends on the list being complete.)"""
    rows = [runs.units[runs.common] for runs in levels if runs.units.shape[1] == FIRST]
    return "".join("".join(map(chr, row)) for row in rows[0] if not any(0xD800 <= unit < 0xE000 for unit in row))


def _column(values: Sequence[Any]) -> list[Any]:
    """Few different values, many times: the values, then one index each."""
    distinct = sorted(set(values))
    number = {value: index for index, value in enumerate(distinct)}
    return [distinct, [number[value] for value in values]]


def _passage_table(passages: Sequence[SearchPassage], lengths: Offsets) -> dict[str, Any]:
    names = sorted({theme for passage in passages for theme in passage.themes})
    number = {name: index for index, name in enumerate(names)}
    return {
        "units": lengths.tolist(),
        "names": names,
        "themes": _column([tuple(sorted(number[theme] for theme in passage.themes)) for passage in passages]),
        "flags": [PLAN * passage.plan | FIGURES * passage.figures for passage in passages],
    }


def _write_common(folder: Path, runs: Runs) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, (_, positions) in runs.spread.items():
        name = "".join(f"{unit:04x}" for unit in runs.units[number])
        (folder / f"{name}.bin").write_bytes(pack_list(positions))

"""Every run of 1, 2 and 3 characters of a text with the places where it stands, as sorted arrays.

Runs of 1 and 2 characters list the passages that hold them: that answers such a query outright. Runs of 3 list every
position, so that a longer string can be found by laying the runs it is made of side by side. A run of 3 that is too
common to load (the list of ``***`` alone would be hundreds of kilobytes) lists its passages instead, and is
continued by runs of 4, which divide its positions among them; and so on up to `LONGEST`.

Characters are counted as UTF-16 code units here, because the browser counts so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Units = NDArray[np.uint16]
Offsets = NDArray[np.int64]
Flags = NDArray[np.bool_]

BREAK = 10  #: the newline between paragraphs: no run reaches across it
SHORT = 2  #: up to this length a run lists passages only
FIRST = 3  #: the length whose positions are listed
LONGEST = 8
#: More positions than this and a run is "common". At 7 500 characters a report and 1 000 reports a bundle, 2 000
#: positions are about 4 KB, the size of one index file; see docs/development/search.md.
COMMON = 2_000


@dataclass(frozen=True)
class Runs:
    """The runs of one length.

    Attributes:
        units: one row a run, its code units; rows ascend.
        common: for each run, whether it lists passages instead of positions.
        starts: for each run, where its list begins in ``values``; one more entry for the end.
        values: passage numbers or positions, ascending within a run.
        positions: for each common run of `FIRST` or more its positions, in the order of ``units``.
    """

    units: Units
    common: Flags
    starts: Offsets
    values: Offsets
    positions: tuple[Offsets, ...] = ()


def encode_units(text: str) -> Units:
    """The UTF-16 code units of ``text``."""
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2").astype(np.uint16)


def find_runs(units: Units, passage_starts: Offsets, *, places: bool = True, common: int = COMMON) -> Iterator[Runs]:
    """The runs of ``units`` by length, shortest first.

    Args:
        units: the text; paragraphs end with `BREAK`.
        passage_starts: where each passage begins, the first at 0.
        places: False lists passages for every length and stops at `FIRST`: enough for names.
        common: more positions than this make a run common.
    """
    present = np.zeros(1 << 16, dtype=bool)
    present[units] = True
    dense = (np.cumsum(present) - 1).astype(np.uint64)[units]
    bits = np.uint64(max(1, int(present.sum() - 1).bit_length()))
    passage_of = np.repeat(np.arange(len(passage_starts)), np.diff(np.append(passage_starts, len(units))))
    heavy = np.empty((0, 2), dtype=np.int64)
    for length in range(1, FIRST + 1):
        at = np.flatnonzero(_fits(units, np.arange(len(units)), length))
        key = np.zeros(len(at), dtype=np.uint64)
        for step in range(length):
            key = key << bits | dense[at + step]
        keys, at = _sort(key, at, length * int(bits), len(units))
        runs, heavy = _gather(units, keys, at, length, passage_of, _limit(length, places, common))
        yield runs
    for length in range(FIRST + 1, LONGEST + 1):
        heavy = heavy[_fits(units, heavy[:, 0], length)]
        if not places or not len(heavy):
            return
        at = heavy[:, 0]
        key = heavy[:, 1].astype(np.uint64) << bits | dense[at + length - 1]
        keys, at = _sort(key, at, int(key.max()).bit_length(), len(units))
        limit = common if length < LONGEST else len(units)
        runs, heavy = _gather(units, keys, at, length, passage_of, limit)
        yield runs


def _limit(length: int, places: bool, common: int) -> int:
    return -1 if length <= SHORT or not places else common


def _fits(units: Units, at: Offsets, length: int) -> Flags:
    """For each position whether a run of ``length`` that begins there ends before its paragraph does."""
    fits: Flags = at + length <= len(units)
    inside = at[fits]
    whole = np.ones(len(inside), dtype=bool)
    for step in range(length):
        whole &= units[inside + step] != BREAK
    fits[fits] = whole
    return fits


def _sort(key: NDArray[np.uint64], at: Offsets, key_bits: int, size: int) -> tuple[NDArray[np.uint64], Offsets]:
    """``key`` and ``at`` by key, then by position; packed into one integer each where they fit: 15 times faster."""
    position_bits = max(1, size.bit_length())
    if key_bits + position_bits > 64:
        order = np.lexsort((at, key))
        return key[order], at[order]
    packed = key << np.uint64(position_bits) | at.astype(np.uint64)
    packed.sort()
    return packed >> np.uint64(position_bits), (packed & np.uint64((1 << position_bits) - 1)).astype(np.int64)


def _gather(
    units: Units, keys: NDArray[np.uint64], at: Offsets, length: int, passage_of: Offsets, limit: int
) -> tuple[Runs, Offsets]:
    """Sorted keys as `Runs`, and of the common ones (position, number of the run) for the next length."""
    firsts = _firsts(keys)
    counts = np.diff(np.append(firsts, len(keys)))
    common = counts > limit
    run = np.repeat(np.arange(len(firsts)), counts)
    heavy = common[run]
    values = np.where(heavy, passage_of[at], at)
    kept = np.ones(len(values), dtype=bool)  # a passage once a run, however often the run stands in it
    kept[1:] = ~heavy[1:] | (values[1:] != values[:-1]) | (run[1:] != run[:-1])
    starts = np.append(np.searchsorted(np.flatnonzero(kept), firsts), kept.sum())
    rows = units[at[firsts][:, None] + np.arange(length)] if len(firsts) else np.empty((0, length), np.uint16)
    spread = tuple(at[firsts[number] : firsts[number] + counts[number]] for number in np.flatnonzero(common))
    longer = length >= FIRST and limit >= 0
    following = np.stack([at[heavy], run[heavy]], axis=1) if longer else np.empty((0, 2), np.int64)
    return Runs(rows, common, starts, values[kept], spread if longer else ()), following


def _firsts(keys: NDArray[np.uint64]) -> Offsets:
    """Where a new key begins in a sorted array."""
    if not len(keys):
        return np.empty(0, np.int64)
    return np.concatenate([[0], np.flatnonzero(keys[1:] != keys[:-1]) + 1])

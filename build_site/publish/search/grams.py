"""Every run of 1, 2 and 3 characters of a text with the places where it stands, as sorted arrays.

Runs of 1 and 2 characters list the passages that hold them: that answers such a query outright. Runs of 3 list every
position, so that a longer string can be found by laying the runs it is made of side by side. A run of 3 that is too
common to load (the list of ``***`` alone would be hundreds of kilobytes) lists its passages instead, and is
continued by longer runs, which divide its positions among them; and so on up to `LONGEST`. Where a common run is
always followed by the same characters, these are its tail, and the runs that continue it begin after them.

Characters are counted as UTF-16 code units here, because the browser counts so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

Units = NDArray[np.uint16]
Offsets = NDArray[np.int64]
Numbers = NDArray[np.int32]
Flags = NDArray[np.bool_]

BREAK = 10  #: the newline between paragraphs: no run reaches across it
SHORT = 2  #: up to this length a run lists passages only
FIRST = 3  #: the length whose positions are listed
LONGEST = 20  #: a run with its tail grows no longer than this
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
        spread: number of a common run of `FIRST` characters or more -> its tail, and its positions.
    """

    units: Units
    common: Flags
    starts: Offsets
    values: Numbers
    spread: dict[int, tuple[Units, Offsets]] = field(default_factory=dict)


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
    passage_of = np.repeat(
        np.arange(len(passage_starts), dtype=np.int32), np.diff(np.append(passage_starts, len(units)))
    )
    room = _room(units)
    longer: dict[int, list[Offsets]] = defaultdict(list)  # length -> positions of the runs to be divided at it
    for length in range(1, LONGEST + 1):
        if length <= FIRST:
            at = np.flatnonzero(room >= length)
            key = dense[: len(dense) - length + 1]
            for step in range(1, length):
                key = key << bits | dense[step : len(dense) - length + 1 + step]
            key = key[at]
            key_bits = length * int(bits)
        else:
            groups = longer.pop(length, [])
            number = np.repeat(np.arange(len(groups), dtype=np.uint64), [len(group) for group in groups])
            at = np.concatenate([*groups, np.empty(0, dtype=np.int64)])
            fits = room[at] >= length
            at, number = at[fits], number[fits]
            key = number << bits | dense[at + length - 1]
            key_bits = len(groups).bit_length() + int(bits)
        if length > FIRST and not len(at):
            continue
        keys, at = _sort(key, at, key_bits, len(units))
        limit = common if places and length > SHORT else -1
        runs = _gather(units, keys, at, length, passage_of, limit)
        if limit >= 0:
            _continue(runs, units, keys, at, longer)
        yield _ordered(runs)
        if not places and length == FIRST:
            return


def _continue(
    runs: Runs, units: Units, keys: NDArray[np.uint64], at: Offsets, longer: dict[int, list[Offsets]]
) -> None:
    """Find the tails of the common runs, and note their positions for the length at which they divide."""
    firsts = np.append(_firsts(keys), len(keys))
    length = runs.units.shape[1]
    for number in np.flatnonzero(runs.common):
        places = at[firsts[number] : firsts[number + 1]]
        reach = length
        while reach < LONGEST and _same_next(units, places + reach):
            reach += 1
        runs.spread[int(number)] = (units[places[0] + length : places[0] + reach], places)
        if reach < LONGEST:
            longer[reach + 1].append(places)


def _same_next(units: Units, at: Offsets) -> bool:
    """Whether one and the same character, no line's end, stands at all of ``at``."""
    if at[-1] >= len(units) or units[at[0]] == BREAK or units[at[0]] != units[at[-1]]:
        return False  # cheap, and nearly always decides
    return bool((units[at] == units[at[0]]).all())


def _ordered(runs: Runs) -> Runs:
    """``runs`` with rows ascending: those that continue several shorter runs come out of order."""
    order = np.lexsort(runs.units.T[::-1])
    if (order == np.arange(len(order))).all():
        return runs
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    spread = {int(place[number]): content for number, content in runs.spread.items()}
    return replace(take(runs, order), spread=spread)


def take(runs: Runs, order: Offsets) -> Runs:
    """``runs`` in another order, without `Runs.spread`."""
    counts = np.diff(runs.starts)[order]
    starts = np.concatenate([[0], np.cumsum(counts)])
    chosen = np.arange(starts[-1]) + np.repeat(runs.starts[:-1][order] - starts[:-1], counts)
    return Runs(runs.units[order], runs.common[order], starts, runs.values[chosen])


def _room(units: Units) -> Offsets:
    """For each position how many characters there are from it to the end of its paragraph."""
    ends = np.append(np.flatnonzero(units == BREAK), len(units))
    room: Offsets = np.repeat(ends, np.diff(ends, prepend=-1))[: len(units)] - np.arange(len(units))
    return room


def _sort(key: NDArray[np.uint64], at: Offsets, key_bits: int, size: int) -> tuple[NDArray[np.uint64], Offsets]:
    """``key`` and ``at`` by key, then by position; packed into one integer each where they fit: 15 times faster."""
    position_bits = max(1, size.bit_length())
    if key_bits + position_bits > 64:
        order = np.lexsort((at, key))
        return key[order], at[order]
    packed = key << np.uint64(position_bits) | at.astype(np.uint64)
    packed.sort()
    return packed >> np.uint64(position_bits), (packed & np.uint64((1 << position_bits) - 1)).astype(np.int64)


def _gather(units: Units, keys: NDArray[np.uint64], at: Offsets, length: int, passage_of: Numbers, limit: int) -> Runs:
    """Sorted keys as `Runs`; those with more than ``limit`` positions are common."""
    firsts = _firsts(keys)
    counts = np.diff(np.append(firsts, len(keys)))
    common = counts > limit
    heavy = np.repeat(common, counts)
    values = np.where(heavy, passage_of[at], at.astype(np.int32))
    kept = np.ones(len(values), dtype=bool)  # a passage once a run, however often the run stands in it
    kept[1:] = ~heavy[1:] | (values[1:] != values[:-1])
    kept[firsts] = True
    starts = np.append(np.searchsorted(np.flatnonzero(kept), firsts), kept.sum())
    return Runs(units[at[firsts][:, None] + np.arange(length)], common, starts, values[kept])


def _firsts(keys: NDArray[np.uint64]) -> Offsets:
    """Where a new key begins in a sorted array."""
    if not len(keys):
        return np.empty(0, np.int64)
    return np.concatenate([[0], np.flatnonzero(keys[1:] != keys[:-1]) + 1])

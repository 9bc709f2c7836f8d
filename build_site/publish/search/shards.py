"""Packs runs into many small files, so that a browser loads the one that holds the run it asks for.

The file of a run is a hash of its code units modulo the number of files, so no directory is needed. A file is a
sequence of blocks, one a run length, compressed as a whole (raw deflate):

    varint  number of runs
    varint  length of a run, in code units
    bytes   for each run 0 if its list names positions, 1 if passages, 2 if passages after a tail
    bytes   the low bytes of the runs' code units, first units first; then the high bytes
    varint  for each run the number of bytes of its list
    bytes   the lists: before a list with tail the length of the tail and its code units, as varints;
            then the differences of ascending numbers as varints, the first from 0

A varint is little-endian, seven bits a byte, the high bit set on all but the last.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from .grams import Numbers, Offsets, Runs, Units, take

MULTIPLIER = 0x9E3779B1  #: 2³² divided by the golden ratio, the usual multiplier for spreading keys
#: A file in bytes, about. Every query loads one file for each run and bundle, most of it for other runs: smaller
#: files mean fewer bytes a query and more files a site. See docs/development/search.md.
FILE_BYTES = 5_000
_PASSAGE_BYTES, _POSITION_BYTES = 1.2, 2.7  #: of one number of a list, compressed, about
_VARINT_BYTES = 5


def shard_count(levels: Iterable[Runs]) -> int:
    """How many files to spread ``levels`` over, so that they come near `FILE_BYTES`."""
    size: float = sum(
        len(runs.units) * (runs.units.shape[1] + 2)
        + len(runs.values) * (_PASSAGE_BYTES if runs.common.all() else _POSITION_BYTES)
        for runs in levels
    )
    return max(1, round(size / FILE_BYTES))


def hash_runs(units: Units) -> NDArray[np.uint32]:
    """One hash a row; the browser computes the same."""
    value = np.zeros(len(units), dtype=np.uint32)
    for column in units.T:
        value = (value ^ column) * np.uint32(MULTIPLIER)
        value ^= value >> np.uint32(15)
    return value


def pack_shards(levels: Iterable[Runs], count: int) -> dict[int, bytes]:
    """File number -> its bytes; files without a run are left out."""
    blocks: dict[int, list[bytes]] = defaultdict(list)
    for runs in levels:
        if len(runs.units):
            _add_blocks(blocks, runs, count)
    return {number: _deflate_lists(b"".join(parts)) for number, parts in sorted(blocks.items())}


def deflate(raw: bytes) -> bytes:
    """Raw deflate, as the browser's DecompressionStream reads it."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(raw) + packer.flush()


def _deflate_lists(raw: bytes) -> bytes:
    """The same for lists, in which nothing comes twice: only frequent bytes are made short.

    Looking for repetitions takes a third longer and makes them 4 % larger; a buffer of level 6 fits `FILE_BYTES`.
    """
    packer = zlib.compressobj(1, zlib.DEFLATED, -15, 6, zlib.Z_HUFFMAN_ONLY)
    return packer.compress(raw) + packer.flush()


def pack_list(values: Offsets) -> bytes:
    """One ascending list as a file of its own."""
    return _deflate_lists(varints(np.diff(values, prepend=0))[0].tobytes())


def varints(values: Offsets | Numbers) -> tuple[NDArray[np.uint8], Offsets]:
    """The varints of ``values`` in one array, and where each begins (with the end as one more entry)."""
    lengths = np.ones(len(values), dtype=np.int64)
    for step in range(1, _VARINT_BYTES):
        lengths += values >= 1 << 7 * step
    starts = np.concatenate([[0], np.cumsum(lengths)])
    out = np.zeros(int(starts[-1]), dtype=np.uint8)
    at, left = starts[:-1], values
    for step in range(int(lengths.max(initial=0))):
        more = left > 127
        out[at + step] = left & 127 | more.astype(np.uint8) << 7
        at, left = at[more], left[more] >> 7
    return out, starts


def _add_blocks(blocks: dict[int, list[bytes]], runs: Runs, count: int) -> None:
    shard = (hash_runs(runs.units) % np.uint32(count)).astype(np.int64)
    order = np.argsort(shard, kind="stable")
    ordered = take(runs, order)
    tails = {number: runs.spread[number][0] for number in runs.spread}
    prefixes = {at: tails[int(number)] for at, number in enumerate(order) if int(number) in tails}
    lists, sizes = _encode_lists(ordered, prefixes)
    edges = np.searchsorted(shard[order], np.arange(count + 1))
    offsets = np.concatenate([[0], np.cumsum(sizes)])
    size_bytes, size_starts = varints(sizes)
    low, high = (ordered.units & 255).astype(np.uint8), (ordered.units >> 8).astype(np.uint8)
    flags = ordered.common.astype(np.uint8)
    flags[list(prefixes)] = 2
    counts = np.diff(edges)
    heads, head_starts = varints(np.stack([counts, np.full(count, ordered.units.shape[1])], axis=1).ravel())
    for number in np.flatnonzero(counts):
        a, b = edges[number], edges[number + 1]
        blocks[int(number)] += [
            heads[head_starts[2 * number] : head_starts[2 * number + 2]].tobytes(),
            flags[a:b].tobytes(),
            low[a:b].T.tobytes(),
            high[a:b].T.tobytes(),
            size_bytes[size_starts[a] : size_starts[b]].tobytes(),
            lists[offsets[a] : offsets[b]].tobytes(),
        ]


def _encode_lists(runs: Runs, tails: dict[int, Units]) -> tuple[NDArray[np.uint8], Offsets]:
    """All lists, one after the other, each behind its tail; and the number of bytes of each."""
    steps = np.diff(runs.values, prepend=0)
    steps[runs.starts[:-1]] = runs.values[runs.starts[:-1]]
    starts = runs.starts
    if tails:
        rows = np.array(sorted(tails))
        extra = [np.append(len(tails[row]), tails[row]).astype(np.int32) for row in sorted(tails)]
        grown = np.zeros(len(starts), dtype=np.int64)
        grown[rows + 1] = [len(prefix) for prefix in extra]
        steps = np.insert(steps, np.repeat(starts[rows], grown[rows + 1]), np.concatenate(extra))
        starts = starts + np.cumsum(grown)
    data, at = varints(steps)
    return data, np.diff(at[starts])

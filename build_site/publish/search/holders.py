"""Which sites of a joined site may hold a string, so that its search need not ask the others.

Every bundle keeps its runs of one to three characters in a blocked Bloom filter: a run's hash chooses a block, and in
it three bits that are set. The front of a joined site lays the blocks of all sites side by side, a few to a file, so
that a browser loads the few kilobytes around the block it asks for. A site that lacks one of the three bits does not
hold the run; one that has them may.

    holds.bin    in a bundle: its blocks, compressed; bit n of a block is bit n % 8 of its byte n // 8
    h/N.bin      on the front: the N-th stretch of blocks of each site, in their order

The number of blocks is a power of two, so filters of different sizes agree: one may be written twice over.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .grams import FIRST, Runs
from .shards import deflate, hash_runs

Filter = NDArray[np.uint8]

FILE = "holds.bin"
BLOCK = 512  #: bits; a power of two
#: Bits for each run, at most, and half as many at least: at worst one run in thirty seems to stand where it does not.
ROOM = 16
MOST = 1 << 15  #: blocks; 2 MB for one and a half million runs, as many as a thousand reports may have
PIECE_BYTES = 4_096  #: of one file of the front, before compression
_MULTIPLIER, _SHIFT = 0x85EBCA6B, 13  #: what makes three bits of a hash that has chosen the block already


@dataclass(frozen=True, slots=True)
class HoldersInfo:
    """What the browser must know: how many blocks a site has, and how many of them stand in one file."""

    blocks: int
    together: int


def make_filter(levels: Iterable[Runs]) -> Filter:
    """The filter of one bundle."""
    hashes = np.concatenate(
        [np.empty(0, np.uint32), *(hash_runs(runs.units) for runs in levels if runs.units.shape[1] <= FIRST)]
    )
    blocks = min(MOST, 1 << max(0, (ROOM * len(hashes) // BLOCK).bit_length() - 1))
    marked = np.zeros(blocks * BLOCK, dtype=bool)
    start = (hashes % np.uint32(blocks)).astype(np.int64) * BLOCK
    for bit in bits_of(hashes):
        marked[start + bit] = True
    return np.packbits(marked, bitorder="little")


def bits_of(hashes: NDArray[np.uint32]) -> Iterator[NDArray[np.uint32]]:
    """The three bits of each hash, numbered in their block; the browser computes the same."""
    mixed = hashes * np.uint32(_MULTIPLIER)
    mixed ^= mixed >> np.uint32(_SHIFT)
    width = BLOCK.bit_length() - 1
    for number in range(3):
        yield mixed >> np.uint32(number * width) & np.uint32(BLOCK - 1)


def write_filter(folder: Path, bits: Filter) -> None:
    """Write the filter of the bundle in ``folder``."""
    (folder / FILE).write_bytes(deflate(bits.tobytes()))


def read_filter(data: Path) -> Filter:
    """The filter of the site whose index stands in ``data``; one that lets all pass if a bundle has none yet."""
    bundles = json.loads((data / "index.json").read_bytes())["bundles"]
    files = [data / bundle["path"] / FILE for bundle in bundles]
    if not all(file.is_file() for file in files):
        return np.full(BLOCK // 8, 255, dtype=np.uint8)
    rows = [np.frombuffer(zlib.decompress(file.read_bytes(), -15), dtype=np.uint8) for file in files]
    size = max((len(row) for row in rows), default=BLOCK // 8)
    found = np.zeros(size, dtype=np.uint8)
    for row in rows:
        found |= _widened(row, size)
    return found


def write_holders(folder: Path, sites: Sequence[Filter]) -> HoldersInfo:
    """Write the filters of ``sites`` below ``folder``, laid side by side and cut across."""
    size, block = max(map(len, sites)), BLOCK // 8
    rows = np.stack([_widened(row, size) for row in sites])
    piece = min(size, block << max(0, (PIECE_BYTES // len(sites) // block).bit_length() - 1))
    target = folder / "h"
    target.mkdir(parents=True, exist_ok=True)
    for number, start in enumerate(range(0, size, piece)):
        content = deflate(rows[:, start : start + piece].tobytes())
        (target / f"{number}.bin").write_bytes(content)
    return HoldersInfo(size // block, piece // block)


def _widened(row: Filter, size: int) -> Filter:
    return np.tile(row, size // len(row))

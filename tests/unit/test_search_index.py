"""The files of the search index, read back by a reader written from their description alone."""

from __future__ import annotations

import zlib

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.publish.search.grams import BREAK, LONGEST, encode_units, find_runs
from build_site.publish.search.shards import hash_runs, pack_list, pack_shards, shard_count

PARAGRAPHS = st.lists(st.text(alphabet="教育师*9.𠮷", max_size=30), min_size=1, max_size=12)


def number(data: bytes, at: int) -> tuple[int, int]:
    """The varint at ``at``, and where the next byte stands."""
    value = shift = 0
    while True:
        byte = data[at]
        value, at, shift = value | (byte & 127) << shift, at + 1, shift + 7
        if byte < 128:
            return value, at


def numbers(data: bytes) -> list[int]:
    """The ascending numbers of a list."""
    values, at, last = [], 0, 0
    while at < len(data):
        step, at = number(data, at)
        last += step
        values.append(last)
    return values


Entry = tuple[bool, tuple[int, ...], list[int]]


def read_shard(packed: bytes) -> dict[tuple[int, ...], Entry]:
    """Run, as code units -> whether it is common, its tail, and its list."""
    data, at, found = zlib.decompress(packed, -15), 0, {}
    while at < len(data):
        count, at = number(data, at)
        length, at = number(data, at)
        flags = data[at : at + count]
        low = data[at + count : at + count + count * length]
        high = data[at + count + count * length : at + count + 2 * count * length]
        at += count + 2 * count * length
        sizes = []
        for _ in range(count):
            size, at = number(data, at)
            sizes.append(size)
        for row, size in enumerate(sizes):
            cells = [column * count + row for column in range(length)]
            run = tuple(low[cell] | high[cell] << 8 for cell in cells)
            found[run] = (flags[row] > 0, *tail_and_list(data[at : at + size], flags[row] == 2))
            at += size
    return found


def tail_and_list(data: bytes, has_tail: bool) -> tuple[tuple[int, ...], list[int]]:
    length, at, tail = 0, 0, []
    if has_tail:
        length, at = number(data, at)
    for _ in range(length):
        unit, at = number(data, at)
        tail.append(unit)
    return tuple(tail), numbers(data[at:])


def places(units: list[int], run: tuple[int, ...]) -> list[int]:
    return [at for at in range(len(units)) if tuple(units[at : at + len(run)]) == run]


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, st.integers(min_value=1, max_value=6))
def test_a_run_lists_every_place_where_it_stands(paragraphs: list[str], common: int) -> None:
    text = "".join(paragraph + "\n" for paragraph in paragraphs)
    units = encode_units(text)
    ends = np.flatnonzero(units == BREAK)
    starts = np.concatenate([[0], ends[:-1] + 1])
    levels = list(find_runs(units, starts, common=common))
    plain = units.tolist()
    seen = {}
    for content in pack_shards(levels, 4).values():
        seen |= read_shard(content)
    for run, (is_common, tail, listed) in seen.items():
        expected = places(plain, run)
        passages = sorted({int(np.searchsorted(ends, at)) for at in expected})
        assert is_common == (len(run) <= 2 or len(expected) > common)
        assert listed == (passages if is_common else expected)
        assert places(plain, (*run, *tail)) == expected or not tail
    short = {tuple(plain[at : at + n]) for n in (1, 2, 3) for at in range(len(plain) - n + 1)}
    assert {run for run in short if BREAK not in run} == {run for run in seen if len(run) <= 3}
    spread = [(*run, *tail) for run, (is_common, tail, _) in seen.items() if is_common and len(run) >= 3]
    longer = {(*run, unit) for run in spread for unit in set(plain) if len(run) < LONGEST}
    assert {run for run in longer if BREAK not in run and places(plain, run)} == {run for run in seen if len(run) > 3}


def test_positions_of_a_common_run_have_a_file_of_their_own() -> None:
    units = encode_units("遮盖***处\n又见****人\n")
    levels = {runs.units.shape[1]: runs for runs in find_runs(units, np.array([0, 7]), common=1)}
    ((tail, positions),) = levels[3].spread.values()
    assert not len(tail)
    assert numbers(zlib.decompress(pack_list(positions), -15)) == [2, 9, 10]


def test_what_always_follows_a_common_run_is_its_tail() -> None:
    text = "".join(f"{start}促进教育公平，{end}\n" for start, end in zip("甲乙丙", "子丑寅", strict=True))
    levels = list(find_runs(encode_units(text), np.array([0, 10, 20]), common=2))
    found = {}
    for runs in levels:
        found |= read_shard(pack_shards([runs], 1)[0])
    run = "".join(map(chr, found[tuple(map(ord, "促进教"))][1]))
    assert run == "育公平，"
    assert found[tuple(map(ord, "促进教育公平，丑"))] == (False, (), [11])
    assert tuple(map(ord, "促进教育")) not in found


def test_runs_of_names_list_entries_for_every_length() -> None:
    units = encode_units("普惠率\n毛入园率\n普惠率\n")
    levels = {runs.units.shape[1]: runs for runs in find_runs(units, np.array([0, 4, 9]), places=False)}
    assert max(levels) == 3
    assert all(runs.common.all() for runs in levels.values())
    found = read_shard(pack_shards([levels[3]], 1)[0])
    assert found[tuple(map(ord, "普惠率"))] == (True, (), [0, 2])


def test_the_file_of_a_run_follows_from_its_characters_alone() -> None:
    # The browser computes the same numbers: tests/browser/test_search.py
    rows = np.array([[0x6559, 0x80B2], [0x002A, 0x002A]], dtype=np.uint16)
    assert (hash_runs(rows) % 1000).tolist() == [475, 933]


def test_files_grow_in_number_with_the_text_and_not_in_size() -> None:
    def levels(size: int) -> list:
        units = encode_units("".join(chr(0x4E00 + at * 7919 % 20000) for at in range(size)) + "\n")
        return list(find_runs(units, np.array([0])))

    small, large = levels(2_000), levels(64_000)
    assert shard_count(large[2:]) > 8 * shard_count(small[2:])
    assert max(map(len, pack_shards(large[2:], shard_count(large[2:])).values())) < 16_000

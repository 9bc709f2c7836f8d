"""Which sites may hold a run: none that does is ever left out, and few that do not are asked."""

from __future__ import annotations

import json
import random
import shutil
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.publish.search import FOLDER, write
from build_site.publish.search.grams import encode_units, find_runs
from build_site.publish.search.holders import (
    BLOCK,
    FILE,
    Filter,
    HoldersInfo,
    bits_of,
    make_filter,
    read_filter,
    write_holders,
)
from build_site.publish.search.shards import hash_runs
from tests.search_records import full_text, make_index, make_record

CHARS = "教育师资学校普惠率云水九十四点*9.%"


def filter_of(text: str) -> Filter:
    return make_filter(find_runs(encode_units(text), np.array([0]), places=False))


def holders(folder: Path, info: HoldersInfo, run: str, sites: int) -> set[int]:
    """Numbers of the sites that may hold ``run``, read from the front's files by their description."""
    hashes = hash_runs(encode_units(run)[None, :])
    block = int(hashes[0]) % info.blocks
    content = zlib.decompress((folder / "h" / f"{block // info.together}.bin").read_bytes(), -15)
    places = [int(bit[0]) for bit in bits_of(hashes)]
    found = set()
    for site in range(sites):
        start = (site * info.together + block % info.together) * BLOCK // 8
        if all(content[start + place // 8] >> place % 8 & 1 for place in places):
            found.add(site)
    return found


@settings(max_examples=25, deadline=None)
@given(texts=st.lists(st.text(alphabet=CHARS, max_size=60), min_size=1, max_size=5), large=st.integers(0, 4))
def test_a_site_that_holds_a_run_may_hold_it(tmp_path_factory, texts: list[str], large: int) -> None:  # type: ignore[no-untyped-def]
    chance = random.Random(3)
    texts[large % len(texts)] += "".join(chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(900))  # more blocks
    folder = tmp_path_factory.mktemp("front")
    info = write_holders(folder, [filter_of(text) for text in texts])
    for number, text in enumerate(texts):
        runs = [text[at : at + length] for length in (1, 2, 3) for at in range(0, len(text) - length + 1, 7)]
        assert all(number in holders(folder, info, run, len(texts)) for run in runs)
    shutil.rmtree(folder)


def test_few_sites_are_asked_that_do_not_hold_a_run(tmp_path: Path) -> None:
    chance = random.Random(5)
    texts = ["".join(chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(3_000)) for _ in range(4)]
    info = write_holders(tmp_path, [filter_of(text) for text in texts])
    others = [text[at : at + 3] for text in texts for at in range(0, 2_900, 29)]
    asked = sum(len(holders(tmp_path, info, run, 4)) for run in others)
    assert len(others) <= asked < 1.15 * len(others)


def test_the_filters_of_all_bundles_of_a_site_are_read_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "PER_BUNDLE", 1_000)
    records = [make_record(number) for number in range(6)]
    make_index(records, tmp_path / "site", tmp_path / "store")
    data = tmp_path / "site" / FOLDER
    assert len(list(data.glob(f"*/{FILE}"))) > 2
    bits = np.unpackbits(read_filter(data), bitorder="little")
    hashes = np.concatenate([hash_runs(encode_units(full_text(one)[9:12])[None, :]) for one in records])
    start = (hashes % np.uint32(len(bits) // BLOCK)).astype(int) * BLOCK
    assert all(bits[start + bit].all() for bit in bits_of(hashes))
    assert not bits.all()


def test_a_site_built_before_there_were_filters_is_always_asked(tmp_path: Path) -> None:
    make_index([make_record(1)], tmp_path / "site", tmp_path / "store")
    data = tmp_path / "site" / FOLDER
    bundle = json.loads((data / "index.json").read_bytes())["bundles"][0]["path"]
    (data / bundle / FILE).unlink()
    assert np.unpackbits(read_filter(data)).all()

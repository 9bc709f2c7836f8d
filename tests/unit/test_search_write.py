"""Bringing an index up to date: a warm build writes what a cold one writes, and no more than it must."""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build_site.publish.search import write
from tests.search_records import full_text, make_index, make_record


@pytest.fixture(autouse=True)
def _small_bundles(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bundles of a handful of reports, so that twenty make several."""
    monkeypatch.setattr(write, "PER_BUNDLE", 3_500)


def contents(site: Path) -> dict[str, bytes]:
    folder = site / "search" / "data"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def unpack(data: bytes) -> Any:
    return json.loads(zlib.decompress(data, -15))


def test_a_warm_build_equals_a_cold_one(tmp_path: Path) -> None:
    old = [make_record(number) for number in range(20)]
    new = [*old[1:9], make_record(9, masked=True), *old[10:], make_record(20)]
    make_index(old, tmp_path / "warm", tmp_path / "store")
    make_index(new, tmp_path / "warm", tmp_path / "store")
    make_index(new, tmp_path / "cold", tmp_path / "store")
    assert contents(tmp_path / "warm") == contents(tmp_path / "cold")


def test_one_more_report_rewrites_one_bundle(tmp_path: Path) -> None:
    records = [make_record(number) for number in range(20)]
    make_index(records, tmp_path / "site", tmp_path / "store")
    before = contents(tmp_path / "site")
    make_index([*records, make_record(20)], tmp_path / "site", tmp_path / "store")
    after = contents(tmp_path / "site")
    old, new = (json.loads(files["index.json"])["bundles"] for files in (before, after))
    assert len(old) == len(new) > 2
    assert len({bundle["path"] for bundle in new} - {bundle["path"] for bundle in old}) == 1
    assert {name for name in after if name.startswith("text/")} - before.keys() == {"text/r0020.bin"}


def test_files_linked_to_an_older_site_are_replaced_and_not_written_through(tmp_path: Path) -> None:
    make_index([make_record(number) for number in range(4)], tmp_path / "old", tmp_path / "store")
    before = contents(tmp_path / "old")
    for name in before:
        target = tmp_path / "new" / "search" / "data" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(tmp_path / "old" / "search" / "data" / name, target)
    make_index([make_record(number, masked=True) for number in range(4)], tmp_path / "new", tmp_path / "store")
    assert contents(tmp_path / "old") == before
    assert contents(tmp_path / "new") != before


def test_the_text_of_a_report_is_whole(tmp_path: Path) -> None:
    record = make_record(7)
    make_index([record], tmp_path / "site", tmp_path / "store")
    document = unpack(contents(tmp_path / "site")["text/r0007.bin"])
    shown = "".join(("\n" if opens else "") + text for text, _, opens, _ in document["passages"])
    assert shown == full_text(record)
    assert document["title"] == record.title


def test_a_report_without_text_takes_its_place_among_the_others(tmp_path: Path) -> None:
    records = [make_record(1), replace(make_record(2), passages=()), make_record(3)]
    make_index(records, tmp_path / "site", tmp_path / "store")
    files = contents(tmp_path / "site")
    heads = [unpack(data) for name, data in files.items() if name.endswith("head.bin")]
    tables = [unpack(data) for name, data in files.items() if name.endswith("passages.bin")]
    assert sum(len(head["units"]) for head in heads) == 3
    assert sum(sum(head["passages"]) for head in heads) == sum(len(table["units"]) for table in tables)
    assert sum(sum(head["units"]) for head in heads) == sum(sum(table["units"]) for table in tables)


def test_the_table_of_passages_tells_the_themes_of_each(tmp_path: Path) -> None:
    record = make_record(7)
    shuffled = replace(record.passages[0], themes=("校园安全", "学前教育"))
    record = replace(record, passages=(shuffled, *record.passages[1:], replace(shuffled, themes=())))
    make_index([record], tmp_path / "site", tmp_path / "store")
    (table,) = [unpack(data) for name, data in contents(tmp_path / "site").items() if name.endswith("passages.bin")]
    lists, numbers = table["themes"]
    found = [{table["names"][theme] for theme in lists[number]} for number in numbers]
    assert found == [set(passage.themes) for passage in record.passages]
    assert len(lists) == len(set(map(tuple, lists)))

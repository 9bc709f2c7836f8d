"""Damaged files of every format: each is read or refused in one line, wherever the damage lies."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from build_site.errors import InputError
from build_site.ingest import read_source
from build_site.ingest.reading import Reading
from build_site.ingest.registry import READERS
from build_site.model.source import Source
from build_site.rules import Rules
from tests.fixtures.word import zipped

FILES = Path(__file__).parent.parent / "fixtures" / "ingest"
NAMES = ("report.docx", "report.html", "report.pdf", "scanned.pdf", "encrypted.pdf")


def damaged(data: bytes, chance: random.Random) -> bytes:
    """``data`` cut short, or with bytes changed, lost, put in or said twice at one to four places."""
    if chance.random() < 0.15:
        return data[: chance.randrange(len(data))]
    content = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(content)), chance.choice([1, 1, 2, 8, 60, 400])
        piece = content[at : at + length]
        content[at : at + length] = chance.choice(
            [b"", chance.randbytes(length), bytes(byte ^ 1 << chance.randrange(8) for byte in piece), piece * 2]
        )
    return bytes(content)


def damaged_inside(data: bytes, chance: random.Random) -> bytes:
    """A whole Word package with one damaged part: the zip archive itself finds nothing wrong."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = chance.choice(sorted(parts))
    return zipped({**parts, name: damaged(parts[name], chance)})


def variants(seed: int) -> list[tuple[str, bytes]]:
    """Damaged files with their names; the same for one seed."""
    chance = random.Random(seed)
    whole = [(name, (FILES / name).read_bytes()) for name in NAMES]
    text = "一、学前教育\n新建公办幼儿园3所，普惠率92.5%。\n" * 20
    whole += [(f"{encoding}.txt", text.encode(encoding)) for encoding in ("utf-8", "utf-16", "gb18030")]
    made = [(name, damaged(data, chance)) for name, data in whole]
    return [
        *made,
        ("inside.docx", damaged_inside(whole[0][1], chance)),
        ("again.docx", damaged_inside(whole[0][1], chance)),
    ]


def read(path: Path, rules: Rules) -> Source | str:
    """What is read of a file, or the line that refuses it."""
    try:
        return read_source(path, path.parent, rules)
    except InputError as error:
        return str(error)


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_file_is_read_or_refused_in_one_line(tmp_path: Path, rules: Rules, seed: int) -> None:
    for name, data in variants(seed):
        (tmp_path / name).write_bytes(data)
        made = read(tmp_path / name, rules)
        if isinstance(made, str):
            assert made.startswith(name)
            assert len(made.splitlines()) == 1
        else:
            assert made.text.strip()
            assert all(0 <= start < end <= len(made.text) for start, end in (mark.span for mark in made.marks))
            made.text.encode("utf-8")


def test_an_error_no_reader_foresaw_is_a_refusal(tmp_path: Path, rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(data: bytes) -> Reading:
        raise KeyError(f"no\nsuch {len(data)}")

    monkeypatch.setitem(READERS, ".txt", ("txt", stumble))
    (tmp_path / "甲.txt").write_text("教育工作总结", encoding="utf-8")
    line = read(tmp_path / "甲.txt", rules)
    assert isinstance(line, str)
    assert line.startswith("甲.txt: 文件已损坏或写法少见（KeyError, test_ingest_damage.py:")
    assert "另存为 .docx" in line
    assert "save it as .docx" in line
    assert len(line.splitlines()) == 1

"""Report ids: ASCII, stable, apart for apart names."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from build_site.ingest import report_id
from build_site.model.source import Sidecar

NOTHING = Sidecar()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("001_8b9a0920432c809f.txt", "001-8b9a0920432c809f"),
        ("P04.txt", "p04"),
        ("deep/folder/Report 2022 (final).docx", "report-2022-final"),
    ],
)
def test_plain_names_are_kept(name: str, expected: str) -> None:
    assert report_id(Path(name), NOTHING) == expected


def test_chinese_names_are_readable() -> None:
    made = report_id(Path("2022年某区教育工作总结.docx"), NOTHING)
    assert re.fullmatch(r"2022-nian-mou-qu-jiao-yu-gong-zuo-zong-jie-[0-9a-f]{6}", made)


def test_names_that_sound_alike_stay_apart() -> None:
    assert report_id(Path("山西教育.txt"), NOTHING) != report_id(Path("陕西教育.txt"), NOTHING)


def test_one_name_has_one_id_however_its_accents_are_stored() -> None:
    name = "Zürich报告.txt"
    made = {report_id(Path(unicodedata.normalize(form, name)), NOTHING) for form in ("NFC", "NFD")}
    assert len(made) == 1
    assert made.pop().startswith("zu")


@pytest.mark.parametrize(
    "name", ["！！.txt", "总结" * 80 + ".txt", "a" * 200 + ".txt", "...txt", "🙂.txt", "Отчёт.txt"]
)
def test_odd_names_have_usable_ids(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", report_id(Path(name), NOTHING))
    assert len(report_id(Path(name), NOTHING)) < 90


def test_slug_is_used() -> None:
    assert report_id(Path("什么.docx"), Sidecar(slug="dongcheng-2022")) == "dongcheng-2022"

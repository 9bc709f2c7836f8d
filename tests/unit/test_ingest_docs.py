"""The page on formats names everything the code accepts, refuses and understands."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from build_site.ingest import read_source
from build_site.ingest.limits import FILE_BYTES, PDF_PAGES, TEXT_BYTES, TEXT_CHARS
from build_site.ingest.registry import READERS
from build_site.ingest.sniff import SUFFIX_KINDS
from build_site.model.source import Sidecar
from build_site.rules import Rules

PAGE = (Path(__file__).parents[2] / "docs" / "contribute" / "formats.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", sorted({*READERS, *SUFFIX_KINDS}))
def test_every_suffix_is_named(suffix: str) -> None:
    assert f"`{suffix}`" in PAGE


def test_the_example_sidecar_is_complete_and_valid(tmp_path: Path, rules: Rules) -> None:
    example = re.search(r"```yaml\n(.*?)```", PAGE, re.S)
    assert example
    (tmp_path / "a.txt").write_text("教育工作总结")
    (tmp_path / "a.yml").write_text(example[1], encoding="utf-8")
    sidecar = read_source(tmp_path / "a.txt", tmp_path, rules).sidecar
    assert len(sidecar.figures) == 2
    assert {field.name for field in fields(Sidecar)} == set(re.findall(r"^(\w+):", example[1], re.M))


def test_the_limits_are_the_code_s() -> None:
    assert f"{FILE_BYTES // 10**6} MB" in PAGE
    assert f"{TEXT_BYTES // 10**6} MB" in PAGE
    assert f"{PDF_PAGES} 页" in PAGE
    assert f"{TEXT_CHARS // 10**4} 万字" in PAGE

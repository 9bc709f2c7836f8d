"""Whatever the bytes, a file is read or refused; what was text stays that text."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_site.errors import InputError
from build_site.ingest import read_source
from build_site.model.source import Source
from build_site.rules import Rules

SUFFIXES = st.sampled_from([".txt", ".md", ".docx", ".html", ".pdf", ".doc", ".yml", ""])
PHRASES = st.sampled_from(
    [
        "教育",
        "工作",
        "全区",
        "学校",
        "学生",
        "教师",
        "幼儿园",
        "推进",
        "完成",
        "新增学位",
        "2022年",
        "92.5%",
        "**区",
        "，",
        "。",
        "\n",
    ]
)
PROSE = st.lists(PHRASES, min_size=6, max_size=60).map("".join).filter(lambda text: not text.isascii())


def read_bytes(data: bytes, name: str, rules: Rules) -> Source | None:
    """The source made of ``data``, None if it was refused."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            return read_source(path, Path(folder), rules)
        except InputError as error:
            refusal = error
    assert refusal.file == name
    assert "\n" not in str(refusal)
    return None


@settings(max_examples=300, deadline=None)
@given(data=st.binary(max_size=400), suffix=SUFFIXES)
@example(data=b"PK\x03\x04", suffix=".docx")
@example(data=b"%PDF-1.4\n%%EOF", suffix=".pdf")
@example(data=b"<", suffix=".html")
def test_any_bytes_are_read_or_refused(rules: Rules, data: bytes, suffix: str) -> None:
    source = read_bytes(data, "a" + suffix, rules)
    if source is not None:
        assert source.text.strip()
        assert all(0 <= mark.span.start < mark.span.end <= len(source.text) for mark in source.marks)
        assert [mark.span.start for mark in source.marks] == sorted(mark.span.start for mark in source.marks)
        source.text.encode("utf-8")


@settings(max_examples=300, deadline=None)
@given(
    text=PROSE, encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "gb18030", "gbk"])
)
def test_text_round_trips_through_every_encoding(rules: Rules, text: str, encoding: str) -> None:
    source = read_bytes(text.encode(encoding), "a.txt", rules)
    assert source is not None
    assert source.text == text

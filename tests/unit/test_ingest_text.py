"""Text files: encodings told by evidence, damage marked, newlines alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_site.errors import InputError
from build_site.ingest import list_sources, read_source
from build_site.ingest.encoding import decode
from build_site.ingest.plain import read_plain
from build_site.rules import Rules

PROSE = "一、学前教育\n全区新建幼儿园3所，新增学位1080个，普惠率达到92.5%。\n二、师资队伍\n招聘教师216名。"
TRADITIONAL = "一、學前教育\n全區新建幼兒園3所，新增學位1080個，普惠率達到92.5%。\n二、師資隊伍\n招聘教師216名。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030"])
@pytest.mark.parametrize("length", [4, 8, 20, len(PROSE)])
def test_encoding_is_told_from_the_bytes(encoding: str, length: int) -> None:
    assert decode(PROSE[:length].encode(encoding))[0] == PROSE[:length]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "big5", "gb18030"])
@pytest.mark.parametrize("length", [6, 20, len(TRADITIONAL)])
def test_traditional_text_is_told_too(encoding: str, length: int) -> None:
    assert decode(TRADITIONAL[:length].encode(encoding))[0] == TRADITIONAL[:length]


@pytest.mark.parametrize("text", ["联通", "教育局", "中A", "20**年工作总结", "ABC公司与STEM课程", "（一）", "电力"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_very_short_and_mixed_texts(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


def test_ascii_of_even_length_is_not_taken_for_utf_16() -> None:
    assert decode(b"this app can break") == ("this app can break", "utf-8")


@pytest.mark.parametrize(("encoding", "name"), [("utf-8", "utf-8"), ("gb18030", "gb18030"), ("utf-16-le", "utf-16-le")])
@pytest.mark.parametrize("at", [2, 9, 30, 61])
def test_one_bad_byte_does_not_change_the_choice(encoding: str, name: str, at: int) -> None:
    data = bytearray(PROSE.encode(encoding))
    data[at] = 0xFF
    text, chosen = decode(bytes(data))
    assert chosen == name
    assert text.endswith(PROSE[45:])


@pytest.mark.parametrize("encoding", ["hz", "utf-7"])
def test_encodings_of_seven_bits_are_told(encoding: str) -> None:
    assert decode(PROSE.encode(encoding)) == (PROSE, encoding)


@pytest.mark.parametrize("text", ["C++ ~{ +abc- ~} 3+2-1", "a+b-c " * 30 + "+U2VZ-", "~{~}", "1+1"])
def test_signs_of_seven_bit_encodings_may_be_text(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


def test_a_lost_byte_spoils_little_of_a_two_byte_text() -> None:
    text = "教育系统认真贯彻落实党的二十大精神全面推进高质量发展" * 3
    data = text.encode("gb18030")
    damaged = data[:20] + b"\xff" + data[21:]
    assert text[11:] in decode(damaged)[0]


def test_declared_encoding_decides_between_equals_only() -> None:
    assert decode(PROSE.encode("gb18030"), "utf-8") == (PROSE, "gb18030")
    assert decode(PROSE.encode("utf-8"), "gb2312") == (PROSE, "utf-8")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028"])
def test_newlines_are_alike(tmp_path: Path, rules: Rules, newline: str) -> None:
    (tmp_path / "a.txt").write_bytes(PROSE.replace("\n", newline).encode())
    assert read_source(tmp_path / "a.txt", tmp_path, rules).text == PROSE


def test_a_form_feed_behind_a_line_end_is_no_second_one() -> None:
    assert read_plain("培\r\n\x0c训\n".encode()).text == "培\n\x0c训\n"


def test_a_byte_order_mark_that_lies_is_not_believed() -> None:
    assert decode(b"\xff\xfe" + PROSE.encode()) == (PROSE, "utf-8")


def test_what_cannot_be_decoded_is_marked(tmp_path: Path, rules: Rules) -> None:
    data = PROSE.encode("gb18030")
    (tmp_path / "a.txt").write_bytes(data[:30] + b"\xff" + data[30:])
    source = read_source(tmp_path / "a.txt", tmp_path, rules)
    assert [(mark.kind, mark.span.of(source.text)) for mark in source.marks] == [("undecodable", "\ufffd")]
    assert source.text.replace("\ufffd", "") == PROSE


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "\ufeff\u200b\u3000\n".encode(), b"\xff\xfe"])
def test_nothing_visible_is_refused(tmp_path: Path, rules: Rules, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(InputError, match="没有文字"):
        read_source(tmp_path / "a.txt", tmp_path, rules)


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, b"\x00" * 100, b"\x7fELF\x02\x01\x01" + bytes(60), b"MZ\x90\x00\x03" + bytes(90)]
)
def test_binary_is_refused(tmp_path: Path, rules: Rules, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(InputError, match="不是文本"):
        read_source(tmp_path / "a.txt", tmp_path, rules)


def test_listing_is_complete_and_in_order(tmp_path: Path) -> None:
    names = [
        "b.txt",
        "a.md",
        "a.yml",
        "sub/c.docx",
        "sub/d.xyz",
        "orphan.yml",
        ".hidden.txt",
        "README.md",
        ".git/x.txt",
    ]
    for name in [*names, "~$c.docx"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("一")
    listed = [path.relative_to(tmp_path).as_posix() for path in list_sources(tmp_path)]
    assert listed == ["a.md", "b.txt", "orphan.yml", "sub/c.docx", "sub/d.xyz"]


def test_the_folder_a_browser_saves_beside_a_page_is_part_of_it(tmp_path: Path) -> None:
    for name in ["总结.html", "总结_files/logo.png", "总结_files/a.js", "其他_files/b.docx"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("一")
    assert [path.name for path in list_sources(tmp_path)] == ["b.docx", "总结.html"]


def test_headings_of_markdown_are_marked_and_asterisks_stay(tmp_path: Path, rules: Rules) -> None:
    (tmp_path / "a.md").write_text("# 工作总结\n\n## 一、学前教育\n队伍**建设\n#标签\n")
    source = read_source(tmp_path / "a.md", tmp_path, rules)
    found = [(mark.kind, mark.value, mark.span.of(source.text)) for mark in source.marks]
    assert found == [
        ("chrome", "", "# "),
        ("heading", "1", "工作总结"),
        ("chrome", "", "## "),
        ("heading", "2", "一、学前教育"),
    ]
    assert "队伍**建设" in source.text


def test_two_byte_order_marks_are_none_of_the_text() -> None:
    assert decode(b"\xff\xfe" + "\ufeff总结".encode("utf-16-le"))[0] == "总结"

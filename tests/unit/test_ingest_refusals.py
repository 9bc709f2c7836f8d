"""What is not read is refused in one line, by content and by suffix, with advice."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from build_site.errors import InputError
from build_site.ingest import read_source
from build_site.rules import Rules

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def package(*names: str) -> bytes:
    """A zip archive with members of these names."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return packed.getvalue()


def refused(folder: Path, rules: Rules, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_source(folder / name, folder, rules)
    assert caught.value.file == name
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.doc", OLE, "另存为 .docx"),
        ("a.wps", OLE, "另存为 .docx"),
        ("a.docx", OLE, "save it as .docx"),
        ("a.txt", OLE, "另存为 .docx"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("a.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), "演示文稿"),
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), "电子表格"),
        ("a.rtf", b"{\\rtf1\\ansi}", "RTF"),
        ("a.doc", b"{\\rtf1\\ansi}", "RTF"),
        ("a.ofd", package("OFD.xml", "Doc_0/Document.xml"), "OFD"),
        ("a.pptx", package("[Content_Types].xml", "ppt/presentation.xml"), "演示文稿"),
        ("a.docx", package("[Content_Types].xml", "xl/workbook.xml"), "电子表格"),
        ("a.zip", package("report.docx"), "解压"),
        ("a.docx", package("report.txt"), "解压"),
        ("a.odt", package("mimetype", "content.xml"), "OpenDocument"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(20), "OCR"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(20), "OCR"),
        ("a.mht", b"MIME-Version: 1.0\r\n", "HTML"),
        ("a.png", b"not even an image", "图片"),
        ("a.xyz", "教育工作".encode(), "不支持的格式 .xyz"),
        ("noname", "教育工作".encode(), "无后缀"),
        ("a.txt", b"%PDF-1.7\n", ".pdf"),
        ("a.txt", b"<!DOCTYPE html><p>x</p>", "改后缀为 .html"),
        ("a.pdf", "教育工作".encode(), "内容不是 .pdf"),
        ("a.docx", "教育工作".encode(), "内容不是 .docx"),
        ("a.doc", b"<html>", "改后缀为 .html"),
        ("a.doc", package("[Content_Types].xml", "word/document.xml"), "改后缀为 .docx"),
    ],
)
def test_refusals_say_what_to_do(tmp_path: Path, rules: Rules, name: str, data: bytes, told: str) -> None:
    assert told in refused(tmp_path, rules, name, data)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, rules: Rules) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.txt").write_text("密钥")
    root = tmp_path / "reports"
    root.mkdir()
    (root / "a.txt").symlink_to(tmp_path / "elsewhere" / "secret.txt")
    with pytest.raises(InputError, match="符号链接"):
        read_source(root / "a.txt", root, rules)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, rules: Rules) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(60_000_000)
    with pytest.raises(InputError, match="50 MB"):
        read_source(tmp_path / "a.txt", tmp_path, rules)


def test_a_long_text_is_refused(tmp_path: Path, rules: Rules) -> None:
    assert "3000000" in refused(tmp_path, rules, "a.txt", b"a" * 3_000_001)
    assert "太大" in refused(tmp_path, rules, "b.txt", b"a" * 10_000_001)

"""What the file format itself says is not the report's text: headers, hidden text, deletions, hard line ends."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.source import REMOVAL_MARKS, Source
from .draft import Cut, Doubt, Finding

_UNDECODABLE = "此处有无法解码的字节，原文可能缺字。"
_UNREAD = {
    "picture": "此处有图片，图片里如有文字，没有读取。",
    "object": "此处嵌有别的文件（如电子表格），其中的内容没有读取。",
    "chart": "此处有图表，其中的数据没有读取。",
    "diagram": "此处有图形，其中的文字没有读取。",
}
_PAGE = "此处有一页没有文字层（原文件第 {} 页，多为扫描的图片），没有读取。"


def find_marked(source: Source) -> Iterator[Finding]:
    """A cut for every mark whose kind is a removal kind; offsets are those of the source."""
    size = len(source.text)
    for mark in source.marks:
        start, end = max(0, mark.span.start), min(size, mark.span.end)
        if mark.kind in REMOVAL_MARKS and start < end:
            yield Cut(start, end, mark.kind)
        elif mark.kind == "wrap":
            for at in range(start, end):
                if source.text[at] == "\n":
                    yield Cut(at, at + 1, "line-break")
        elif mark.kind == "undecodable":
            yield Doubt(start, end, "undecodable", _UNDECODABLE)
        elif mark.kind == "unread":
            page = mark.value.removeprefix("page ")
            told = ("unread", _UNREAD[page]) if page in _UNREAD else ("unread-page", _PAGE.format(page))
            yield Doubt(start, end, *told)

"""The title: the sidecar's, else the text's, else the file's own, else the file's name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from ..model.document import Outline
from ..model.source import Source
from ..rules.metadata import MetadataRules

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_COPY_MARK = re.compile(
    r"(?:\s*[（(](?:定稿|终稿|最终稿?|送审稿|修改稿|\d{1,2})[)）]|\s*[-_]\s*副本|(?:最终版|定稿|终稿))+$"
)
#: What a page's title says of the site behind the report's: 2022年工作总结_通知公告_某县人民政府
_SITE = re.compile(
    r"(?:\s*[_|｜–—-]\s*[^_|｜–—\-\s]{0,20}(?:网|网站|门户|平台|政府|教育局|教体局|文库|栏目|公开|公告|总结|首页))+$"
)
#: The name of a file in place of a title.
_EXTENSION = re.compile(r"\.(?:docx?|wps|pdf|txt)$", re.IGNORECASE)
_ENCLOSURE = re.compile(r"^附件\s*\d*\s*[：:.、\-_]\s*")


def shown_title(title: str, origin: str) -> str:
    """``title`` as readers meet it: a file name without a Chinese word is told apart from a title."""
    return f"无标题（{title}）" if origin == "文件名" and not _CHINESE.search(title) else title


def find_title(source: Source, outline: Outline, rules: MetadataRules) -> tuple[str, str]:
    """The title and where it comes from."""
    if source.sidecar.title:
        return source.sidecar.title, "文件"
    for section in outline.sections:
        if section.level == 0 and section.title not in ("", "-"):
            return _EXTENSION.sub("", section.title), "正文"
    named = source.properties.title.strip()
    if len(_CHINESE.findall(named)) >= 4 and not any(word in named for word in rules.empty_titles):
        return _SITE.sub("", named) or named, "属性"
    stem = PurePosixPath(source.file).stem
    return _ENCLOSURE.sub("", _COPY_MARK.sub("", stem)).strip() or stem, "文件名"

"""Which reader reads which file: by suffix, after a look at what the content really is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .plain import read_markdown, read_plain
from .reading import Reading
from .refusal import refusal
from .sniff import REFUSED, SUFFIX_KINDS, content_kind, refuse_kind

Reader = Callable[[bytes], Reading]


# The libraries behind a format are loaded with its first file: a build that finds all files in its cache reads none.
def _read_docx(data: bytes) -> Reading:
    from .docx import read_docx

    return read_docx(data)


def _read_html(data: bytes) -> Reading:
    from .html import read_html

    return read_html(data)


def _read_pdf(data: bytes) -> Reading:
    from .pdf import read_pdf

    return read_pdf(data)


#: Suffix -> name of the format, its reader.
READERS: dict[str, tuple[str, Reader]] = {
    ".docx": ("docx", _read_docx),
    ".docm": ("docx", _read_docx),
    ".dotx": ("docx", _read_docx),
    ".dotm": ("docx", _read_docx),
    ".pdf": ("pdf", _read_pdf),
    ".html": ("html", _read_html),
    ".htm": ("html", _read_html),
    ".xhtml": ("html", _read_html),
    ".txt": ("txt", read_plain),
    ".text": ("txt", read_plain),
    ".md": ("md", read_markdown),
    ".markdown": ("md", read_markdown),
}

#: Formats told by their content. A web page may lack what tells it.
_CONTENT = ("docx", "pdf", "html")


def reader_for(path: Path, data: bytes) -> tuple[str, Reader]:
    """The name of the format and the reader for the file in ``path`` with the contents ``data``.

    Raises:
        InputError: nobody reads that format, or the suffix says another than the content.
    """
    suffix, kind = path.suffix.lower(), content_kind(data)
    if kind in REFUSED:
        # The old Office container says what it is by its suffix where its directory does not.
        raise refuse_kind(SUFFIX_KINDS.get(suffix, kind) if kind == "doc" else kind)
    if suffix in READERS and (kind == READERS[suffix][0] or not kind and READERS[suffix][0] not in ("docx", "pdf")):
        return READERS[suffix]
    if kind in _CONTENT:
        problem = (f"后缀 {suffix or '（无）'} 与内容 {kind} 不符", f"suffix {suffix or '(none)'} on {kind} content")
        raise refusal(problem, (f"请改后缀为 .{kind}", f"rename it to .{kind}"))
    if suffix in READERS:
        problem = (f"内容不是 {suffix}", f"the content is not {suffix}")
        raise refusal(problem, ("文件可能损坏，请重新保存", "it may be damaged, save it again"))
    if suffix in SUFFIX_KINDS:
        raise refuse_kind(SUFFIX_KINDS[suffix])
    known = " ".join(sorted(READERS))
    problem = (f"不支持的格式 {suffix or '（无后缀）'}", f"unsupported format {suffix or '(no suffix)'}")
    raise refusal(problem, (f"请存为 {known} 之一", f"save it as one of {known}"))

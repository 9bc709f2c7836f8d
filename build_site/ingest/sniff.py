"""What a file really is, by its first bytes: a suffix can lie, and a refused format deserves its own advice."""

from __future__ import annotations

import io
import zipfile

from ..errors import InputError
from .refusal import refusal

_WORD = ("请在 Word 或 WPS 中另存为 .docx", "save it as .docx in Word or WPS")
_COPY = ("请把正文复制到 Word 或 WPS，存为 .docx", "copy the text into Word or WPS and save it as .docx")
_SCAN = ("请先做文字识别（OCR），再存为 .docx 或 .txt", "run text recognition (OCR), then save as .docx or .txt")
_PAGE = ("请在浏览器中另存为“网页，仅 HTML”", "save it in the browser as “web page, HTML only”")
_UNZIP = ("请解压后把里面的文件放进来", "unpack it and add the files inside")

#: What is refused: name of the content -> Chinese name, English name, what to do.
REFUSED = {
    "doc": ("旧版 Word 或 WPS 文档（.doc/.wps）", "an old Word or WPS document (.doc, .wps)", _WORD),
    "encrypted": (
        "加密的 Office 文档",
        "an encrypted Office document",
        ("请去掉密码后再存", "save it without password"),
    ),
    "rtf": (" RTF 文档", "an RTF document", _WORD),
    "odt": (" OpenDocument 文档", "an OpenDocument file", _WORD),
    "ofd": (" OFD 版式文件", "an OFD file", ("请用 OFD 阅读器转为 .pdf 或 .docx", "convert it to .pdf or .docx")),
    "slides": ("演示文稿", "a slide deck", _COPY),
    "sheet": ("电子表格", "a spreadsheet", _COPY),
    "image": ("图片", "an image", _SCAN),
    "archive": ("压缩包", "an archive", _UNZIP),
    "mhtml": ("单文件网页（.mht）", "a web archive (.mht)", _PAGE),
    "caj": (" CAJ 文件", "a CAJ file", _COPY),
    "media": ("音频或视频", "audio or video", ("请整理成文字，存为 .docx 或 .txt", "write it out as .docx or .txt")),
}

#: Suffix -> kind of content, for what is refused.
_SUFFIXES = {
    "doc": ".doc .dot .wps .wpt",
    "rtf": ".rtf",
    "odt": ".odt .ott .fodt .pages",
    "ofd": ".ofd",
    "slides": ".ppt .pptx .pps .ppsx .dps .odp .key",
    "sheet": ".xls .xlsx .xlsm .et .csv .tsv .ods .numbers",
    "image": ".jpg .jpeg .png .gif .bmp .tif .tiff .webp .heic .svg",
    "archive": ".zip .rar .7z .gz .tar .tgz .bz2 .xz",
    "mhtml": ".mht .mhtml",
    "caj": ".caj .kdh .nh",
    "media": ".mp3 .mp4 .wav .avi .mov .m4a",
}
SUFFIX_KINDS = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}

#: First bytes -> kind of content; ``pdf`` and ``zip`` are looked at further.
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b\x08", "archive"),
    (b"CAJ\x00", "caj"),
    (b"KDH \x00", "caj"),
    (b"MIME-Version:", "mhtml"),
    (b"From: <Saved by", "mhtml"),
)
_SLIDES, _SHEETS = "PowerPoint Document", "Workbook"


def content_kind(data: bytes) -> str:
    """The kind of content: ``docx``, ``pdf``, ``html``, a key of `REFUSED`, or "" for what may be text."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic) or head.startswith(magic)), "")
    if head[:14].lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image"
    if kind == "ole":
        return _ole_kind(data)
    return _zip_kind(data) if kind == "zip" else kind


def _ole_kind(data: bytes) -> str:
    """The old Office container: names of its streams stand in UTF-16 in its directory."""
    for name, kind in (("EncryptedPackage", "encrypted"), (_SLIDES, "slides"), (_SHEETS, "sheet")):
        if name.encode("utf-16-le") in data:
            return kind
    return "doc"


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "docx"  # a damaged one: the reader says so
    if "[Content_Types].xml" in names:
        folders = {name.partition("/")[0] for name in names}
        return "slides" if "ppt" in folders else "sheet" if "xl" in folders else "docx"
    if "OFD.xml" in names:
        return "ofd"
    return "odt" if "mimetype" in names and "content.xml" in names else "archive"


def refuse_kind(kind: str) -> InputError:
    """The refusal of a file whose content or suffix is of ``kind``."""
    chinese, english, mend = REFUSED[kind]
    return refusal((f"这是{chinese}，不能直接读取", f"this is {english} and is not read"), mend)

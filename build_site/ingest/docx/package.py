"""Opening a .docx package: a checked copy of its XML parts is what python-docx gets to see.

The copy leaves out pictures and other media, relationships that lead nowhere (python-docx stops at those that
WPS writes) and anything beyond the limits. Strict Open XML is put into the transitional names on the way.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import Any

import docx
from docx.document import Document
from lxml import etree

from ...errors import InputError
from ..limits import XML_BYTES, ZIP_ENTRIES, ZIP_RATIO, ZIP_RATIO_FLOOR
from ..refusal import refusal

_STRICT, _TRANSITIONAL = b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"
#: Namespaces of Strict Open XML that matter here -> what transitional calls them.
_NAMES = tuple(
    (_STRICT + strict, _TRANSITIONAL + usual)
    for strict, usual in (
        (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
        (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
        (b"officeDocument/extendedProperties", b"officeDocument/2006/extended-properties"),
        (b"officeDocument/math", b"officeDocument/2006/math"),
        (b"drawingml/main", b"drawingml/2006/main"),
        (b"drawingml/chart", b"drawingml/2006/chart"),
        (b"drawingml/diagram", b"drawingml/2006/diagram"),
        (b"drawingml/picture", b"drawingml/2006/picture"),
        (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
    )
)
_TYPES = "[Content_Types].xml"
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
#: Templates and documents with macros hold text like any other; nothing in them is run.
_KINDRED = (
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
_DOCTYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def open_package(data: bytes) -> Document:
    """The package in ``data`` as python-docx reads it.

    Raises:
        InputError: it is damaged, encrypted, too large, or no Word document.
    """
    try:
        return docx.Document(io.BytesIO(_checked_copy(data)))
    except InputError:
        raise
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, UnicodeError) as error:
        raise damaged("压缩包损坏或加密", f"its zip package cannot be opened ({type(error).__name__})") from None
    except etree.XMLSyntaxError:
        raise damaged("嵌套过深或 XML 有误", "it nests too deep or is not valid XML") from None
    except Exception as error:  # python-docx has no error of its own for what a broken package makes it meet
        raise damaged("内部结构不完整", f"its parts do not fit together ({type(error).__name__})") from None


def parse(blob: bytes) -> Any:
    """Root element of an XML part; entities are not resolved, nothing is fetched."""
    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _checked_copy(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = package.infolist()
        if len(members) > ZIP_ENTRIES:
            raise damaged(f"内含超过 {ZIP_ENTRIES} 个文件", f"it holds more than {ZIP_ENTRIES} files")
        parts: dict[str, bytes] = {}
        for member in members:
            if _is_xml(member.filename):
                parts[_name(member)] = _part(package, member, XML_BYTES - sum(map(len, parts.values())))
    for kind in _KINDRED:
        if kind in parts.get(_TYPES, b""):
            parts[_TYPES] = parts[_TYPES].replace(kind, _DOCUMENT)
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w") as package:
        for name, blob in parts.items():
            package.writestr(name, _living(name, blob, parts) if name.endswith(".rels") else blob)
    return copy.getvalue()


def _name(member: zipfile.ZipInfo) -> str:
    return member.filename.replace("\\", "/").lstrip("/")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _part(package: zipfile.ZipFile, member: zipfile.ZipInfo, room: int) -> bytes:
    """The unpacked part, within the limits and the ``room`` left, whatever the package claims its size to be."""
    limit = min(room, max(ZIP_RATIO_FLOOR, member.compress_size * ZIP_RATIO))
    with package.open(member) as packed:
        blob = packed.read(limit + 1)
    if len(blob) > limit:
        raise damaged("解压后过大", "it unpacks to more than any report needs", _name(member))
    if any(sign in blob for sign in _DOCTYPE):
        raise damaged("含有 DOCTYPE 声明", "it declares a DOCTYPE, which Word never does", _name(member))
    if _STRICT in blob:
        for strict, usual in _NAMES:
            blob = blob.replace(strict, usual)
    return blob


def _living(name: str, blob: bytes, parts: dict[str, bytes]) -> bytes:
    """A relationship part without the relationships whose target is not in the copy."""
    root = parse(blob)
    folder = posixpath.dirname(posixpath.dirname(name))
    for relation in list(root):
        target = posixpath.normpath(posixpath.join("/" + folder, relation.get("Target", ""))).lstrip("/")
        if relation.get("TargetMode") != "External" and target not in parts:
            root.remove(relation)
    return bytes(etree.tostring(root))


def damaged(chinese: str, english: str, place: str = "") -> InputError:
    """The refusal of a Word file that cannot be used."""
    mend = ("请在 Word 或 WPS 中打开后另存为 .docx", "open it in Word or WPS and save it as .docx again")
    return refusal((f"Word 文档{chinese}", f"the Word file cannot be used: {english}"), mend, place)

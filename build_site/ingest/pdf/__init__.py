"""PDF files with a text layer: lines in reading order, each on a line of the canonical text.

A line end that is only the edge of the column is marked ``wrap``; running headers, footers and page numbers are marked;
ruled tables become rows and cells; notes at the foot of a page follow the paragraph that runs over it.
"""

from __future__ import annotations

import re
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ...errors import InputError
from ...model.source import FileProperties
from ..limits import PDF_PAGES
from ..reading import Reading
from ..refusal import refusal
from .chars import Char, chars_of
from .lines import Line, lines_of
from .paragraphs import levelled
from .tables import Table, inside, may_hold_table, tables_of
from .writing import Writing

#: Characters a page on average below which a PDF is taken for scanned, and share of unreadable ones it may have.
_SCANNED, _UNREADABLE = 5, 0.3


def read_pdf(data: bytes) -> Reading:
    """Read a PDF file.

    Raises:
        InputError: it is scanned, encrypted, damaged or has too many pages.
    """
    document = _opened(data)
    try:
        return _read(document, data)
    except pdfium.PdfiumError:
        raise _damaged() from None
    finally:
        document.close()


def _read(document: Any, data: bytes) -> Reading:
    if len(document) > PDF_PAGES:
        problem = (f"超过 {PDF_PAGES} 页", f"more than {PDF_PAGES} pages")
        raise refusal(problem, ("请只保留报告本身", "keep the report only"))
    chars: list[list[Char]] = []
    ruled: dict[int, list[Char]] = {}
    pictured: set[int] = set()
    for number in range(len(document)):
        page = document[number]
        drawn = chars_of(page)
        chars.append(drawn)
        if drawn and may_hold_table(page):
            ruled[number] = [char for char in drawn if not char.slanted]
        if len(drawn) < _SCANNED and _has_picture(page):
            pictured.add(number)
        page.close()
    _check_readable(chars)
    tables = tables_of(data, ruled) if ruled else {}
    pages = levelled([_lines(drawn, tables.get(number, [])) for number, drawn in enumerate(chars)])
    writing = Writing(pages, tables, [[char for char in drawn if char.slanted] for drawn in chars], pictured)
    return writing.draft(_headings(document)).reading(_properties(document))


def _opened(data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            mend = ("请去掉密码后另存", "save it without a password")
            raise refusal(("PDF 已加密", "the PDF is encrypted"), mend) from None
        raise _damaged() from None


def _damaged() -> InputError:
    mend = ("请由 Word 重新导出，或存为 .docx", "export it from Word again or save it as .docx")
    return refusal(("PDF 已损坏", "the PDF is damaged"), mend)


def _check_readable(pages: list[list[Char]]) -> None:
    total = sum(map(len, pages))
    unreadable = sum(char.text == "\ufffd" or "\ue000" <= char.text <= "\uf8ff" for page in pages for char in page)
    if total < _SCANNED * len(pages) or not total:
        problem = ("PDF 没有文字层（多为扫描件）", "the PDF has no text layer, it was probably scanned")
        mend = (
            "请先做文字识别（OCR），校对后存为 .docx",
            "run text recognition (OCR) and save the checked text as .docx",
        )
        raise refusal(problem, mend)
    if unreadable > _UNREADABLE * total:
        problem = ("PDF 的字体没有文字编码", "the fonts of the PDF do not say which characters they draw")
        raise refusal(problem, ("请存为 .docx", "save the report as .docx"))


def _has_picture(page: Any) -> bool:
    return next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4), None) is not None


def _lines(chars: list[Char], tables: list[Table]) -> list[Line]:
    """The lines of a page outside its tables."""
    free = [c for c in chars if not c.slanted and not any(inside(c, table) for table in tables)]
    return lines_of(free)


def _headings(document: Any) -> dict[str, int]:
    """The bookmarks of the file, without blanks, with their levels from 1: what Word exports of its headings."""
    found: dict[str, int] = {}
    try:
        for bookmark in document.get_toc(max_depth=6):
            title = re.sub(r"\s", "", bookmark.get_title() or "")
            if title:
                found.setdefault(title, bookmark.level + 1)
    except (pdfium.PdfiumError, UnicodeError):
        return {}  # damaged bookmarks; the text does without
    return found


def _properties(document: Any) -> FileProperties:
    """What the file says of itself; "" where that is missing or damaged."""
    named = {}
    for key in ("Title", "Author", "CreationDate"):
        try:
            named[key] = " ".join(document.get_metadata_value(key).split())
        except (pdfium.PdfiumError, UnicodeError):
            named[key] = ""
    date = re.match(r"D:(\d{4})(\d\d)(\d\d)", named["CreationDate"])
    return FileProperties(named["Title"], named["Author"], date="-".join(date.groups()) if date else "")

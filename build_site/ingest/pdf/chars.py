"""The characters drawn on a PDF page, with where they stand; PDFium reads them."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from ..limits import PDF_PAGE_CHARS
from ..refusal import refusal

#: What PDFium gives for a hyphen at the end of a line.
_HYPHENS = (0x02, 0xFFFE)
#: Radians from which a character is drawn aslant: a watermark.
_SLANT = 0.1
_QUARTER = 3.14159265 / 2


@dataclass(frozen=True, slots=True)
class Char:
    """One character: left, right, baseline and height in points; ``y`` grows upwards. ``slanted`` ones are no text."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    slanted: bool = False


def chars_of(page: Any) -> list[Char]:
    """The characters of a page in the order in which they are drawn, turned upright; blanks left out."""
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > PDF_PAGE_CHARS:
            raise refusal(
                (f"一页超过 {PDF_PAGE_CHARS} 字", f"a page with more than {PDF_PAGE_CHARS} characters"),
                ("请由 Word 重新导出 PDF", "export the PDF from Word again"),
            )
        return list(_read(text_page, count, page.get_rotation(), page.get_size()))
    finally:
        text_page.close()


def _read(text_page: Any, count: int, rotation: int, size: tuple[float, float]) -> Iterator[Char]:
    box = pdfium.FS_RECTF()
    origin = ctypes.c_double(), ctypes.c_double()
    high = 0
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        text, high = _character(code, high), 0
        if not text.strip() or pdfium.FPDFText_IsGenerated(text_page, index) == 1 and code not in _HYPHENS:
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        pdfium.FPDFText_GetCharOrigin(text_page, index, *origin)
        angle = pdfium.FPDFText_GetCharAngle(text_page, index)
        slanted = abs(angle / _QUARTER - round(angle / _QUARTER)) * _QUARTER > _SLANT
        tall = _height(text_page, index) or abs(box.top - box.bottom) or 1.0
        yield _upright(text, box, (origin[0].value, origin[1].value), tall, rotation, size, slanted)


def _height(text_page: Any, index: int) -> float:
    """The size of the font as drawn; the box of a character differs from font to font."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text_page, index, matrix):
        return 0.0
    return float(pdfium.FPDFText_GetFontSize(text_page, index)) * math.hypot(matrix.c, matrix.d)


def _character(code: int, high: int) -> str:
    if high and 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00)
    if code in _HYPHENS:
        return "-"
    return "\ufffd" if code == 0 or 0xD800 <= code < 0xE000 else chr(code)


def _upright(
    text: str,
    box: Any,
    origin: tuple[float, float],
    tall: float,
    rotation: int,
    size: tuple[float, float],
    slanted: bool,
) -> Char:
    """The character as it stands on the page turned as the file says. ``size`` is that of the turned page."""
    (x, y), (width, height) = origin, size
    if rotation == 90:
        return Char(text, box.bottom, box.top, height - x, tall, slanted)
    if rotation == 180:
        return Char(text, width - box.right, width - box.left, height - y, tall, slanted)
    if rotation == 270:
        return Char(text, width - box.top, width - box.bottom, x, tall, slanted)
    return Char(text, box.left, box.right, y, tall, slanted)

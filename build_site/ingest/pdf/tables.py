"""Ruled tables of a PDF page: pdfplumber finds the grid, the characters are put into its cells."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pdfplumber
import pypdfium2.raw as pdfium

from .chars import Char
from .lines import lines_of

# pdfminer warns of every oddity of a font; none of them is of use to the reader of a build's messages.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

#: Drawn paths from which a page may hold a ruled table: pdfplumber takes 0.2 s a page, and most pages have none.
_PATHS = 6
_TOLERANCE = 2.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, its place in the grid from 0, and how far it reaches."""

    text: str
    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its box (left, bottom, right, top in points, ``y`` upwards) and its cells by row and column."""

    box: tuple[float, float, float, float]
    cells: tuple[Cell, ...]


def may_hold_table(page: Any) -> bool:
    """Whether enough lines or boxes are drawn on a page of PDFium."""
    drawn = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4)
    return sum(1 for _ in islice(drawn, _PATHS)) == _PATHS


def tables_of(data: bytes, chars: dict[int, list[Char]]) -> dict[int, list[Table]]:
    """The tables of the pages in ``chars`` (by number from 0), with these characters in them."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            return {number: _on_page(document.pages[number], chars[number]) for number in chars}
    except Exception:  # pdfminer fails on broken files in many ways; the text is read without it
        return {}


def _on_page(page: Any, chars: list[Char]) -> list[Table]:
    if page.rotation:
        return []
    height = float(page.height)
    tables = []
    for found in page.find_tables():
        left, top, right, bottom = found.bbox
        boxes = [box for box in found.cells if box]
        columns = _edges([box[0] for box in boxes] + [box[2] for box in boxes])
        rows = _edges([box[1] for box in boxes] + [box[3] for box in boxes])
        cells = tuple(
            sorted((_cell(box, columns, rows, chars, height) for box in boxes), key=lambda c: (c.row, c.column))
        )
        if len(columns) > 2 and len(rows) > 2 and sum(bool(cell.text) for cell in cells) > 2:
            tables.append(Table((left, height - bottom, right, height - top), cells))
    return tables


def _edges(places: list[float]) -> list[float]:
    """The lines of the grid; those closer than the tolerance are one."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _TOLERANCE:
            edges.append(place)
    return edges


def _cell(
    box: tuple[float, float, float, float], columns: list[float], rows: list[float], chars: list[Char], height: float
) -> Cell:
    left, top, right, bottom = box
    inside = [c for c in chars if left <= (c.x0 + c.x1) / 2 < right and top <= height - (c.y + c.size * 0.3) < bottom]
    first, last = _nearest(columns, left), _nearest(columns, right)
    upper, lower = _nearest(rows, top), _nearest(rows, bottom)
    text = ""
    for line in lines_of(inside):
        apart = text and text[-1].isascii() and line.text[:1].isascii()
        text += (" " if apart else "") + line.text
    return Cell(text, upper, first, max(1, lower - upper), max(1, last - first))


def _nearest(edges: list[float], place: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - place))


def inside(char: Char, table: Table) -> bool:
    """Whether a character stands in the table."""
    left, bottom, right, top = table.box
    return left <= (char.x0 + char.x1) / 2 <= right and bottom <= char.y + char.size * 0.3 <= top

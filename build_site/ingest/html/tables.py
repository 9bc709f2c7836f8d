"""Tables of a page: which hold data, and where each cell stands; the others only lay the page out."""

from __future__ import annotations

from typing import Any

#: A cell of so many characters, or of so many with as many line breaks, holds a text and not a value.
_LONG_CELL, _BROKEN_CELL, _CELL_BREAKS = 600, 120, 2
_BLOCKS = ("p", "div", "li", "br", "h1", "h2", "h3", "h4")
_SPAN, _CELLS = 200, 20_000


def cell_places(root: Any) -> dict[Any, str]:
    """Every table, row and cell that holds data: "" for a table, "row" for a row, its place for a cell.

    The place is "ROW,COLUMN,ROWSPAN,COLSPAN" counted from 0.
    """
    places: dict[Any, str] = {}
    for table in root.iter("table"):
        rows = [row for row in table.iter("tr") if _is_data_row(row)]
        if _holds_data(table, rows):
            places[table] = ""
            _place(rows, places)
    return places


def _is_data_row(row: Any) -> bool:
    return any(child.tag in ("td", "th") for child in row)


def _cells(row: Any) -> list[Any]:
    return [child for child in row if child.tag in ("td", "th")]


def _holds_data(table: Any, rows: list[Any]) -> bool:
    """At least two columns, no table inside, no cell with a whole text."""
    if (table.get("role") or "") in ("presentation", "none") or table.find(".//table") is not None:
        return False
    if not any(len(_cells(row)) > 1 for row in rows):
        return False
    return not any(_is_text(cell) for row in rows for cell in _cells(row))


def _is_text(cell: Any) -> bool:
    length = sum(len(piece.strip()) for piece in cell.itertext())
    if length > _LONG_CELL:
        return True
    return length > _BROKEN_CELL and sum(1 for _ in cell.iter(*_BLOCKS)) >= _CELL_BREAKS


def _place(rows: list[Any], places: dict[Any, str]) -> None:
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        places[row] = "row"
        column = 0
        for cell in _cells(row):
            while (number, column) in taken:
                column += 1
            height = min(_span(cell, "rowspan"), len(rows) - number)
            width = _span(cell, "colspan")
            if len(taken) < _CELLS:
                taken |= {(number + down, column + right) for down in range(height) for right in range(width)}
            places[cell] = f"{number},{column},{height},{width}"
            column += width


def _span(cell: Any, name: str) -> int:
    text = (cell.get(name) or "").strip()
    return max(1, min(int(text), _SPAN)) if text.isascii() and text.isdigit() and len(text) < 6 else 1

"""The grid of a Word table: which cell stands in which row and column, and which are merged."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .names import Element, W, number, value

#: A table with a cell of so many paragraphs and characters was drawn to lay out a page, not to hold data.
_LAYOUT_PARAGRAPHS, _LAYOUT_CHARS = 3, 300
_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: where it stands (from 0), how far it reaches, and whether a merged one above covers it."""

    element: Element
    column: int
    column_span: int = 1
    row_span: int = 1
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table; deleted rows are kept, their runs say that they are deleted."""

    rows: tuple[tuple[Cell, ...], ...]


def read_table(table: Element) -> Table:
    """The grid of ``w:tbl``."""
    return Table(_spanned([_row(row) for row in _wrapped(table, W + "tr")]))


def is_layout(table: Table) -> bool:
    """Whether the table only places text: one column, or a cell that holds a whole text."""
    if all(len(row) <= 1 for row in table.rows):
        return True
    return any(_is_text(cell.element) for row in table.rows for cell in row)


def _is_text(cell: Element) -> bool:
    lengths = [sum(len(text.text or "") for text in paragraph.iter(W + "t")) for paragraph in cell.iter(W + "p")]
    return sum(map(bool, lengths)) >= _LAYOUT_PARAGRAPHS and sum(lengths) >= _LAYOUT_CHARS


def _wrapped(parent: Element, tag: str) -> list[Element]:
    """Children of that name, those inside content controls and the like too."""
    found = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins"):
            found += _wrapped(child, tag)
    return found


def _row(row: Element) -> list[tuple[Cell, str]]:
    """The cells of a row, each with its vertical merge: ``restart``, ``continue`` or ""."""
    properties = row.find(W + "trPr")
    column = min(number(value(properties, "gridBefore"), 0), _COLUMNS)
    cells = []
    for element in _wrapped(row, W + "tc"):
        own = element.find(W + "tcPr")
        span = max(1, min(number(value(own, "gridSpan"), 1), _COLUMNS))
        merge = own.find(W + "vMerge") if own is not None else None
        state = "" if merge is None else merge.get(W + "val", "continue")
        cells.append((Cell(element, column, span), state))
        column += span
    return cells


def _spanned(rows: list[list[tuple[Cell, str]]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows with every cell stretched over the continuations below it."""
    open_cells: dict[int, tuple[int, int]] = {}
    done: list[list[Cell]] = []
    for at, row in enumerate(rows):
        done.append([])
        for cell, state in row:
            above = open_cells.get(cell.column)
            if state == "continue" and above:
                upper = done[above[0]][above[1]]
                done[above[0]][above[1]] = replace(upper, row_span=at - above[0] + 1)
                done[at].append(replace(cell, covered=True))
                continue
            done[at].append(cell)
            if state == "restart":
                open_cells[cell.column] = (at, len(done[at]) - 1)
            else:
                open_cells.pop(cell.column, None)
    return tuple(map(tuple, done))

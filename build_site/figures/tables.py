"""Tables: which cell a number stands in, what the heads of its row and column say, and the unit they give."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ..model.document import CleanText, Paragraph
from ..text import Span

_UNIT = re.compile(
    r"[（(\[]\s*(?:单位\s*[:：]\s*)?([^（()）\[\]]{1,8})[）)\]]\s*$|单位\s*[:：]\s*(\S{1,8})$|(?<=[率比例])\s*([%％])$"
)
_NUMBER = re.compile(r"[\d*×xX○□.,，%％\s~～\-—－+]+")
_TOTAL = ("合计", "总计", "小计", "共计", "总数")


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: where it stands in the text and in its table."""

    span: Span
    table: int
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True)
class Tables:
    """All table cells of a report."""

    clean: CleanText

    @cached_property
    def cells(self) -> dict[int, Cell]:
        """Cells by where they begin."""
        return {each.span.start: _cell(each) for each in self.clean.paragraphs if each.kind == "cell" and each.place}

    @cached_property
    def _by_table(self) -> dict[int, list[Cell]]:
        tables: dict[int, list[Cell]] = {}
        for cell in self.cells.values():
            tables.setdefault(cell.table, []).append(cell)
        return tables

    def text(self, cell: Cell) -> str:
        """What the cell says."""
        return cell.span.of(self.clean.text).strip()

    def is_number(self, cell: Cell) -> bool:
        """Whether the cell holds a bare number."""
        text = self.text(cell)
        return bool(text) and bool(_NUMBER.fullmatch(text))

    def heads(self, cell: Cell) -> tuple[str, str]:
        """The head of the row and the head of the column, units taken off."""
        return _bare(self._row_head(cell)), _bare(self._column_head(cell))

    def name(self, cell: Cell) -> str:
        """What the heads together say the cell holds; "" if there are none."""
        row, column = self.heads(cell)
        if row in _TOTAL:
            return f"{column}{row}" if column else ""
        return row if not column or column in row else f"{row}{column}" if row not in column else column

    def unit(self, cell: Cell) -> str:
        """The unit that a head gives, as written; "" if none does."""
        for head in (self._column_head(cell), self._row_head(cell), self._caption(cell)):
            match = _UNIT.search(head.strip())
            if match:
                return next(group for group in match.groups() if group)
        return ""

    def _row_head(self, cell: Cell) -> str:
        same = [
            other
            for other in self._by_table[cell.table]
            if other.row <= cell.row < other.row + other.rows and other.column < cell.column and self._is_head(other)
        ]
        same.sort(key=lambda other: other.column)
        return "".join(dict.fromkeys(self.text(other) for other in same[-2:]))

    def _column_head(self, cell: Cell) -> str:
        above = [
            other
            for other in self._by_table[cell.table]
            if other.column <= cell.column < other.column + other.columns
            and other.row < cell.row
            and self._is_head(other)
        ]
        above.sort(key=lambda other: other.row)
        return "".join(dict.fromkeys(self.text(other) for other in above[:2]))

    def _is_head(self, cell: Cell) -> bool:
        text = self.text(cell)
        return bool(text) and len(text) <= 24 and not self.is_number(cell) and not text.startswith("序号")

    def _caption(self, cell: Cell) -> str:
        """The line in front of the table."""
        first = min(other.span.start for other in self._by_table[cell.table])
        lines = self.clean.text[:first].rstrip("\n").rsplit("\n", 1)
        return lines[-1]


def _cell(paragraph: Paragraph) -> Cell:
    table, row, column, rows, columns = map(int, paragraph.place.split(","))
    return Cell(paragraph.span, table, row, column, rows, columns)


def _bare(head: str) -> str:
    return re.sub(r"\s+", "", _UNIT.sub("", head.strip()))

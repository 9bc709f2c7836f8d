"""Tables: which cell a number stands in, what the heads of its row and column say, and the unit they give."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ..model.document import CleanText, Paragraph
from ..text import Span
from ..variants import simplified

_UNIT = re.compile(
    r"[（(\[]\s*(?:单位\s*[:：]\s*)?([^（()）\[\]]{1,8})[）)\]]\s*$|单位\s*[:：]\s*(\S{1,8})$|(?<=[率比例])\s*([%％])$"
)
_NUMBER = re.compile(r"[\d*×xX○□.,，%％\s~～\-—－+]+")
#: Rows or columns beyond which the span of a merged cell is not followed.
_SPANNED = 200
#: Characters before a table in which the end of its caption must lie.
_CAPTION = 200
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
    def _starts(self) -> dict[int, int]:
        """Where each table begins in the text."""
        starts: dict[int, int] = {}
        for cell in self.cells.values():
            starts.setdefault(cell.table, cell.span.start)
        return starts

    def text(self, cell: Cell) -> str:
        """What the cell says."""
        return cell.span.of(self._text).strip()

    @cached_property
    def _text(self) -> str:
        return simplified(self.clean.text)

    def is_number(self, cell: Cell) -> bool:
        """Whether the cell holds a bare number."""
        text = self.text(cell)
        return bool(text) and bool(_NUMBER.fullmatch(text))

    def heads(self, cell: Cell) -> tuple[str, str]:
        """The head of the row and the head of the column, units taken off."""
        return _joined(self._row_heads(cell)), _joined(self._column_heads(cell))

    def name(self, cell: Cell) -> str:
        """What the heads together say the cell holds; "" if there are none."""
        row, column = self.heads(cell)
        if row in _TOTAL:
            return f"{column}{row}" if column else ""
        return row if not column or column in row else f"{row}{column}" if row not in column else column

    def unit(self, cell: Cell) -> str:
        """The unit that a head gives, as written; "" if none does."""
        for head in (*reversed(self._column_heads(cell)), *self._row_heads(cell), self._caption(cell)):
            match = _UNIT.search(head.strip())
            if match:
                return next(group for group in match.groups() if group)
        return ""

    def _row_heads(self, cell: Cell) -> list[str]:
        """What the two nearest heads left of the cell say, from left to right."""
        left = [head for head in self._heads_of_rows.get((cell.table, cell.row), ()) if head.column < cell.column]
        return [self.text(head) for head in left[-2:]]

    def _column_heads(self, cell: Cell) -> list[str]:
        """What the two topmost heads above the cell say, from top to bottom."""
        above = self._heads_of_columns.get((cell.table, cell.column), ())[:2]
        return [self.text(head) for head in above if head.row < cell.row]

    @cached_property
    def _heads_of_rows(self) -> dict[tuple[int, int], list[Cell]]:
        """The heads that reach into a row of a table, from left to right."""
        found: dict[tuple[int, int], list[Cell]] = {}
        for head in sorted(filter(self._is_head, self.cells.values()), key=lambda each: each.column):
            for row in range(head.row, head.row + min(head.rows, _SPANNED)):
                found.setdefault((head.table, row), []).append(head)
        return found

    @cached_property
    def _heads_of_columns(self) -> dict[tuple[int, int], list[Cell]]:
        """The heads that reach into a column of a table, from top to bottom."""
        found: dict[tuple[int, int], list[Cell]] = {}
        for head in sorted(filter(self._is_head, self.cells.values()), key=lambda each: each.row):
            for column in range(head.column, head.column + min(head.columns, _SPANNED)):
                found.setdefault((head.table, column), []).append(head)
        return found

    def _is_head(self, cell: Cell) -> bool:
        text = self.text(cell)
        return bool(text) and len(text) <= 24 and not self.is_number(cell) and not text.startswith("序号")

    def _caption(self, cell: Cell) -> str:
        """The line in front of the table."""
        first = self._starts[cell.table]
        before = self._text[max(0, first - _CAPTION) : first]
        return before.rstrip("\n").rsplit("\n", 1)[-1]


def _cell(paragraph: Paragraph) -> Cell:
    table, row, column, rows, columns = map(int, paragraph.place.split(","))
    return Cell(paragraph.span, table, row, column, rows, columns)


def _joined(heads: list[str]) -> str:
    """Heads as one name: units and blanks taken off, what two of them say said once."""
    return "".join(dict.fromkeys(re.sub(r"\s+", "", _UNIT.sub("", head.strip())) for head in heads))

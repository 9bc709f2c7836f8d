"""The lines, tables and notes of a PDF written as canonical text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..reading import TextDraft
from .chars import Char
from .furniture import furniture
from .lines import Line, text_of
from .paragraphs import Setting
from .tables import Table

#: A note at the foot of a page is set smaller than the body and begins with its number.
_SMALL = 0.9
_NOTE = re.compile(r"\s*(?:[\[［(（]?\d{1,3}[\]］)）]?|[①-⑳*＊※])\s*\S")


class Writing:
    """Puts a document together page by page.

    ``slanted`` are the characters of watermarks by page; they are written behind their page as chrome. ``pictured``
    are the pages that hold a picture and no text; what was written last before them says so.
    """

    def __init__(
        self,
        pages: list[list[Line]],
        tables: dict[int, list[Table]],
        slanted: list[list[Char]],
        pictured: Collection[int] = (),
    ) -> None:
        self._pages, self._tables, self._slanted, self._pictured = pages, tables, slanted, sorted(pictured)
        self._beside = furniture(pages)
        bodies = [
            [line for at, line in enumerate(lines) if (n, at) not in self._beside] for n, lines in enumerate(pages)
        ]
        self._setting = Setting(bodies)
        self._notes = {n: _notes(body, self._setting.size) for n, body in enumerate(bodies)}
        self._text = TextDraft()
        self._waiting: list[Line] = []
        self._last: Line | None = None
        self._wrap_at = 0

    def draft(self, headings: dict[str, int]) -> TextDraft:
        """The text with its marks; ``headings`` are the bookmarks of the file."""
        for number in range(len(self._pages)):
            for kind, item in self._items(number):
                if isinstance(item, Table):
                    self._end_paragraph()
                    self._write_table(item)
                elif kind:
                    with self._text.marked(kind):
                        self._text.add(f"{item.text}\n")
                else:
                    self._write_line(item, headings)
            if self._slanted[number]:
                with self._text.marked("chrome"):
                    self._text.add(f"{text_of(self._slanted[number])}\n")
            self._waiting += self._notes[number]
            self._tell_of_pictures(number)
        self._end_paragraph()
        return self._text

    def _tell_of_pictures(self, number: int) -> None:
        while self._text.length and self._pictured and self._pictured[0] <= number:
            self._text.mark(self._text.length - 1, "unread", f"page {self._pictured.pop(0) + 1}")

    def _items(self, number: int) -> Iterator[tuple[str, Line | Table]]:
        """Lines and tables of a page from top to bottom, with the kind of mark for what stands at its edge."""
        tables = sorted(self._tables.get(number, []), key=lambda table: -table.box[3])
        for at, line in enumerate(self._pages[number]):
            while tables and tables[0].box[3] > line.y and tables[0].box[1] > line.y:
                yield "", tables.pop(0)
            if not any(line is note for note in self._notes[number]):
                yield self._beside.get((number, at), ""), line
        yield from (("", table) for table in tables)

    def _write_line(self, line: Line, headings: dict[str, int]) -> None:
        if self._last is not None:
            if self._setting.goes_on(self._last, line):
                if _splits_words(self._last.text, line.text):
                    self._text.insert_before_last(" ")
                    self._wrap_at += 1
                self._text.mark(self._wrap_at, "wrap", end=self._wrap_at + 1)
            else:
                self._end_paragraph()
        start = self._text.length
        self._text.add(line.text)
        level = headings.get(re.sub(r"\s", "", line.text))
        if level:
            self._text.mark(start, "heading", str(level))
        for first, last in line.raised:
            self._text.mark(start + first, "note-reference", end=start + last)
        self._wrap_at = self._text.length
        self._text.add("\n")
        self._last = line

    def _end_paragraph(self) -> None:
        """Write the notes that waited for the end of a paragraph running over the foot of a page."""
        self._last = None
        waiting, self._waiting = self._waiting, []
        for number, line in enumerate(waiting):
            start = self._text.length
            self._text.add(line.text)
            following = waiting[number + 1] if number + 1 < len(waiting) else None
            if following is not None and not _NOTE.match(following.text):
                self._text.mark(self._text.length, "wrap", end=self._text.length + 1)
            self._text.add("\n")
            self._text.mark(start, "footnote")

    def _write_table(self, table: Table) -> None:
        start = row_start = self._text.length
        row = column = 0
        for cell in table.cells:
            if cell.row > row:
                self._end_row(row_start)
                row_start, row, column = self._text.length, cell.row, 0
            elif self._text.length > row_start:
                self._text.add("\t")
            column = cell.column
            self._text.add(cell.text)
            place = f"{cell.row},{column},{cell.row_span},{cell.column_span}"
            self._text.mark(self._text.length - len(cell.text), "cell", place)
        self._end_row(row_start)
        self._text.mark(start, "table", end=self._text.length - 1)

    def _end_row(self, start: int) -> None:
        self._text.mark(start, "row")
        self._text.add("\n")


def _splits_words(above: str, below: str) -> bool:
    """Whether the line end stands for the blank between two words in Latin letters."""
    return above[-1:].isascii() and above[-1:].isalpha() and below[:1].isascii() and below[:1].isalpha()


def _notes(body: list[Line], size: float) -> list[Line]:
    """The notes at the foot of a page: its last lines, if they are small and the first has a number."""
    at = len(body)
    while at and body[at - 1].size < _SMALL * size:
        at -= 1
    while at < len(body) and not _NOTE.match(body[at].text):
        at += 1
    return body[at:] if at else []

"""Paragraphs, notes and text boxes, one line each, in the order of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from .graphics import chart_rows, chart_title, diagram_lines
from .names import MC, Element, W, chosen, switched_on
from .numbering import Numbering
from .package import damaged
from .runs import Runs, note_label
from .styles import Style, Styles
from .tables import Cell, Table, is_layout, read_table

#: Tables, text boxes and notes within each other.
_NESTING = 20
_INSERTED = {W + "ins", W + "moveTo", W + "customXml", W + "smartTag"}
_DELETED = {W + "del", W + "moveFrom"}


@dataclass
class Blocks:
    """Writes block-level contents through ``runs``.

    Attributes:
        notes: kind -> id -> element of the note.
        part: root element of the part with this relationship id; None if there is none.
    """

    runs: Runs
    styles: Styles
    numbering: Numbering
    notes: dict[str, dict[str, Element]] = field(default_factory=dict)
    part: Callable[[str], Element | None] = lambda _: None
    _depth: int = 0

    def write(self, parent: Element) -> None:
        """Everything in ``parent``, each paragraph on a line of its own."""
        with self._deeper():
            for child in parent:
                self._one(child)

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        self._depth += 1
        if self._depth > _NESTING:
            raise damaged("嵌套过深", "tables or text boxes nest too deep")
        yield
        self._depth -= 1

    def _one(self, child: Element) -> None:
        tag = child.tag
        if tag == W + "p":
            self._paragraph(child)
        elif tag == W + "tbl":
            self._table(read_table(child))
        elif tag == W + "sdt":
            with self.runs.marked("toc" if _is_contents(child) else ""):
                for content in child.findall(W + "sdtContent"):
                    self.write(content)
        elif tag == MC + "AlternateContent":
            for inner in chosen(child):
                self._one(inner)
        elif tag in _INSERTED:
            self.write(child)
        elif tag in _DELETED:
            with self.runs.marked("deleted"):
                self.write(child)
        elif tag == W + "altChunk":
            raise damaged("嵌有另一个文件", "it embeds another file (altChunk)")

    def _paragraph(self, paragraph: Element) -> None:
        draft = self.runs.draft
        start = draft.length
        listed = self.runs.fields.in_contents
        style = self._begin(paragraph)
        self.runs.write(paragraph)
        if style.contents or listed or self.runs.fields.in_contents:
            draft.mark(start, "toc")
        elif style.title:
            draft.mark(start, "title")
        elif style.level:
            draft.mark(start, "heading", str(style.level))
        joined = _is_joined(paragraph)
        with self.runs.marked("deleted" if joined else ""):
            self.runs.put("\n")
        if not joined:
            self._write_pending()

    def _begin(self, paragraph: Element) -> Style:
        """Write the automatic number, and say what the style is."""
        properties = paragraph.find(W + "pPr")
        style = self.styles.of(properties)
        self.runs.hidden = style.hidden
        if style.numbering and not _is_gone(paragraph):
            style_id = properties.find(W + "pStyle") if properties is not None else None
            owner = style_id.get(W + "val", "") if style_id is not None else ""
            label = self.numbering.label(*style.numbering, owner)
            if label:
                start = self.runs.draft.length
                self.runs.put(label.text + label.gap)
                self.runs.draft.mark(start, "number", "bullet" if label.bullet else "")
        return style

    def _write_pending(self) -> None:
        """Notes, text boxes, graphics and inner tables of the paragraph or table just written."""
        waiting, self.runs.pending = self.runs.pending, []
        for kind, what in waiting:
            start = self.runs.draft.length
            if kind == "textbox":
                self.write(what)
                self.runs.draft.mark(start, "textbox")
            elif kind == "table":
                with self._deeper():
                    self._table(what)
            elif kind in ("wordart", "diagram", "chart", "unread"):
                self._graphic(kind, what)
            elif what in self.notes.get(kind, {}):
                self.runs.put(note_label(kind, self.runs.notes[kind].index(what) + 1) + " ")
                self.write(self.notes[kind][what])
                self.runs.draft.mark(start, "footnote")

    def _graphic(self, kind: str, what: str) -> None:
        """The words of a drawing as a text box, a chart as its title and its data; what has none of them is said."""
        draft = self.runs.draft
        root = self.part(what) if kind in ("diagram", "chart") else None
        lines = [what] if kind == "wordart" else diagram_lines(root) if kind == "diagram" and root is not None else []
        rows = chart_rows(root) if kind == "chart" and root is not None else []
        for line in filter(str.strip, lines):
            with draft.marked("textbox"):
                self._line(line)
        if root is not None and kind == "chart" and chart_title(root):
            self._line(chart_title(root))
        if rows:
            self._rows(rows)
        elif kind != "wordart" and not lines:
            draft.mark(draft.length - 1, "unread", what if kind == "unread" else kind)

    def _line(self, text: str) -> None:
        self.runs.put(" ".join(text.split()))
        self.runs.draft.add("\n")

    def _rows(self, rows: list[list[str]]) -> None:
        """A table that no ``w:tbl`` draws."""
        draft = self.runs.draft
        start = draft.length
        for number, row in enumerate(rows):
            with draft.marked("row"):
                for column, text in enumerate(row):
                    draft.add("\t" if column else "")
                    with draft.marked("cell", f"{number},{column},1,1"):
                        self.runs.put(text)
            draft.add("\n")
        draft.mark(start, "table", end=draft.length - 1)

    def _table(self, table: Table) -> None:
        if is_layout(table):
            for row in table.rows:
                for cell in row:
                    self.write(cell.element)
            return
        draft = self.runs.draft
        start = draft.length
        flat, self.runs.flat = self.runs.flat, True
        for number, row in enumerate(table.rows):
            row_start = draft.length
            for at, cell in enumerate(row):
                if at:
                    draft.add("\t")
                cell_start = draft.length
                with self.runs.marked("hidden" if cell.covered else ""):
                    self._flat(cell)
                if not cell.covered:
                    draft.mark(cell_start, "cell", f"{number},{cell.column},{cell.row_span},{cell.column_span}")
            draft.mark(row_start, "row")
            draft.add("\n")
        self.runs.flat = flat
        draft.mark(start, "table", end=draft.length - 1)
        self._write_pending()

    def _flat(self, cell: Cell) -> None:
        """The paragraphs of a cell on one line, a space between them."""
        start = self.runs.draft.length
        for paragraph in self._paragraphs(cell.element, cell.covered):
            if self.runs.draft.length > start and not self.runs.draft.pieces[-1].endswith(" "):
                self.runs.draft.add(" ")
            self._begin(paragraph)
            self.runs.write(paragraph)

    def _paragraphs(self, parent: Element, inline: bool) -> Iterator[Element]:
        """The paragraphs of a cell; a table of data in it waits to follow as one of its own, unless ``inline``."""
        for child in parent:
            table = read_table(child) if child.tag == W + "tbl" else None
            if child.tag == W + "p":
                yield child
            elif table and not inline and len(table.rows) > 1 and not is_layout(table):
                self.runs.pending.append(("table", table))
            else:
                yield from self._paragraphs(child, inline)


def _is_contents(control: Element) -> bool:
    """Whether Word's gallery of tables of contents put the control in."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(W + "val", "").lower() == "table of contents"


def _is_joined(paragraph: Element) -> bool:
    """Whether the paragraph mark was deleted, so that the next paragraph goes on in this one."""
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return marks is not None and (marks.find(W + "del") is not None or marks.find(W + "moveFrom") is not None)


def _is_gone(paragraph: Element) -> bool:
    """Whether the paragraph takes no number: deleted, or hidden with its mark."""
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return _is_joined(paragraph) or bool(switched_on(marks, "vanish"))

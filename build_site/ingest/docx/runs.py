"""The text inside a paragraph: runs with what is deleted, hidden or computed marked as such."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from ..reading import TextDraft
from .fields import Fields
from .formulas import write_formula
from .names import (
    CHART,
    DIAGRAM,
    MATH,
    MC,
    NEW_CHART,
    OFFICE,
    PICTURE,
    REL,
    VML,
    W14,
    Element,
    W,
    chosen,
    number,
    switched_on,
    value,
)
from .number_formats import roman
from .styles import Styles
from .symbols import symbol

_TEXT = {W + "t", W + "delText"}
_CODE = {W + "instrText", W + "delInstrText"}
#: Elements that stand for one character.
_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_DRAWN = {W + "drawing", W + "pict", W + "object"}
#: Wrappers whose contents are taken out, with the kind of mark.
_WRAPPERS = {W + "del": "deleted", W + "moveFrom": "deleted", W + "rt": "hidden"}
_PROPERTIES = {
    W + "rPr",
    W + "pPr",
    W + "sdtPr",
    W + "sdtEndPr",
    W + "rubyPr",
    W + "tblPr",
    W + "customXmlPr",
}
_FORMULAS = {MATH + "oMath", MATH + "oMathPara"}
_BOX = W + "txbxContent"
#: What is drawn and holds no text to be had, with what it is.
_UNREAD = {
    PICTURE + "pic": "picture",
    VML + "imagedata": "picture",
    OFFICE + "OLEObject": "object",
    NEW_CHART + "chart": "chart",
}
_PHASES = ("begin", "separate", "end")


@dataclass
class Runs:
    """Writes the text of runs into ``draft``; notes, text boxes and graphics met on the way wait in ``pending``.

    Attributes:
        flat: whether line breaks and tabs become spaces, as in a cell of a table.
        hidden: whether runs are hidden that say nothing themselves, by the style of their paragraph.
        notes: kind of note -> ids in order of appearance; the place in the list is the number shown.
    """

    draft: TextDraft
    styles: Styles
    fields: Fields = field(default_factory=Fields)
    pending: list[tuple[str, Any]] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=lambda: {"footnote": [], "endnote": []})
    flat: bool = False
    hidden: bool = False
    _kinds: list[str] = field(default_factory=list)

    def write(self, parent: Element) -> None:
        """The contents of a paragraph or of anything inside one."""
        for child in parent:
            self._one(child)

    @contextmanager
    def marked(self, kind: str) -> Iterator[None]:
        """What is written inside the block is of that kind; "" for none."""
        if kind:
            self._kinds.append(kind)
        try:
            yield
        finally:
            if kind:
                self._kinds.pop()

    def _one(self, child: Element) -> None:
        tag = child.tag
        if tag in _TEXT:
            self.put((child.text or "").replace("\n", " ").replace("\t", " "))
        elif tag == W + "r":
            self._run(child)
        elif tag in _CODE:
            self.fields.instruct(child.text or "")
            self.put(child.text or "", "field-code")
        elif tag in _CHARACTERS:
            self.put(_CHARACTERS[tag])
        elif tag == W + "fldChar":
            self.put(_filled_in(child))
            self.fields.meet(child)
        elif tag == W + "sym":
            self.put(symbol(child.get(W + "font", ""), child.get(W + "char", "")))
        elif tag in _NOTES:
            self._note(_NOTES[tag], child.get(W + "id", ""))
        elif tag in _DRAWN:
            self._drawing(child)
        elif tag == MC + "AlternateContent":
            for inner in chosen(child):
                self._one(inner)
        elif tag == W + "fldSimple":
            self._simple_field(child)
        elif tag == W + "sdt":
            self._control(child)
        elif tag in _FORMULAS:
            self.put(write_formula(child))
        elif isinstance(tag, str) and tag not in _PROPERTIES:
            with self.marked(_WRAPPERS.get(tag, "")):
                self.write(child)

    def put(self, text: str, kind: str = "") -> None:
        """Add text with the marks of the place reached."""
        if self.flat:
            text = text.replace("\n", " ").replace("\t", " ")
        start = self.draft.length
        self.draft.add(text)
        if kind == "" and self.fields.in_code:
            kind = "field-code"
        elif kind == "" and self.fields.in_page_number:
            kind = "page-number"
        for one in {*self._kinds, kind} - {""}:
            self.draft.mark(start, one)

    def _run(self, run: Element) -> None:
        properties = run.find(W + "rPr")
        hidden = switched_on(properties, "vanish")
        if hidden is None and properties is not None:
            hidden = self.styles.named(value(properties, "rStyle")).hidden or None
        if hidden is None:
            hidden = self.hidden
        with self.marked("hidden" if hidden else ""):
            self.write(run)

    def _note(self, kind: str, note_id: str) -> None:
        """Notes are numbered in order of appearance; endnotes in Roman numerals, as Word has it."""
        known = self.notes[kind]
        if note_id not in known:
            known.append(note_id)
            self.pending.append((kind, note_id))
        start = self.draft.length
        self.put(note_label(kind, known.index(note_id) + 1))
        self.draft.mark(start, "note-reference")

    def _drawing(self, drawing: Element) -> None:
        """Text boxes wait until the paragraph ends; the older copy of one that Word keeps beside it is passed over."""
        for child in drawing:
            if child.tag == _BOX:
                self.pending.append(("textbox", child))
            elif child.tag == MC + "AlternateContent":
                for inner in chosen(child):
                    self._drawing(inner)
            elif child.tag == W + "r":
                self._run(child)
            elif child.tag == CHART + "chart":
                self.pending.append(("chart", child.get(REL + "id", "")))
            elif child.tag == DIAGRAM + "relIds":
                self.pending.append(("diagram", child.get(REL + "dm", "")))
            elif child.tag == VML + "textpath":
                self.pending.append(("wordart", child.get("string", "")))
            else:
                if child.tag in _UNREAD:
                    self.pending.append(("unread", _UNREAD[child.tag]))
                self._drawing(child)

    def _simple_field(self, element: Element) -> None:
        begin, separate, end = (element.makeelement(W + "fldChar", {W + "fldCharType": kind}) for kind in _PHASES)
        self.fields.meet(begin)
        instruction = element.get(W + "instr", "")
        self.fields.instruct(instruction)
        self.put(instruction, "field-code")
        self.fields.meet(separate)
        self.write(element)
        self.fields.meet(end)

    def _control(self, control: Element) -> None:
        """A content control; one that still shows its prompt (点击输入文字) holds nothing of the author's."""
        properties, content = control.find(W + "sdtPr"), control.find(W + "sdtContent")
        prompt = switched_on(properties, "showingPlcHdr") and properties.find(W14 + "checkbox") is None
        if content is not None:
            with self.marked("hidden" if prompt else ""):
                self.write(content)


def note_label(kind: str, count: int) -> str:
    """How a note is referred to: ``[1]``, endnotes ``[i]``."""
    return f"[{roman(count) if kind == 'endnote' else count}]"


def _filled_in(char: Element) -> str:
    """What someone chose in a form field: the entry of a list, or a box with or without its tick."""
    choice, box = char.find(f"{W}ffData/{W}ddList"), char.find(f"{W}ffData/{W}checkBox")
    if choice is not None:
        entries = choice.findall(W + "listEntry")
        chosen_at = number(value(choice, "result"), 0)
        return entries[chosen_at].get(W + "val", "") if 0 <= chosen_at < len(entries) else ""
    if box is not None:
        ticked = switched_on(box, "checked")
        return "☑" if ticked or (ticked is None and switched_on(box, "default")) else "☐"
    return ""

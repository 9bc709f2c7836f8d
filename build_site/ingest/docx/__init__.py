"""Word documents (.docx): everything the file shows or hides as text, with marks for what is not the report.

Headers come first, then the body with notes, text boxes, charts and drawings behind their paragraph or table, then
footers and comments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from lxml import etree

from ..reading import Reading, TextDraft
from .blocks import Blocks
from .fields import Fields
from .names import Element, W
from .numbering import Numbering
from .package import damaged, open_package, parse
from .properties import read_properties
from .runs import Runs
from .styles import Styles

_NOTES = {"footnote": RELATIONSHIP_TYPE.FOOTNOTES, "endnote": RELATIONSHIP_TYPE.ENDNOTES}


def read_docx(data: bytes) -> Reading:
    """Read a Word document.

    Raises:
        InputError: the package is damaged, too large or nests too deep.
    """
    try:
        return _read(open_package(data))
    except (RecursionError, etree.XMLSyntaxError):
        raise damaged("嵌套过深或 XML 有误", "it nests too deep or is not valid XML") from None


def _read(document: Document) -> Reading:
    draft = TextDraft()
    styles = Styles(_first(document, RELATIONSHIP_TYPE.STYLES))
    numbering = Numbering(_first(document, RELATIONSHIP_TYPE.NUMBERING), styles)
    notes = {kind: _by_id(_first(document, part), kind) for kind, part in _NOTES.items()}
    blocks = Blocks(Runs(draft, styles), styles, numbering, notes, lambda name: _related(document, name))
    _aside(blocks, _roots(document, RELATIONSHIP_TYPE.HEADER), "header")
    blocks.write(document.element.body)
    _aside(blocks, _roots(document, RELATIONSHIP_TYPE.FOOTER), "footer")
    comments = _first(document, RELATIONSHIP_TYPE.COMMENTS)
    _aside(blocks, iter(comments) if comments is not None else iter(()), "comment")
    return draft.reading(read_properties(document))


def _by_id(root: Element | None, kind: str) -> dict[str, Element]:
    """The notes of a part by id, the separators Word keeps among them left out."""
    notes = root.findall(W + kind) if root is not None else []
    return {note.get(W + "id", ""): note for note in notes if note.get(W + "type", "normal") == "normal"}


def _aside(blocks: Blocks, roots: Iterable[Element], kind: str) -> None:
    """Write what stands beside the body; of parts that say the same only the first, and of pictures nothing."""
    seen = {""}
    draft = blocks.runs.draft
    for root in roots:
        says = "".join(root.itertext()).strip()
        if says in seen:
            continue
        seen.add(says)
        blocks.runs.fields = Fields()
        known = len(draft.marks)
        with draft.marked(kind):
            blocks.write(root)
        draft.marks[known:] = [mark for mark in draft.marks[known:] if mark.kind != "unread"]


def _roots(document: Document, kind: str) -> Iterator[Element]:
    """Root elements of the parts of a kind, in order of their names."""
    parts = (rel.target_part for rel in document.part.rels.values() if rel.reltype == kind and not rel.is_external)
    for part in sorted(set(parts), key=lambda part: part.partname):
        yield part.element if isinstance(part, XmlPart) else parse(part.blob)


def _related(document: Document, name: str) -> Element | None:
    """Root of the part that the document calls ``name``; None where it is missing or no XML."""
    relation = document.part.rels.get(name)
    if relation is None or relation.is_external:
        return None
    try:
        return parse(relation.target_part.blob)
    except etree.XMLSyntaxError:
        return None


def _first(document: Document, kind: str) -> Element | None:
    return next(_roots(document, kind), None)

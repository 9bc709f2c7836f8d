"""Title, author, organisation and date that the package carries about itself."""

from __future__ import annotations

import re
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from ...model.source import FileProperties
from .package import parse

_EXTENDED = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DUBLIN, _TERMS = "{http://purl.org/dc/elements/1.1/}", "{http://purl.org/dc/terms/}"


def read_properties(document: Document) -> FileProperties:
    """The document properties; what is missing or unreadable is ""."""
    core = _root(document, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    extended = _root(document, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    date = re.match(r"\d{4}-\d\d-\d\d", _text(core, _TERMS + "created"))
    return FileProperties(
        title=_text(core, _DUBLIN + "title"),
        author=_text(core, _DUBLIN + "creator"),
        organisation=_text(extended, _EXTENDED + "Company"),
        date=date[0] if date else "",
    )


def _root(document: Document, kind: str) -> Any:
    for relation in document.part.package.rels.values():
        if relation.reltype == kind and not relation.is_external:
            try:
                return parse(relation.target_part.blob)
            except (etree.XMLSyntaxError, ValueError):
                return None
    return None


def _text(root: Any, name: str) -> str:
    node = root.find(name) if root is not None else None
    return " ".join((node.text or "").split()) if node is not None else ""

"""Names of the XML elements and attributes of WordprocessingML, spelled out once."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NEW_CHART = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
VML, OFFICE = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

#: What tells that a branch of ``mc:AlternateContent`` says something.
_SAYING = (W + "t", W + "fldChar", W + "footnoteReference", CHART + "chart", NEW_CHART + "chart", DIAGRAM + "relIds")

#: An lxml element; python-docx subclasses it, and lxml's own types are private.
Element = Any


def value(element: Element, name: str, attribute: str = "val") -> str:
    """The attribute ``w:attribute`` of the child ``w:name``; "" if either is missing."""
    child = element.find(W + name) if element is not None else None
    return (child.get(W + attribute) or "") if child is not None else ""


def number(text: str, default: int) -> int:
    """``text`` as a whole number, ``default`` where it is none."""
    try:
        return int(text)
    except ValueError:
        return default


def switched_on(properties: Element, name: str) -> bool | None:
    """A toggle such as ``w:vanish``: on, off, or None where nothing is said."""
    child = properties.find(W + name) if properties is not None else None
    if child is None:
        return None
    return child.get(W + "val", "true") not in ("0", "false", "off")


def chosen(alternatives: Element) -> list[Element]:
    """The children of the branch of ``mc:AlternateContent`` that counts: the one with text, the new one first."""
    branches = [branch for branch in alternatives if branch.tag in (MC + "Choice", MC + "Fallback")]
    for branch in branches:
        if next(branch.iter(*_SAYING), None) is not None:
            return list(branch)
    return list(branches[0]) if branches else []

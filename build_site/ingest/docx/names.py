"""Names of the XML elements and attributes of WordprocessingML, spelled out once."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

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
        if next(branch.iter(W + "t", W + "fldChar", W + "footnoteReference"), None) is not None:
            return list(branch)
    return list(branches[0]) if branches else []

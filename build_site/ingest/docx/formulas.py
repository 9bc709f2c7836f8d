"""Formulas (OMML) as they are typed on one line: x^2, a_1, √(y), (a+b)/c."""

from __future__ import annotations

from .names import MATH, Element, W

_SIGNS = {"sup": "^", "sub": "_"}


def write_formula(element: Element) -> str:
    """The text of a formula or of a part of one."""
    tag = element.tag
    if tag in (MATH + "t", W + "t"):
        return element.text or ""
    if tag == MATH + "f":
        return "/".join(_grouped(_part(element, name)) for name in ("num", "den"))
    if tag in (MATH + "sSup", MATH + "sSub", MATH + "sSubSup", MATH + "nary"):
        return _scripted(element)
    if tag == MATH + "rad":
        return _part(element, "deg") + "√" + _grouped(_part(element, "e"))
    if tag == MATH + "d":
        left, right = _sign(element, "dPr", "begChr", "("), _sign(element, "dPr", "endChr", ")")
        return left + ",".join(write_formula(child) for child in element.findall(MATH + "e")) + right
    return "".join(write_formula(child) for child in element if isinstance(child.tag, str))


def _scripted(element: Element) -> str:
    text = _part(element, "e")
    before = _sign(element, "naryPr", "chr", "∫") if element.tag == MATH + "nary" else text
    scripts = "".join(sign + _grouped(part) for name, sign in _SIGNS.items() if (part := _part(element, name)))
    return before + scripts + (text if element.tag == MATH + "nary" else "")


def _part(element: Element, name: str) -> str:
    child = element.find(MATH + name)
    return write_formula(child).strip() if child is not None else ""


def _grouped(text: str) -> str:
    return f"({text})" if any(sign in text for sign in "+-−×/") else text


def _sign(element: Element, properties: str, name: str, default: str) -> str:
    child = element.find(f"{MATH}{properties}/{MATH}{name}")
    return child.get(MATH + "val", default) if child is not None else default

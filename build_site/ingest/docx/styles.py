"""What a paragraph's style says of it: outline level, numbering, hidden; through style inheritance."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .names import Element, W, number, switched_on, value

_HEADING = re.compile(r"(?:heading|标题|標題|überschrift|titre)\s*([1-9])$", re.I)
_TITLE = re.compile(r"(?:title|标题|標題|文档标题|大标题|主标题)$", re.I)
_CONTENTS = re.compile(r"(?:toc|目录|目錄|contents)\s*([1-9]|heading|标题)$", re.I)
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What matters here of a style, its ancestors included.

    Attributes:
        level: outline level from 1, 0 for body text.
        title: whether it is Word's Title style.
        contents: whether it is for lines of a table of contents.
        numbering: (numId, level from 0) of its automatic numbering; None if it has none. The level is None
            where the list says which one belongs to the style.
        hidden: whether its text is hidden.
    """

    level: int = 0
    title: bool = False
    contents: bool = False
    numbering: tuple[str, int | None] | None = None
    hidden: bool = False


PLAIN = Style()


class Styles:
    """The styles of one document by id."""

    def __init__(self, root: Element | None) -> None:
        nodes = root.findall(W + "style") if root is not None else []
        self._nodes = {node.get(W + "styleId", ""): node for node in nodes}
        self._known: dict[str, Style] = {"": PLAIN}
        self._default = next(
            (
                node.get(W + "styleId", "")
                for node in nodes
                if node.get(W + "type") == "paragraph" and node.get(W + "default") in ("1", "true", "on")
            ),
            "",
        )

    def of(self, paragraph_properties: Element | None) -> Style:
        """The style of a paragraph, what it says for itself laid over it."""
        style = self.named(value(paragraph_properties, "pStyle") or self._default)
        if paragraph_properties is None:
            return style
        return _laid_over(style, paragraph_properties)

    def named(self, style_id: str) -> Style:
        """The style with this id; plain text if there is none."""
        chain = []
        while style_id in self._nodes and style_id not in self._known and style_id not in chain:
            chain.append(style_id)
            style_id = value(self._nodes[style_id], "basedOn")
        style = self._known.get(style_id, PLAIN)
        for name in reversed(chain):
            style = self._known[name] = _derived(style, self._nodes[name])
        return style

    def linked_numbering(self, style_id: str) -> str:
        """The numId of a numbering style, "" if it has none."""
        found = self.named(style_id).numbering
        return found[0] if found else ""


def _derived(parent: Style, node: Element) -> Style:
    """``parent`` with what the style in ``node`` says itself; a built-in name speaks where no level is given."""
    name = value(node, "name")
    style = replace(parent, title=parent.title or bool(_TITLE.match(name)))
    heading = _HEADING.match(name)
    if heading:
        style = replace(style, level=int(heading[1]), title=False)
    if _CONTENTS.match(name):
        style = replace(style, contents=True)
    hidden = switched_on(node.find(W + "rPr"), "vanish")
    if hidden is not None:
        style = replace(style, hidden=hidden)
    properties = node.find(W + "pPr")
    return style if properties is None else _laid_over(style, properties)


def _laid_over(style: Style, properties: Element) -> Style:
    level = number(value(properties, "outlineLvl"), -1)
    if level >= 0:
        style = replace(style, level=0 if level >= _BODY_LEVEL else level + 1)
    listed = properties.find(W + "numPr")
    if listed is None:
        return style
    inherited: tuple[str, int | None] = style.numbering or ("", None)
    list_id = value(listed, "numId") or inherited[0]
    depth = number(value(listed, "ilvl"), -1)
    return replace(
        style, numbering=(list_id, inherited[1] if depth < 0 else depth) if list_id not in ("", "0") else None
    )

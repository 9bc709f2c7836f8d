"""Numbers a browser puts before the items of ``<ol>``: they stand in no text of the page."""

from __future__ import annotations

import re
from typing import Any

from ..docx.number_formats import counting, letters, roman

_STYLES = {
    "a": letters,
    "A": lambda count: letters(count).upper(),
    "i": roman,
    "I": lambda count: roman(count).upper(),
    "cjk-ideographic": counting,
    "simp-chinese-informal": counting,
    "trad-chinese-informal": counting,
    "lower-alpha": letters,
    "lower-roman": roman,
}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.I)
#: An item that brings its own number shows no second one.
_NUMBERED = re.compile(r"\s*[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|\s*第[一二三四五六七八九十\d]+")


def item_labels(root: Any) -> dict[Any, str]:
    """The number of every item of an ordered list, with the gap behind it."""
    labels = {}
    for ordered in root.iter("ol"):
        style = _style_of(ordered)
        if style == "none":
            continue
        write = _STYLES.get(style, str)
        count = _number(ordered.get("start"), 1)
        for item in ordered:
            if item.tag != "li":
                continue
            count = _number(item.get("value"), count)
            if count > 0 and not _NUMBERED.match("".join(item.itertext())[:40]):
                mark = "、" if write is counting else ". "
                labels[item] = write(count) + mark
            count += 1
    return labels


def _style_of(ordered: Any) -> str:
    css = _LIST_STYLE.search(ordered.get("style") or "")
    return css[1].lower() if css else (ordered.get("type") or "")


def _number(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,6}", text.strip()) else default

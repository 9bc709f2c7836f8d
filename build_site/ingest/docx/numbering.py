"""Automatic numbering made text: the counters of ``numbering.xml``, which stand in no run of the document."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .names import MC, Element, W, number, value
from .number_formats import write_number
from .styles import Styles

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
#: Fonts whose letters are pictures: a bullet ``l`` in Wingdings is a dot.
_PICTURE_FONTS = re.compile(r"wingdings|symbol|webdings", re.I)
_BULLET = "•"
_WIDE_END = re.compile(r"[、．。，：；）】》\u3000]$")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    Attributes:
        start: first number.
        style: ``w:numFmt``; ``pattern`` its sample where it is custom.
        text: template, ``%1`` for the number of the first level.
        suffix: ``tab``, ``space`` or ``nothing`` behind the number.
        restart: counts anew behind a number of this level or one above it (levels from 1); 0 for never.
        legal: whether all numbers in it are written as decimals.
        owner: id of the paragraph style that this level belongs to, "" if none.
    """

    start: int
    style: str
    pattern: str
    text: str
    suffix: str
    restart: int
    legal: bool
    owner: str


@dataclass(frozen=True, slots=True)
class Label:
    """The number of one paragraph with the gap behind it."""

    text: str
    gap: str
    bullet: bool


class Numbering:
    """The lists of one document; `label` is to be asked for every numbered paragraph, in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        abstract = root.findall(W + "abstractNum") if root is not None else []
        lists = root.findall(W + "num") if root is not None else []
        self._abstract = {node.get(W + "abstractNumId", ""): node for node in abstract}
        self._lists = {node.get(W + "numId", ""): node for node in lists}
        self._levels: dict[str, dict[int, Level]] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, list_id: str, depth: int | None, style_id: str = "") -> Label | None:
        """The number of the next paragraph of a list; None if it shows none.

        ``depth`` counts from 0; where it is None, the level that belongs to the style ``style_id`` is meant.
        """
        levels = self._levels_of(list_id)
        if depth is None:
            depth = next((at for at, level in levels.items() if style_id and level.owner == style_id), 0)
        if depth not in levels:
            return None
        return _written(levels, depth, self._count(list_id, depth, levels))

    def _count(self, list_id: str, depth: int, levels: dict[int, Level]) -> list[int | None]:
        """Move the counter on. Lists of one abstract list share their counters, as Word has it."""
        counters = self._counters.setdefault(self._root_of(list_id), [None] * _LEVELS)
        anew = depth in self._overrides(list_id) and (list_id, depth) not in self._begun
        self._begun.add((list_id, depth))
        current = counters[depth]
        counters[depth] = levels[depth].start if anew or current is None else current + 1
        for lower in range(depth + 1, _LEVELS):
            if lower in levels and depth < levels[lower].restart:
                counters[lower] = None
        return counters

    def _root_of(self, list_id: str) -> str:
        """The id of the abstract list, through numbering styles; each is followed once."""
        seen: set[str] = set()
        while list_id in self._lists and list_id not in seen:
            seen.add(list_id)
            root_id = value(self._lists[list_id], "abstractNumId")
            link = value(self._abstract.get(root_id), "numStyleLink")
            further = self._styles.linked_numbering(link) if link else ""
            if not further or further == list_id:
                return root_id
            list_id = further
        return ""

    def _overrides(self, list_id: str) -> dict[int, int]:
        """Level -> number at which this list begins anew."""
        node = self._lists[list_id]
        return {
            number(item.get(W + "ilvl", ""), 0): number(value(item, "startOverride"), 1)
            for item in node.findall(W + "lvlOverride")
            if item.find(W + "startOverride") is not None
        }

    def _levels_of(self, list_id: str) -> dict[int, Level]:
        if list_id not in self._levels:
            self._levels[list_id] = self._read_levels(list_id) if list_id in self._lists else {}
        return self._levels[list_id]

    def _read_levels(self, list_id: str) -> dict[int, Level]:
        root = self._abstract.get(self._root_of(list_id))
        levels = _levels_in(root) if root is not None else {}
        for override in self._lists[list_id].findall(W + "lvlOverride"):
            levels |= _levels_in(override)
        for depth, start in self._overrides(list_id).items():
            if depth in levels:
                levels[depth] = replace(levels[depth], start=start)
        return levels


def _levels_in(parent: Element) -> dict[int, Level]:
    found = {}
    for node in parent.findall(W + "lvl"):
        depth = number(node.get(W + "ilvl", ""), 0)
        if 0 <= depth < _LEVELS:
            found[depth] = _level(node, depth)
    return found


def _level(node: Element, depth: int) -> Level:
    style, pattern = _format_of(node)
    text = value(node, "lvlText")
    fonts = node.find(f"{W}rPr/{W}rFonts")
    font = "".join(fonts.attrib.values()) if fonts is not None else ""
    if style == "bullet" and text and (_PICTURE_FONTS.search(font) or "\ue000" <= text[0] <= "\uf8ff"):
        text = _BULLET
    return Level(
        start=number(value(node, "start"), 0 if node.find(W + "start") is None else 1),
        style=style,
        pattern=pattern,
        text=text,
        suffix=value(node, "suff") or "tab",
        restart=number(value(node, "lvlRestart"), depth),
        legal=node.find(W + "isLgl") is not None,
        owner=value(node, "pStyle"),
    )


def _format_of(node: Element) -> tuple[str, str]:
    """Name and sample of the number format; a custom one stands inside ``mc:AlternateContent``."""
    formats = [*node.iterfind(f"{MC}AlternateContent/{MC}Choice/{W}numFmt"), *node.iterfind(W + "numFmt")]
    if not formats:
        return "decimal", ""
    return formats[0].get(W + "val", "decimal"), formats[0].get(W + "format", "")


def _written(levels: dict[int, Level], depth: int, counters: list[int | None]) -> Label | None:
    level = levels[depth]

    def one(place: re.Match[str]) -> str:
        wanted = int(place[1]) - 1
        if wanted not in levels or wanted > depth:
            return ""
        count, style = counters[wanted], levels[wanted].style
        if level.legal and style not in ("none", "bullet"):
            style = "decimal"
        return write_number(levels[wanted].start if count is None else count, style, levels[wanted].pattern)

    text = level.text if level.style == "bullet" else _PLACE.sub(one, level.text)
    if not text.strip():
        return None
    gap = "" if level.suffix == "nothing" or _WIDE_END.search(text) else " "
    return Label(text, gap, level.style == "bullet")

"""Text as a browser would set it: white space collapsed, blocks on lines of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...text import is_cjk
from ..reading import TextDraft

_SPACE = re.compile(r"([ \t\r\n\f]+)")
_WIDE_MARKS = frozenset("，。、；：？！“”‘’（）《》【】〔〕—…％")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text.

    Attributes:
        start, end: in the text, without the newline.
        linked: how many of its characters are inside links.
        beside: whether it stands in navigation, a form or the like.
        container: number of the element that holds the line's block.
        path: names of the elements around it, the block last.
    """

    start: int
    end: int
    linked: int
    beside: bool
    container: int
    path: str


@dataclass
class Layout:
    """Writes text into ``draft`` line by line.

    Attributes:
        in_link, beside, preformatted: how many elements of the kind are open.
        container, path: of the block reached, as in `Line`.
        label: number of a list item, written before its first word, however many blocks that is away.
    """

    draft: TextDraft = field(default_factory=TextDraft)
    lines: list[Line] = field(default_factory=list)
    in_link: int = 0
    beside: int = 0
    preformatted: int = 0
    container: int = 0
    path: str = ""
    label: str = ""
    _line_start: int = 0
    _fresh_at: int = 0
    _space: str = ""
    _linked: int = 0
    _last: str = ""

    def text(self, text: str | None) -> None:
        """Text of the page; runs of white space become one space, or nothing between Chinese characters."""
        if not text:
            return
        if self.preformatted:
            self._preformatted(text)
            return
        for piece in _SPACE.split(text):
            if not piece:
                continue
            if piece[0] in " \t\r\n\f":
                self.space(piece)
            else:
                self._word(piece)

    def space(self, white: str = " ") -> None:
        """White space, written before the next word only."""
        self._space += white

    def end_line(self) -> None:
        """End the line if there is one."""
        self._space = ""
        if self.draft.length > self._line_start:
            extent = self._line_start, self.draft.length
            self.lines.append(Line(*extent, self._linked, self.beside > 0, self.container, self.path))
            self.draft.add("\n")
        self._line_start = self._fresh_at = self.draft.length
        self._linked = 0

    def next_cell(self) -> None:
        """Go on in the next cell of a row."""
        self.draft.add("\t")
        self.begin_cell()

    def begin_cell(self) -> None:
        """White space before the first word of a cell is dropped as it is at the beginning of a line."""
        self._space, self._fresh_at = "", self.draft.length

    def _word(self, word: str) -> None:
        if self.label:
            label, self.label = self.label, ""
            start = self.draft.length
            self.draft.add(label)
            self.draft.mark(start, "number")
            self._space, self._fresh_at = "", self.draft.length
        if self._space and self.draft.length > self._fresh_at and not self._is_source_wrap(word):
            self.draft.add(" ")
        self._space = ""
        self.draft.add(word)
        self._last = word[-1]
        self._linked += len(word) if self.in_link else 0

    def _is_source_wrap(self, word: str) -> bool:
        """A line of the page's source that ends between two Chinese characters is no space."""
        return "\n" in self._space and _is_wide(self._last) and _is_wide(word[0])

    def _preformatted(self, text: str) -> None:
        for number, line in enumerate(re.split(r"\r\n?|\n", text)):
            if number:
                self.end_line()
            if line:
                self._word(line)


def _is_wide(char: str) -> bool:
    return is_cjk(char) or char in _WIDE_MARKS

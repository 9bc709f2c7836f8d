"""Word fields: instructions that compute text (PAGE, TOC, HYPERLINK). The result is text, the instruction is not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .names import Element, W

_PAGE = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)\b", re.I)
_CONTENTS = re.compile(r"\s*TOC\b", re.I)


@dataclass
class Open:
    """A field that has begun: its instruction so far, and whether its result has begun."""

    instruction: str = ""
    in_result: bool = False


@dataclass
class Fields:
    """The fields open at the place reached; a field may span paragraphs."""

    stack: list[Open] = field(default_factory=list)

    def meet(self, char: Element) -> None:
        """Take note of a ``w:fldChar``."""
        kind = char.get(W + "fldCharType")
        if kind == "begin":
            self.stack.append(Open())
        elif kind == "separate" and self.stack:
            self.stack[-1].in_result = True
        elif kind == "end" and self.stack:
            self.stack.pop()

    def instruct(self, text: str) -> None:
        """Take note of a piece of an instruction."""
        if self.stack and not self.stack[-1].in_result:
            self.stack[-1].instruction += text

    @property
    def in_code(self) -> bool:
        """Whether the place reached is inside an instruction."""
        return any(not one.in_result for one in self.stack)

    @property
    def in_page_number(self) -> bool:
        """Whether it is inside the result of a page number."""
        return any(_PAGE.match(one.instruction) for one in self.stack)

    @property
    def in_contents(self) -> bool:
        """Whether it is inside a table of contents."""
        return any(_CONTENTS.match(one.instruction) for one in self.stack)

"""A Markdown extension that only saves time: raw HTML blocks are taken over whole instead of tag by tag.

Markdown leaves a block of raw HTML as it is. Python-Markdown still parses every tag in it to find where it ends,
which took 85 % of the time of rendering a report. Here the tags of the outermost element are counted
instead. Without this extension (plain ``mkdocs build``) the pages come out the same, only later.
"""

from __future__ import annotations

import re

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

_AFTER_NORMALIZING, _BEFORE_HTML_BLOCKS = 25, 20  # Python-Markdown's own: normalize_whitespace 30, html_block 20
_BLOCKS = "div|p|table|section|article|aside|figure|dl|ol|ul|nav|details|form|header|footer|script|h[1-6]"
_OPENING = re.compile(rf"<({_BLOCKS})[ >]")


class RawBlocks(Preprocessor):
    """Stashes each block that begins after a blank line with a block-level tag and ends before one with its end tag.

    As Markdown has it, blank lines within such an element belong to it. Elements on lines that follow each other are
    one block.
    """

    def run(self, lines: list[str]) -> list[str]:
        """The lines with each such block replaced by a placeholder."""
        kept: list[str] = []
        at = 0
        while at < len(lines):
            begins = not at or not lines[at - 1].strip()
            end = _end_of_block(lines, at) if begins else None
            if end is None:
                kept.append(lines[at])
                at += 1
            else:
                kept.append(self.md.htmlStash.store("\n".join(lines[at:end])))
                at = end
        return kept


def _end_of_block(lines: list[str], start: int) -> int | None:
    """Behind the last of the elements that begin in line ``start``; None if they do not end before a blank line."""
    end: int | None = start
    while end is not None and (end == start or (end < len(lines) and lines[end].strip())):
        opens = _OPENING.match(lines[end])
        end = _end_of(opens[1], lines, end) if opens else None
    return end


def _end_of(name: str, lines: list[str], start: int) -> int | None:
    """Behind the line that closes the element ``name`` opened in line ``start``; None if that line has more in it."""
    tag = re.compile(rf"<(/?){name}[ >]")
    open_tags = 0
    for at in range(start, len(lines)):
        open_tags += sum(1 if not closing else -1 for closing in tag.findall(lines[at]))
        if open_tags <= 0:
            return at + 1 if open_tags == 0 and lines[at].rstrip().endswith(f"</{name}>") else None
    return None


class RawBlocksExtension(Extension):
    """Registers `RawBlocks` ahead of Python-Markdown's own handling of HTML."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """Called by Python-Markdown."""
        priority = (_AFTER_NORMALIZING + _BEFORE_HTML_BLOCKS) / 2
        md.preprocessors.register(RawBlocks(md), "raw_blocks", priority)

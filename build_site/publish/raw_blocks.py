"""A Markdown extension that only saves time: raw HTML blocks are taken over whole instead of tag by tag.

Markdown leaves a block of raw HTML as it is. Python-Markdown still parses every tag in it to find where it ends,
which took 85 % of the time of rendering a report. Pages written here end each raw block at a blank line, so that the
end is known. Without this extension (plain ``mkdocs build``) the pages come out the same, only later.
"""

from __future__ import annotations

import re

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

_AFTER_NORMALIZING, _BEFORE_HTML_BLOCKS = 25, 20  # Python-Markdown's own: normalize_whitespace 30, html_block 20
_BLOCKS = "div|p|table|section|article|aside|figure|dl|ol|ul|nav|details|form|header|footer|script"
_OPENING = re.compile(rf"<(?:{_BLOCKS})[ >]")


class RawBlocks(Preprocessor):
    """Stashes runs of lines that begin with a block-level tag and end, at a blank line, with its closing tag."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with each such run replaced by a placeholder."""
        kept: list[str] = []
        block: list[str] = []
        for line in [*lines, ""]:
            if line.strip():
                block.append(line)
            else:
                kept += [*self._taken_over(block), line]
                block = []
        return kept[:-1] if lines and lines[-1].strip() else kept

    def _taken_over(self, block: list[str]) -> list[str]:
        opening = _OPENING.match(block[0]) if block else None
        if not opening:
            return block
        name = opening[0][1:-1]
        html = "\n".join(block)
        whole = block[-1].rstrip().endswith(f"</{name}>") and html.count(f"<{name}") == html.count(f"</{name}>")
        return [self.md.htmlStash.store(html)] if whole else block


class RawBlocksExtension(Extension):
    """Registers `RawBlocks` ahead of Python-Markdown's own handling of HTML."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """Called by Python-Markdown."""
        priority = (_AFTER_NORMALIZING + _BEFORE_HTML_BLOCKS) / 2
        md.preprocessors.register(RawBlocks(md), "raw_blocks", priority)

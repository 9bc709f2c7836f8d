"""The report as the figure rules read it: folded text, sentences, quotation marks, sections."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from ..model.document import CleanText, Metadata, Outline, Paragraph, Section
from ..rules import Rules
from ..text import Span
from ..variants import normal_form, simplified
from .tables import Cell, Tables

_SENTENCE_END = re.compile(r"[。！？!?\n\t][。！？!?\n\t]*[”’」』）)]*")
_TWO_YEARS = re.compile(r"(20\d\d)-(20\d\d)年?$")
#: Kinds of reports that, on two years and without any part on plans, look back on both.
_REVIEWS = ("总结", "评价报告")
_QUOTES = re.compile(
    r"“[^“”\n]{0,60}”|‘[^‘’\n]{0,40}’|「[^「」\n]{0,40}」|『[^『』\n]{0,40}』|《[^《》\n]{0,80}》|\"[^\"\n]{0,40}\""
)


@dataclass(frozen=True)
class Reading:
    """One report under analysis; positions count in the cleaned text, of which ``text`` is the folded form."""

    clean: CleanText
    outline: Outline
    metadata: Metadata
    rules: Rules

    @cached_property
    def text(self) -> str:
        """The cleaned text for matching: half-width but for brackets, simplified, without notes' marks."""
        return _with_wide_brackets(normal_form(self.clean.unnoted))

    @cached_property
    def plain(self) -> str:
        """The cleaned text simplified, brackets full-width: what names are made of before they are written back."""
        return _with_wide_brackets(simplified(self.clean.text))

    @cached_property
    def years(self) -> tuple[str, str] | None:
        """The year looked back on and that of the plan, in a report on both; None in any other."""
        both = _TWO_YEARS.match(self.metadata.year)
        plans = self.metadata.kind not in _REVIEWS or any(section.plan for section in self.outline.sections)
        return (both[1], both[2]) if both and plans else None

    @cached_property
    def pronouns_are_masks(self) -> bool:
        """Whether this report hides digits behind 某: 某某次, 某.某%, several times over."""
        signs = re.escape(self.rules.quantities.mask.pronouns)
        clear = f"[{signs}]{{2,}}[次个名人件所项年]|[{signs}]+[%万亿余]"
        return bool(signs) and len(re.findall(clear, self.text)) > 2

    @cached_property
    def _ends(self) -> list[int]:
        return [match.end() for match in _SENTENCE_END.finditer(self.text)]

    def sentence(self, at: int) -> Span:
        """The sentence around ``at``, its closing mark included."""
        index = bisect_right(self._ends, at)
        start = self._ends[index - 1] if index else 0
        end = self._ends[index] if index < len(self._ends) else len(self.text)
        return Span(start, start + len(self.text[start:end].rstrip("\n\t")))

    @cached_property
    def _quotes(self) -> list[tuple[int, int]]:
        """Where quotation marks or title marks open and where they have closed."""
        return [match.span() for match in _QUOTES.finditer(self.text)]

    def quote_around(self, span: Span) -> Span | None:
        """The quotation that holds ``span``, marks included, if any."""
        index = bisect_right(self._quotes, (span.start, len(self.text))) - 1
        return Span(*self._quotes[index]) if index >= 0 and span.end <= self._quotes[index][1] else None

    @cached_property
    def markers(self) -> frozenset[int]:
        """Where the characters of the sections' markers stand."""
        begun = ((section.heading.start, len(section.marker)) for section in self.outline.sections)
        return frozenset(at for start, length in begun for at in range(start, start + length))

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.span.start for section in self.outline.sections]

    def section(self, at: int) -> Section | None:
        """The innermost section around ``at``."""
        index = bisect_right(self._section_starts, at) - 1
        while index >= 0:
            section = self.outline.sections[index]
            if section.span.start <= at < section.span.end:
                return section
            index -= 1
        return None

    def sections(self, at: int) -> list[Section]:
        """All sections around ``at``, outermost first."""
        around = self.section(at)
        return self.lineage(around) if around else []

    def lineage(self, section: Section) -> list[Section]:
        """The sections that ``section`` lies in, outermost first, and itself."""
        return self._lineages[section.path]

    @cached_property
    def _lineages(self) -> dict[tuple[int, ...], list[Section]]:
        lineages: dict[tuple[int, ...], list[Section]] = {}
        for section in self.outline.sections:
            above = [lineages.get(section.path[:length], []) for length in range(len(section.path))]
            lineages[section.path] = [*max(above, key=len, default=[]), section]
        return lineages

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.clean.paragraphs]

    def paragraph_index(self, at: int) -> int:
        """The place of the paragraph around ``at`` in the list of all; -1 in front of the first."""
        return bisect_right(self._paragraph_starts, at) - 1

    def paragraph(self, at: int) -> Paragraph | None:
        """The paragraph or cell around ``at``."""
        index = self.paragraph_index(at)
        return self.clean.paragraphs[index] if index >= 0 else None

    @cached_property
    def tables(self) -> Tables:
        """The tables of the report."""
        return Tables(self.clean)

    def cell(self, at: int) -> Cell | None:
        """The table cell around ``at``, if any."""
        cells = self.tables.cells
        paragraph = self.paragraph(at) if cells else None
        return cells.get(paragraph.span.start) if paragraph and paragraph.kind == "cell" else None


def _with_wide_brackets(text: str) -> str:
    """``text`` with the brackets of Chinese print: the rules of this stage know no others."""
    return text.replace("(", "（").replace(")", "）")

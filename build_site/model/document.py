"""A report understood as a text: what was cut, what is masked, its outline and its facts.

Two kinds of offset appear here. ``span`` counts in the cleaned text, where the analysis works;
``source`` counts in the canonical source text, which is what the site and the exports publish.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..text import OffsetMap, Span
from .source import Source


def with_tabs(text: str, bars: Sequence[int]) -> str:
    """``text`` with a tab at each of the places ``bars``."""
    if not bars:
        return text
    chars = list(text)
    for at in bars:
        chars[at] = "\t"
    return "".join(chars)


@dataclass(frozen=True, slots=True)
class Removal:
    """A stretch of the source that is not shown as report text.

    Attributes:
        source: where it stands.
        kind: ``chrome``, ``toc``, ``split-mark``, ``bookmark``, ``field-code``, ``markup`` (tags and entities left
            of a web page), ``advertisement``, ``page-number``,
            ``header``, ``footer``, ``hidden``, ``comment``, ``deleted``, ``repeated-title``, ``invisible`` (zero-width,
            control), ``line-break`` (a hard wrap in a sentence) or ``blank`` (blank lines, indents, trailing space).
        text: the literal characters.
    """

    source: Span
    kind: str
    text: str


class Mask(NamedTuple):
    """A place where the publisher hid something.

    Attributes:
        source: where it stands in the source.
        text: as printed (``***``, ××, 某, 20xx).
        kind: ``figure``, ``date``, ``place``, ``name``, ``word`` or ``unknown``.
    """

    source: Span
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the cleaned text (one line of it), or one table cell.

    Attributes:
        span: in the cleaned text, without the newline or tab after it.
        source: the same in the source.
        kind: ``text``, ``cell``, ``footnote`` or ``textbox``.
        place: for a cell "TABLE,ROW,COLUMN,ROWSPAN,COLSPAN" counted from 0, else "".
    """

    span: Span
    source: Span
    kind: str = "text"
    place: str = ""


@dataclass(frozen=True, slots=True)
class CleanText:
    """The source without its litter.

    Attributes:
        source: what it was made from.
        text: the kept stretches of the source, joined; paragraphs are separated by one ``\\n``, the cells of
            a table row by one ``\\t`` (by a bar or blank where plain text draws the table), and no paragraph begins
            or ends with white space.
        map: the way back to the source.
        removals: everything of the source that is not in ``text``, in order, disjoint.
        masks: every mask of the source, in order (those inside removals too).
        paragraphs: of ``text``, in order.
        completeness: 完整, 节选 (the source itself says it is a part) or 疑似不完整.
        bars: where in ``text`` a bar or blank parts two cells, in order.
        notes: the references to notes (``[1]``, a raised 1), in ``text``, in order; they are printed, but say nothing.
    """

    source: Source
    text: str
    map: OffsetMap
    removals: tuple[Removal, ...]
    masks: tuple[Mask, ...]
    paragraphs: tuple[Paragraph, ...]
    completeness: str
    notes: tuple[Span, ...] = ()
    bars: tuple[int, ...] = ()

    @property
    def unnoted(self) -> str:
        """``text`` for analysis: as long, with spaces in place of the references to notes, and tabs between cells."""
        text, at, pieces = self.text, 0, []
        for start, end in self.notes:
            pieces += [text[at:start], " " * (end - start)]
            at = end
        return with_tabs("".join((*pieces, text[at:])), self.bars) if pieces or self.bars else text


@dataclass(frozen=True, slots=True)
class Section:
    """A section: a heading and what stands below it until the next heading of its level or above.

    Attributes:
        path: ordinals from the root, (1, 2, 3) for 1.2.3; () for the document title (level 0).
        level: depth in this document's body, 1 for its highest division; 0 for the title.
        marker: as printed, noise included (``（一）``, ``1 .``, ``一是``); "" if the heading has none.
        title: without marker, closing 。 and litter; ``-`` if the point has none.
        heading: the characters of marker, title and the mark that closes them, in the cleaned text.
        span: heading and body with all subsections, in the cleaned text.
        source: ``span`` in the source.
        run_in: whether the heading runs into the text of its paragraph.
        plan: whether the section states intentions (下一步打算, 工作要点) rather than what was done.
    """

    path: tuple[int, ...]
    level: int
    marker: str
    title: str
    heading: Span
    span: Span
    source: Span
    run_in: bool = False
    plan: bool = False

    @property
    def ordinal(self) -> str:
        """The path as published: ``1.2.3``; ``0`` for the title."""
        return ".".join(map(str, self.path)) or "0"

    @property
    def anchor(self) -> str:
        """The HTML id on the full-text page; from the source offset, so that it outlives better extraction."""
        return f"s{self.source.start}"


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections in order of appearance, and the stretch before the first heading (title and addressee left out)."""

    sections: tuple[Section, ...]
    lead: Span


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the report is: each value with where it came from.

    Attributes:
        title: from sidecar, text, file properties or file name, in this order.
        region: the place as published, province first (天津市河西区); 未知 if unsaid or masked.
        region_code: GB/T 2260, six digits; "" if unknown.
        year: the year(s) covered: ``2022``, ``2022-2023`` or ``2021-2022学年``; 未知 if unsaid.
        period: 全年, 上半年, 下半年, 一季度…, 学年, 秋季学期.
        kind: 总结, 要点, 总结与要点, 半年总结, 季度总结, 评价报告, 计划 or 未知.
        publisher: who issued it; "" if unsaid.
        written: date of writing as ISO 8601, as exact as the signature line is; "" if unsaid.
        origins: field name -> 文件 (sidecar), 正文, 标题, 落款, 属性 or 文件名.
    """

    title: str
    region: str = "未知"
    region_code: str = ""
    year: str = "未知"
    period: str = "全年"
    kind: str = "未知"
    publisher: str = ""
    written: str = ""
    origins: tuple[tuple[str, str], ...] = ()

"""The structured summary: the report's own sentences, chosen and never rephrased."""

from __future__ import annotations

from dataclasses import dataclass

from ..text import Span


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence of the report, perhaps with whole clauses left out.

    Attributes:
        span: the sentence, in the cleaned text.
        source: the same in the source.
        parts: the stretches shown, in the cleaned text; what lies between two of them is shown as ……. An empty
            first part means that the opening is left out, an empty last one that the end is, with its final mark:
            joined by …… they read ……A……B……
        section: path of its section.
        score: by the published method; higher is better.
        reason: why it was chosen, in Chinese, short (含数据、首次、排名…).
    """

    span: Span
    source: Span
    parts: tuple[Span, ...]
    section: tuple[int, ...]
    score: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """One sentence that gives the gist of a section."""

    section: tuple[int, ...]
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Summary:
    """What an overview page opens with.

    Attributes:
        points: 要点, 5 to 8 excerpts in text order.
        highlights: 亮点: firsts, ranks, awards, records.
        problems: 问题与不足, as the report itself calls them.
        next_steps: 下一步.
        digests: one for each section that has a sentence.
        headline: source starts of the figures shown as cards, most telling first; never masked ones.
    """

    points: tuple[Excerpt, ...] = ()
    highlights: tuple[Excerpt, ...] = ()
    problems: tuple[Excerpt, ...] = ()
    next_steps: tuple[Excerpt, ...] = ()
    digests: tuple[Digest, ...] = ()
    headline: tuple[int, ...] = ()

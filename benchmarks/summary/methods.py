"""The ways of choosing sentences that the benchmark lays side by side. Each shows whole sentences but ours."""

from __future__ import annotations

from collections.abc import Callable, Set

from build_site.model.report import Report
from build_site.rules import Rules
from build_site.summary.sentences import Sentence, read_sentences
from build_site.summary.words import content_words
from build_site.text import Span

#: What a method shows: for each sentence its place and the stretches printed.
Choice = list[tuple[Span, tuple[Span, ...]]]

_LEAST = 8
_DAMPING = 0.85


def ours(report: Report, rules: Rules, count: int) -> Choice:
    """The main points of the build."""
    return [(excerpt.span, excerpt.parts) for excerpt in report.summary.points]


def lead(report: Report, rules: Rules, count: int) -> Choice:
    """The first sentences of the report: the baseline that news summaries have to beat."""
    return _whole(_sentences(report)[:count])


def chapter_leads(report: Report, rules: Rules, count: int) -> Choice:
    """The first sentence of each top-level section, as many as there is room for."""
    firsts: dict[tuple[int, ...], Sentence] = {}
    for sentence in _sentences(report):
        firsts.setdefault(sentence.section[:1], sentence)
    return _whole(list(firsts.values())[:count])


def textrank(report: Report, rules: Rules, count: int) -> Choice:
    """Plain TextRank (Mihalcea and Tarau 2004): sentences linked by the words they share, ranked by PageRank."""
    sentences = _sentences(report)
    words = content_words(report.clean.text, sentences, rules)
    links = [[_likeness(one, other) if one is not other else 0.0 for other in words] for one in words]
    sums = [sum(row) or 1.0 for row in links]
    ranks = [1.0] * len(words)
    for _ in range(30):
        shares = [rank / total for rank, total in zip(ranks, sums, strict=True)]
        ranks = [
            1 - _DAMPING + _DAMPING * sum(share * row[number] for share, row in zip(shares, links, strict=True))
            for number in range(len(words))
        ]
    best = sorted(range(len(words)), key=lambda number: (-ranks[number], number))[:count]
    return _whole([sentences[number] for number in sorted(best)])


METHODS: dict[str, Callable[[Report, Rules, int], Choice]] = {
    "this method": ours,
    "lead sentences": lead,
    "first of each chapter": chapter_leads,
    "plain TextRank": textrank,
}


def _sentences(report: Report) -> list[Sentence]:
    found = read_sentences(report.clean, report.outline)
    return [sentence for sentence in found if sentence.span.end - sentence.span.start >= _LEAST]


def _whole(sentences: list[Sentence]) -> Choice:
    return [(sentence.span, (sentence.span,)) for sentence in sentences]


def _likeness(one: Set[str], other: Set[str]) -> float:
    shared = len(one & other)
    return shared / (len(one) + len(other)) if shared else 0.0

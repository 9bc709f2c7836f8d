"""Scores the sentences of a report by the published method: figures, firsts, results, centrality, place, slogans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

from ..model.document import CleanText, Outline
from ..model.figure import Figure
from ..model.summary import Excerpt
from ..model.theme import Themes
from ..rules import Rules
from ..rules.cues import CompiledCues, Weights
from ..text import Span
from .centrality import centrality
from .headline import is_small
from .sentences import Sentence, read_sentences
from .shorten import Shown, shorten


#: What a small count is worth beside another figure.
_SMALL = 0.3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be quoted.

    Attributes:
        sentence: as it stands.
        shown: what is shown of it.
        words: its content words, for likeness.
        themes: of its paragraph, or of its section.
        score: by the published method.
        first: whether it names a first, a rank, an award or a record.
        done: whether it has no figure that is only planned.
        excerpt: what the summary holds of it.
    """

    sentence: Sentence
    shown: Shown
    words: frozenset[str]
    themes: tuple[str, ...]
    score: float
    first: bool
    excerpt: Excerpt


def find_candidates(
    clean: CleanText, outline: Outline, figures: tuple[Figure, ...], themes: Themes, rules: Rules
) -> list[Candidate]:
    """Every sentence of the body that can be shown, scored, in text order."""
    sentences = read_sentences(clean, outline)
    words = _words(clean.text, sentences, rules)
    ranks = centrality(words)
    scorer = _Scorer(clean, figures, themes, rules)
    candidates = []
    for sentence, its_words, rank in zip(sentences, words, ranks, strict=True):
        shown = shorten(clean.text, sentence.span, rules.cues)
        if shown:
            candidates.append(scorer.candidate(sentence, shown, its_words, rank))
    return candidates


def _words(text: str, sentences: list[Sentence], rules: Rules) -> list[frozenset[str]]:
    """The content words of each sentence: two characters or more, no numbers."""
    tokens = rules.words.segmenter.cut(text)
    starts = [0, *accumulate(map(len, tokens))]
    found = []
    for sentence in sentences:
        first, last = bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end)
        found.append(frozenset(word for word in tokens[first:last] if len(word) > 1 and not word[0].isdigit()))
    return found


class _Scorer:
    """Knows where figures, masks and themes stand."""

    def __init__(self, clean: CleanText, figures: tuple[Figure, ...], themes: Themes, rules: Rules) -> None:
        self._clean = clean
        self._figures = sorted(figures, key=lambda figure: figure.span)
        self._figure_starts = [figure.span.start for figure in self._figures]
        self._masks = [clean.map.to_clean(mask.source.start) for mask in clean.masks]
        self._paragraphs = themes.paragraphs
        self._paragraph_starts = [themed.span.start for themed in themes.paragraphs]
        self._sections = {themed.section: themed for themed in themes.sections}
        self._cues: CompiledCues = rules.cues.compiled
        self._weights: Weights = rules.cues.weights

    def candidate(self, sentence: Sentence, shown: Shown, words: frozenset[str], rank: float) -> Candidate:
        """The sentence with its score and the reasons for it."""
        weights, cues, text = self._weights, self._cues, shown.text
        figures = self._figures_in(shown.parts)
        first = bool(cues.firsts.search(text))
        changed = (
            bool(cues.changes.search(text))
            and bool(figures)
            or any(figure.role in ("change", "rank") for figure in figures)
        )
        done = bool(cues.results.search(text))
        masks = self._masks_in(shown.parts)
        themes = self._themes_at(sentence)
        section = self._sections.get(sentence.section)
        score = (
            weights.figure * _halving(sum(map(_significance, figures)))
            + weights.masked * _halving(sum(figure.masked for figure in figures))
            + weights.change * changed
            + weights.first * first
            + weights.result * done
            + weights.centrality * rank
            + weights.opening * sentence.opening
            + weights.theme * bool(section and section.primary and section.primary in themes[:1])
            + weights.step * (sentence.plan and bool(cues.steps.search(text)))
            + weights.slogan * len(cues.slogans.findall(text)) / max(2, shown.clauses) / (2 if sentence.plan else 1)
            + weights.mask * masks
            + weights.cut * shown.beheaded
            + weights.list * max(0, text.count("、") - 3)
        )
        reason = _reason(figures, changed, first, done)
        excerpt = Excerpt(
            sentence.span,
            self._clean.map.to_source(sentence.span),
            shown.parts,
            sentence.section,
            round(score, 3),
            reason,
        )
        return Candidate(sentence, shown, words, themes, excerpt.score, first, excerpt)

    def _figures_in(self, parts: tuple[Span, ...]) -> list[Figure]:
        found = []
        for part in parts:
            first = bisect_left(self._figure_starts, part.start)
            last = bisect_left(self._figure_starts, part.end)
            found += self._figures[first:last]
        return found

    def _masks_in(self, parts: tuple[Span, ...]) -> int:
        return sum(bisect_left(self._masks, part.end) - bisect_left(self._masks, part.start) for part in parts)

    def _themes_at(self, sentence: Sentence) -> tuple[str, ...]:
        number = bisect_right(self._paragraph_starts, sentence.span.start) - 1
        themes = self._paragraphs[number].themes if number >= 0 else ()
        section = self._sections.get(sentence.section)
        return (section.themes if section else ()) or themes


def _halving(count: float) -> float:
    """1 for one, 1.5 for two, 1.75 for three: each further one adds half of the one before."""
    return 2.0 - float(2.0 ** (1.0 - count))


def _significance(figure: Figure) -> float:
    """1 for an open figure, less for a small count (三个), 0 for a masked one."""
    if figure.masked:
        return 0.0
    return _SMALL if is_small(figure) else 1.0


def _reason(figures: list[Figure], changed: bool, first: bool, done: bool) -> str:
    reasons = ["含数据"] if any(not figure.masked for figure in figures) else ["含数据（已遮盖）"] if figures else []
    reasons += ["含变化或排名"] if changed else []
    reasons += ["首创或获奖"] if first else []
    reasons += ["有成果"] if done and not figures and not first else []
    return "、".join(reasons) or "最能代表本节"

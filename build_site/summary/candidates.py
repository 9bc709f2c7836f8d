"""Scores the sentences of a report by the published method: figures, firsts, results, centrality, place, slogans."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Set
from dataclasses import dataclass
from itertools import chain

from ..model.document import CleanText, Outline
from ..model.figure import Figure
from ..model.theme import Themes
from ..rules import Rules
from ..rules.cues import CompiledCues, Weights
from ..text import Span
from .centrality import centrality
from .headline import is_small
from .passages import Passages
from .sentences import Sentence, read_sentences
from .shorten import Shown, shorten
from .words import content_words, title_words

_CLAUSE = re.compile(r"[^，；,;]+")
_CHANGES = frozenset(("change", "rank"))
_COUNTED = re.compile(r"[\d*×xX□○_]")
#: What a small count and a count of activities are worth beside another figure.
_SMALL = 0.3
_EFFORT = 0.4


@dataclass(slots=True, eq=False)
class Candidate:
    """A sentence that may be quoted.

    Attributes:
        sentence: as it stands.
        shown: what is shown of it.
        words: its content words, for likeness.
        themes: of its paragraph, or of its section.
        score: by the published method.
        figures: in what is shown.
        changed: whether they change or rank; ``first``: whether it names a first, a rank, an award or a record;
            ``done``: a result.
        plan: whether it speaks of what is next; ``step``: and says what is to be done; ``problem``: of a shortfall.
    """

    sentence: Sentence
    shown: Shown
    words: Set[str]
    themes: tuple[str, ...]
    score: float
    figures: list[Figure]
    changed: bool
    first: bool
    done: bool
    plan: bool
    step: bool
    problem: bool

    @property
    def telling(self) -> bool:
        """Whether it shows a figure, a change, a result or a first."""
        return bool(self.figures) or self.changed or self.first or self.done or self.step


def find_candidates(
    clean: CleanText, outline: Outline, figures: tuple[Figure, ...], themes: Themes, rules: Rules
) -> list[Candidate]:
    """Every sentence of the body that can be shown, scored, in text order."""
    sentences = read_sentences(clean, outline)
    words = content_words(clean.text, sentences, rules)
    counts = Counter(chain.from_iterable(words))
    ranks = centrality(words, counts)
    titles = title_words(outline, counts, len(sentences), rules)
    scorer = _Scorer(clean, figures, themes, rules)
    passages = Passages(clean, outline, sentences, figures, rules.cues)
    problems = _inside(sentences, passages.problems)
    plans = _inside(sentences, passages.plans)
    candidates = []
    for number, sentence in enumerate(sentences):
        shown = shorten(clean.text, sentence.span, rules.cues)
        if shown:
            problem = number in problems
            plan = not problem and (sentence.plan or number in plans)
            named = titles.get(sentence.section, frozenset())
            bonus = rules.cues.weights.title * (not named.isdisjoint(words[number]))
            bonus += rules.cues.weights.centrality * ranks[number]
            candidates.append(scorer.candidate(sentence, shown, words[number], bonus, plan, problem))
    return candidates


def _inside(sentences: list[Sentence], passages: list[Span]) -> set[int]:
    """Numbers of the sentences in any of the passages."""
    starts = [sentence.span.start for sentence in sentences]
    return {
        number
        for passage in passages
        for number in range(bisect_left(starts, passage.start), bisect_left(starts, passage.end))
    }


class _Scorer:
    """Knows where figures, masks and themes stand."""

    def __init__(self, clean: CleanText, figures: tuple[Figure, ...], themes: Themes, rules: Rules) -> None:
        self._figures = sorted(figures, key=lambda figure: figure.span)
        self._figure_starts = [figure.span.start for figure in self._figures]
        self._masks = [clean.map.to_clean(mask.source.start) for mask in clean.masks]
        self._paragraphs = themes.paragraphs
        self._paragraph_starts = [themed.span.start for themed in themes.paragraphs]
        self._sections = {themed.section: themed for themed in themes.sections}
        self._cues: CompiledCues = rules.cues.compiled
        self._effort = rules.cues.effort
        self._weights: Weights = rules.cues.weights

    def candidate(
        self, sentence: Sentence, shown: Shown, words: Set[str], bonus: float, plan: bool, problem: bool
    ) -> Candidate:
        """The sentence with its score and the reasons for it; ``bonus`` is what its words add."""
        weights, cues, text = self._weights, self._cues, shown.text
        figures = self._figures_in(shown.parts)
        first = not plan and cues.firsts.search(text) is not None
        changed = bool(figures) and self._tells_change(figures, text)
        done = not plan and cues.results.search(text) is not None
        step = plan and cues.steps.search(text) is not None
        section = self._sections.get(sentence.section)
        themes = section.themes if section and section.themes else self._themes_at(sentence.span.start)
        score = (
            (self._figured(figures) if figures else 0.0)
            + weights.change * changed
            + weights.first * first
            + weights.result * done
            + bonus
            + weights.opening * sentence.opening
            + weights.theme * bool(section and section.primary and section.primary in themes[:1])
            + weights.step * step
            + weights.slogan * _hollow(text, cues) / (2 if plan else 1)
            + weights.mask * (self._masks_in(shown.parts) if self._masks else 0)
            + weights.cut * shown.beheaded
            + weights.list * max(0, text.count("、") - 3)
        )
        score = round(score, 3)
        return Candidate(sentence, shown, words, themes, score, figures, changed, first, done, plan, step, problem)

    def _figures_in(self, parts: tuple[Span, ...]) -> list[Figure]:
        found = []
        for start, end in parts:
            first = bisect_left(self._figure_starts, start)
            found += self._figures[first : bisect_left(self._figure_starts, end, first)]
        return found

    def _tells_change(self, figures: list[Figure], text: str) -> bool:
        return not _CHANGES.isdisjoint([figure.role for figure in figures]) or bool(self._cues.changes.search(text))

    def _figured(self, figures: list[Figure]) -> float:
        """What the figures add: each one less than the one before; more if readers look for one of them first."""
        worth = [(_significance(one, self._effort), one.masked) for one in figures]
        open_ = sum([value for value, masked in worth if not masked])
        hidden = sum([value for value, masked in worth if masked])
        core = any(map(self._cues.core.search, [one.indicator for one in figures]))
        return (
            self._weights.figure * _halving(open_) + self._weights.masked * _halving(hidden) + self._weights.core * core
        )

    def _masks_in(self, parts: tuple[Span, ...]) -> int:
        return sum([bisect_left(self._masks, end) - bisect_left(self._masks, start) for start, end in parts])

    def _themes_at(self, start: int) -> tuple[str, ...]:
        """The themes of the paragraph around ``start``."""
        number = bisect_right(self._paragraph_starts, start) - 1
        return self._paragraphs[number].themes if number >= 0 else ()


def _significance(figure: Figure, effort: frozenset[str]) -> float:
    """1 for most figures, less for small counts and counts of activities."""
    if is_small(figure):
        return _SMALL
    return _EFFORT if figure.unit in effort else 1.0


def _hollow(text: str, cues: CompiledCues) -> float:
    """The share of clauses that hold a slogan and neither a number nor a mask."""
    slogan, counted = cues.slogans.search, _COUNTED.search
    if not slogan(text):
        return 0.0
    clauses = _CLAUSE.findall(text)
    return len([True for clause in clauses if slogan(clause) and not counted(clause)]) / len(clauses)


def _halving(count: float) -> float:
    """1 for one, 1.5 for two, 1.75 for three: each further one adds half of the one before."""
    return 2.0 - float(2.0 ** (1.0 - count))

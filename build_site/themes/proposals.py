"""Proposes words for the dictionary: strings frequent in the reports that it does not know and cuts apart.

A string of two to four words is proposed if it is cohesive (its words come together far more often than chance
would have it: normalised pointwise mutual information) and free (different words stand before and after it: branching
entropy), after the usual method of new-word discovery. A person decides; nothing is added by itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log2

import jieba

from ..rules import Rules
from ..variants import normal_form

_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
#: Words that hold no term together: particles, pronouns, measure words, places.
_FREE_WORDS = frozenset(
    "的了和与及或在是为对把被将等以从到由向就都也还并而且所其各该每我你他们这那个名位人次年月日中上下内外前后达获市县区"
)
_LEAST_COUNT = 3
_LEAST_TEXTS = 2
_LEAST_COHESION = 0.6
_LEAST_FREEDOM = 1.0
_MOST_WORDS = 4
_LONGEST = 10
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Proposal:
    """A string that might be a word of the field.

    Attributes:
        term: as it stands in the reports.
        count: how often; ``texts``: in how many reports.
        cohesion: normalised pointwise mutual information, at most 1, of the likeliest way to cut it in two.
        freedom: entropy in bits of the words beside it, of the poorer side.
        words: as the dictionary cuts it now.
    """

    term: str
    count: int
    texts: int
    cohesion: float
    freedom: float
    words: tuple[str, ...]


def propose_terms(texts: Iterable[str], rules: Rules) -> list[Proposal]:
    """Proposals over all ``texts``, the most promising first; deterministic."""
    counts = _Counts()
    segmenter = _segmenter(rules)
    for text in texts:
        counts.add_text(normal_form(text), segmenter)
    proposals = [found for words in counts.strings if (found := counts.judge(words, segmenter))]
    whole = _without_parts(proposals)
    return sorted(whole, key=lambda one: (-one.count * one.cohesion, one.term))


@lru_cache(maxsize=2)
def _segmenter(rules: Rules) -> jieba.Tokenizer:
    """Plain jieba with the words of the rules: it can tell what its dictionary knows."""
    segmenter = jieba.Tokenizer()
    jieba.setLogLevel("ERROR")
    segmenter.initialize()
    for word in rules.words.entries:
        segmenter.add_word(word.text, tag=word.tag)
    return segmenter


class _Counts:
    """Frequencies of words, of strings of words, and of what stands beside them."""

    def __init__(self) -> None:
        self.words: Counter[str] = Counter()
        self.strings: Counter[tuple[str, ...]] = Counter()
        self._texts: Counter[tuple[str, ...]] = Counter()
        self._before: dict[tuple[str, ...], Counter[str]] = {}
        self._after: dict[tuple[str, ...], Counter[str]] = {}

    def add_text(self, text: str, segmenter: jieba.Tokenizer) -> None:
        """Count one report."""
        seen: set[tuple[str, ...]] = set()
        for run in _CHINESE.findall(text):
            words = segmenter.lcut(run, HMM=False)
            self.words.update(words)
            for start, string in _strings(words):
                seen.add(string)
                self.strings[string] += 1
                end = start + len(string)
                self._before.setdefault(string, Counter())[words[start - 1] if start else ""] += 1
                self._after.setdefault(string, Counter())[words[end] if end < len(words) else ""] += 1
        self._texts.update(seen)

    def judge(self, words: tuple[str, ...], segmenter: jieba.Tokenizer) -> Proposal | None:
        """The string as a proposal, or None if it is rare, loose, bound or known."""
        count, term = self.strings[words], "".join(words)
        if count < _LEAST_COUNT or self._texts[words] < _LEAST_TEXTS or segmenter.FREQ.get(term, 0):
            return None
        cohesion = self._cohesion(words, count)
        freedom = min(_entropy(self._before[words]), _entropy(self._after[words]))
        if cohesion < _LEAST_COHESION or freedom < _LEAST_FREEDOM:
            return None
        return Proposal(term, count, self._texts[words], round(cohesion, 2), round(freedom, 2), words)

    def _cohesion(self, words: tuple[str, ...], count: int) -> float:
        """Of the cuts in two, the one that chance explains best."""
        total = self.words.total() + 1
        cuts = ((words[:cut], words[cut:]) for cut in range(1, len(words)))
        lowest = min(log2(count * total / (self._frequency(left) * self._frequency(right))) for left, right in cuts)
        return lowest / log2(total / count)

    def _frequency(self, words: tuple[str, ...]) -> int:
        return self.words[words[0]] if len(words) == 1 else self.strings[words]


def _strings(words: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every run of two to four words that may be a term, with the place of its first word."""
    for start in range(len(words)):
        for end in range(start + 2, min(start + _MOST_WORDS, len(words)) + 1):
            string = tuple(words[start:end])
            if _FREE_WORDS.isdisjoint(string) and sum(map(len, string)) <= _LONGEST:
                yield start, string


def _entropy(beside: Counter[str]) -> float:
    """The branching entropy in bits; an edge of a clause counts as a different neighbour each time."""
    total = beside.total()
    edges = beside.get("", 0)
    chances = [count / total for word, count in beside.items() if word] + [1 / total] * edges
    return -sum(chance * log2(chance) for chance in chances)


def _without_parts(proposals: list[Proposal]) -> list[Proposal]:
    """Leaves out what mostly stands inside a longer proposal."""
    inside: dict[str, int] = {}
    for one in proposals:
        length = len(one.term)
        for start in range(length):
            for end in range(start + 2, length + 1):
                if end - start < length:
                    part = one.term[start:end]
                    inside[part] = max(inside.get(part, 0), one.count)
    return [one for one in proposals if inside.get(one.term, 0) < _MOSTLY * one.count]

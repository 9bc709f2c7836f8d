"""Words and parts of speech of a short stretch of text: a jieba-compatible segmenter with the field's terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

import rjieba

from ..rules import Rules

Token = tuple[str, str]
Tokens = tuple[Token, ...]
Tagger = Callable[[str], Tokens]

#: Heads of nouns that name a measure; the word in front belongs to them.
_HEADS = frozenset(("率", "数", "量", "额", "度", "比", "人数", "人次", "面积", "金额", "总额"))
_HEAD_ENDS = re.compile("[率数量额度比次积]")
#: Part of speech that the words of a list get.
_KINDS = {
    "light_verbs": "v",
    "kept_verbs": "v",
    "predicates": "v",
    "predicate_fillers": "d",
    "leads": "d",
    "tails": "d",
    "dependent": "n",
}
#: Longer words of a list are phrases, which the segmenter is to cut.
_LONGEST = {role: 2 if role == "dependent" else 8 for role in _KINDS}
#: Frequency given to the field's terms, high enough to win over a cut into parts.
_FREQUENCY = 20000


def listed_words(rules: Rules) -> Iterator[tuple[str, int, str]]:
    """The entries a segmenter gets on top of its own dictionary: word, frequency, part of speech."""
    for entry in rules.words.entries:
        yield entry.text, _FREQUENCY, entry.tag
    names = rules.indicators.names
    for role, kind in _KINDS.items():
        for word in getattr(names, role):
            if 1 < len(word) <= _LONGEST[role]:
                yield word, _FREQUENCY, kind


@lru_cache(maxsize=4)
def tagger(rules: Rules) -> Tagger:
    """A function that cuts a text into (word, part of speech)."""
    segmenter = rjieba.Jieba()
    for word, frequency, kind in listed_words(rules):
        segmenter.add_word(word, frequency, kind)
    # The segmenter keeps its own part of speech for a word it knew before: 巩固率 as a person's name.
    own = {entry.text: entry.tag for entry in rules.words.entries}
    mistaken = {word: kind for word, kind in own.items() if segmenter.tag(word, False) != [(word, kind)]}

    @lru_cache(maxsize=50000)
    def tag(text: str) -> Tokens:
        tokens: list[Token] = [(word, mistaken.get(word, kind)) for word, kind in segmenter.tag(text, False)]
        return _compounded(tokens) if _HEAD_ENDS.search(text) else tuple(tokens)

    return tag


def _compounded(tokens: list[Token]) -> Tokens:
    """``tokens`` with 创建 + 率 and 参与 + 人数 as one noun each."""
    merged: list[Token] = []
    for word, kind in tokens:
        if word in _HEADS and merged and merged[-1][1][0] in "vna" and len(merged[-1][0]) > 1:
            merged[-1] = (merged[-1][0] + word, "n")
        else:
            merged.append((word, kind))
    return tuple(merged)


def joined(tokens: Tokens) -> str:
    """The text of ``tokens``."""
    return "".join([word for word, _ in tokens])

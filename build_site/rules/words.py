"""The field's terms that a general dictionary does not know, for cutting text into words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

import rjieba


class Word(NamedTuple):
    """A dictionary entry: the word and its part of speech in jieba's notation (n, v, vn, a, j …)."""

    text: str
    tag: str


@dataclass(frozen=True, eq=False)
class WordRules:
    """Shape of ``words.yml``.

    Attributes:
        words: part of speech -> words.
    """

    words: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def entries(self) -> tuple[Word, ...]:
        """All entries, in the order of the file; a word stands once."""
        tags: dict[str, str] = {}
        for tag, words in self.words.items():
            for word in words:
                tags.setdefault(word, tag)
        return tuple(Word(word, tag) for word, tag in tags.items())

    @cached_property
    def segmenter(self) -> rjieba.Jieba:
        """jieba's dictionary with these entries added; treat it as read-only."""
        segmenter = rjieba.Jieba()
        for word in self.entries:
            segmenter.add_word(word.text, None, word.tag)
        return segmenter


@lru_cache(maxsize=2)
def cut_words(text: str, rules: WordRules) -> tuple[list[str], list[int]]:
    """The words of ``text`` (which they make up wholly), and where each begins and the last ends; not to be changed.

    Two stages want them for the same text in a row, hence the cache.
    """
    words: list[str] = rules.segmenter.cut(text)
    return words, [0, *accumulate(map(len, words))]

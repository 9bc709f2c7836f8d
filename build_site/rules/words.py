"""The field's terms that a general dictionary does not know, for cutting text into words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from ..text import OffsetMap, closed_stretches
from ..variants import normal_form

if TYPE_CHECKING:
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
        import rjieba  # loads a dictionary, which only the analysis of reports needs

        segmenter = rjieba.Jieba()
        for word in self.entries:
            segmenter.add_word(word.text, None, word.tag)
        return segmenter


class Cut(NamedTuple):
    """A text cut into words.

    Attributes:
        text: simplified, with half-width signs and without blanks between Chinese characters; what the words make up.
        words: in order; not to be changed.
        edges: where each word begins in ``text`` and the last one ends; not to be changed.
        map: the way from ``text`` to the text that was cut; None where the same offset means the same place.
    """

    text: str
    words: list[str]
    edges: list[int]
    map: OffsetMap | None

    def places(self) -> list[int]:
        """The edges in the text that was cut."""
        return self.map.points(self.edges) if self.map else self.edges


@lru_cache(maxsize=2)
def cut_words(text: str, rules: WordRules) -> Cut:
    """``text`` cut into words. Two stages want them for the same text in a row, hence the cache."""
    plain = normal_form(text)
    kept = closed_stretches(plain)
    closed = OffsetMap(kept) if len(kept) > 1 else None
    if closed:
        plain = "".join(span.of(plain) for span in kept)
    words: list[str] = rules.segmenter.cut(plain)
    return Cut(plain, words, [0, *accumulate(map(len, words))], closed)

"""Other ways to cut words under the naming rules: jieba itself, and none at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from build_site.figures import intention
from build_site.figures.indicator import naming
from build_site.figures.words import Tagger, Tokens, listed_words
from build_site.rules import Rules


@contextmanager
def segmented_by(make: object) -> Iterator[None]:
    """The figures stage with ``make(rules)`` as its tagger."""
    with mock.patch.object(naming, "tagger", make), mock.patch.object(intention, "tagger", make):
        yield


def jieba_tagger(rules: Rules) -> Tagger:
    """jieba with the same dictionary entries."""
    import jieba
    import jieba.posseg

    jieba.setLogLevel(60)
    segmenter = jieba.Tokenizer()
    for word, frequency, kind in listed_words(rules):
        segmenter.add_word(word, frequency, kind)
    tagger = jieba.posseg.POSTokenizer(segmenter)

    def tag(text: str) -> Tokens:
        return tuple((pair.word, pair.flag) for pair in tagger.cut(text, HMM=False))

    return tag


def no_tagger(rules: Rules) -> Tagger:
    """Longest listed word first, single characters otherwise."""
    kinds = {word: kind for word, _, kind in listed_words(rules)}
    longest = max(map(len, kinds))

    def tag(text: str) -> Tokens:
        tokens, at = [], 0
        while at < len(text):
            size = next((size for size in range(longest, 1, -1) if text[at : at + size] in kinds), 1)
            tokens.append((text[at : at + size], kinds.get(text[at : at + size], "n")))
            at += size
        return tuple(tokens)

    return tag

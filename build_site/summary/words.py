"""The content words of sentences and titles."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Set
from itertools import takewhile

from ..model.document import Outline
from ..rules import Rules
from ..rules.words import cut_words
from .sentences import Sentence

#: A word in more than this share of the sentences says nothing of any one section.
_COMMON = 0.12
_BREAK = "\n"


def content_words(text: str, sentences: list[Sentence], rules: Rules) -> list[Set[str]]:
    """The content words of each sentence, in text order: two characters or more, no numbers."""
    cut = cut_words(text, rules.words)
    tokens, starts = cut.words, cut.places()
    found: list[Set[str]] = []
    last = 0
    for sentence in sentences:
        first = bisect_left(starts, sentence.span.start, last)
        last = bisect_left(starts, sentence.span.end, first)
        # In the order of characters the colon follows the nine.
        found.append({word: None for word in tokens[first:last] if len(word) > 1 and not "0" <= word < ":"}.keys())
    return found


def title_words(
    outline: Outline, counts: Counter[str], sentences: int, rules: Rules
) -> dict[tuple[int, ...], frozenset[str]]:
    """For each section the telling words of its title, or of the one above if its own has none.

    ``counts`` says how many of the ``sentences`` have a word.
    """
    most = max(2.0, _COMMON * sentences)
    titles = iter(cut_words(_BREAK.join(section.title for section in outline.sections), rules.words).words)
    found: dict[tuple[int, ...], frozenset[str]] = {}
    for section in outline.sections:
        words = [word for word in takewhile(_BREAK.__ne__, titles) if len(word) > 1 and counts[word] <= most]
        found[section.path] = frozenset(words) or found.get(section.path[:-1], frozenset())
    return found

"""How central each sentence is: TextRank over sentences and the words they share.

The graph links sentences with their words, not with one another, so that the work grows with the length of
the text and not with its square: a sentence passes its rank to its words in equal parts, a word to its
sentences. Words that stand in only one sentence link nothing and are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from operator import truediv

#: TextRank's damping factor (Mihalcea and Tarau 2004).
_DAMPING = 0.85
#: Ranks move by less than a hundredth after this many rounds.
_ROUNDS = 5


def centrality(sentences: Sequence[Set[str]], counts: Counter[str]) -> list[float]:
    """For each sentence, given as its words in text order, its rank from 0 to 1 (the most central one).

    ``counts`` says how many sentences have a word.
    """
    shared = {word: number for number, word in enumerate([word for word, count in counts.items() if count > 1])}
    links = [[shared[word] for word in words if word in shared] for words in sentences]
    degree = [counts[word] for word in shared]
    ranks = [1.0] * len(sentences)
    for _ in range(_ROUNDS):
        passed = [0.0] * len(shared)
        for rank, numbers in zip(ranks, links, strict=True):
            part = rank / len(numbers) if numbers else 0.0
            for number in numbers:
                passed[number] += part
        handed = list(map(truediv, passed, degree)).__getitem__
        ranks = [1 - _DAMPING + _DAMPING * sum(map(handed, numbers)) for numbers in links]
    highest = max(ranks, default=1.0)
    return [rank / highest for rank in ranks]

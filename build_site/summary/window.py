"""Finds, in a sentence too long to show, the run of clauses that fits and says most."""

from __future__ import annotations

from ..rules.cues import CueRules
from ..text import Span

#: What it is worth to hold the sentence's first clause (the subject, mostly) or its last.
_BEGINNING = 1.5
_END = 0.5
#: What it costs to begin after a comma: the clause may lean on the one before it.
_AFTER_COMMA = -1.0


def best_window(text: str, clauses: list[Span], cues: CueRules) -> tuple[int, int]:
    """First and last-but-one index of the best run of ``clauses`` (those left of a sentence); (0, 0) if none fits.

    A run never begins with a word that needs what stood before, nor ends before a clause that completes it.
    """
    patterns, limits = cues.compiled, cues.limits
    words = [clause.of(text) for clause in clauses]
    values = [_value(clause, cues) for clause in words]
    ends = [not patterns.continued.match(after) for after in words[1:]] + [True]
    best, chosen = 0.0, (0, 0)
    for first, clause in enumerate(clauses):
        if patterns.dangling.match(words[first]):
            continue
        length, value = 0, _BEGINNING if not first else 0.0 if text[clause.start - 1] in "；;" else _AFTER_COMMA
        for last in range(first, len(clauses)):
            length += len(words[last]) + 1
            if length > limits.longest:
                break
            value += values[last]
            total = value + (_END if last == len(clauses) - 1 else 0.0)
            if ends[last] and length >= limits.shortest and total > best + 1e-9:
                best, chosen = total, (first, last + 1)
    return chosen


def _value(clause: str, cues: CueRules) -> float:
    """What a clause adds: figures, firsts and results, little for anything else."""
    patterns = cues.compiled
    value = 0.1 + 0.3 * min(3, sum(map(str.isdigit, clause)))
    value += 1.0 if patterns.firsts.search(clause) else 0.0
    return value + (0.6 if patterns.results.search(clause) else 0.0)

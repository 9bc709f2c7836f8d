"""Finds, in a sentence too long to show, the clauses that fit and say most: one run, perhaps after the first clause."""

from __future__ import annotations

from ..rules.cues import CueRules
from ..text import Span

#: What it is worth to show the sentence's first clause (the subject, mostly) or its last.
_BEGINNING = 1.5
_END = 0.5
#: What it costs to begin after a comma: the clause may lean on the one before it; less if the first is shown.
_AFTER_COMMA = -1.0
_GAP = -0.4
_SLOGAN = -0.2
#: A first clause longer than this leaves too little room for others.
_LONGEST_OPENING = 36


def best_clauses(text: str, clauses: list[Span], cues: CueRules) -> list[int]:
    """Indexes of the best choice from ``clauses`` (those left of a sentence); [] if none fits.

    A run never begins with a word that needs what stood before, nor ends before a clause that completes it.
    """
    words = [clause.of(text) for clause in clauses]
    values = [_value(clause, cues) for clause in words]
    after_semicolon = [not number or text[clause.start - 1] in "；;" for number, clause in enumerate(clauses)]
    best, chosen = _best_run(words, values, after_semicolon, cues, cues.limits.longest, _AFTER_COMMA)
    opening = len(words[0]) + 1
    patterns = cues.compiled
    whole = len(words) > 1 and not patterns.continued.match(words[1]) and not patterns.continued.match(words[0])
    if whole and opening <= _LONGEST_OPENING and not patterns.dangling.match(words[0]):
        room = cues.limits.longest - opening - 1
        rest, later = _best_run(words, values, after_semicolon, cues, room, _GAP, start=2)
        if later and rest + _BEGINNING > best:
            return [0, *later]
    return chosen


def _best_run(
    words: list[str],
    values: list[float],
    after_semicolon: list[bool],
    cues: CueRules,
    room: int,
    after_comma: float,
    start: int = 0,
) -> tuple[float, list[int]]:
    """The value and the indexes of the best run of clauses from ``start`` on that fits into ``room`` characters."""
    patterns = cues.compiled
    ends = [not patterns.continued.match(after) for after in words[1:]] + [True]
    best, chosen = 0.0, range(0)
    for first in range(start, len(words)):
        if patterns.dangling.match(words[first]):
            continue
        length, value = 0, _BEGINNING if not first else 0.0 if after_semicolon[first] else after_comma
        for last in range(first, len(words)):
            length += len(words[last]) + 1
            if length > room:
                break
            value += values[last]
            total = value + (_END if last == len(words) - 1 else 0.0)
            if ends[last] and length >= cues.limits.shortest and total > best + 1e-9:
                best, chosen = total, range(first, last + 1)
    return best, list(chosen)


def _value(clause: str, cues: CueRules) -> float:
    """What a clause adds: much for figures, firsts, results; little for the rest; a mere slogan takes away."""
    patterns = cues.compiled
    value = 0.3 * min(3, sum(map(str.isdigit, clause)))
    value += 1.0 if patterns.firsts.search(clause) else 0.0
    value += 0.6 if patterns.results.search(clause) else 0.0
    return value or (_SLOGAN if patterns.slogans.search(clause) else 0.1)

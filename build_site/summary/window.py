"""Finds, in a sentence too long to show, the clauses that fit and say most: one run, perhaps after the first clause."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..rules.cues import CueRules

#: What it is worth to show the sentence's first clause (the subject, mostly) or its last.
_BEGINNING = 1.5
_END = 0.5
#: What it costs to begin after a comma: the clause may lean on the one before it; less if the first is shown.
_AFTER_COMMA = -1.0
_GAP = -0.4
_SLOGAN = -0.2
#: A first clause longer than this leaves too little room for others.
_LONGEST_OPENING = 36
_DIGIT = re.compile(r"\d")


class _Clause(NamedTuple):
    """A clause: its length with the mark after it, its worth, and what its words and the mark before it allow."""

    length: int
    value: float
    may_begin: bool
    may_end: bool
    after_semicolon: bool


def best_clauses(text: str, clauses: list[str], starts: list[int], cues: CueRules) -> list[int]:
    """Indexes of the best choice from ``clauses`` (those left of a sentence, each with its start); [] if none fits.

    A run never begins with a word that needs what stood before, nor ends before a clause that completes it.
    """
    completes = [bool(cues.compiled.continued.match(clause)) for clause in clauses]
    told = [
        _Clause(
            len(clause) + 1,
            _value(clause, cues),
            not cues.compiled.dangling.match(clause),
            number + 1 == len(clauses) or not completes[number + 1],
            not number or text[starts[number] - 1] in "；;",
        )
        for number, clause in enumerate(clauses)
    ]
    longest, shortest = cues.limits.longest, cues.limits.shortest
    best, chosen = _best_run(told, 0, shortest, longest, _AFTER_COMMA)
    opening = told[0]
    whole = len(clauses) > 1 and not completes[0] and not completes[1]
    if whole and opening.length <= _LONGEST_OPENING and opening.may_begin:
        rest, later = _best_run(told, 2, shortest, longest - opening.length - 1, _GAP)
        if later and rest + _BEGINNING > best:
            return [0, *later]
    return list(chosen)


def _best_run(
    clauses: list[_Clause], start: int, shortest: int, longest: int, after_comma: float
) -> tuple[float, range]:
    """The value and the indexes of the best run from ``start`` on, of ``shortest`` to ``longest`` characters."""
    best, chosen = 0.0, range(0)
    for first in range(start, len(clauses)):
        if not clauses[first].may_begin:
            continue
        length, total = 0, _BEGINNING if not first else 0.0 if clauses[first].after_semicolon else after_comma
        for last in range(first, len(clauses)):
            clause = clauses[last]
            length += clause.length
            if length > longest:
                break
            total += clause.value
            value = total + _END if last + 1 == len(clauses) else total
            if clause.may_end and length >= shortest and value > best + 1e-9:
                best, chosen = value, range(first, last + 1)
    return best, chosen


def _value(clause: str, cues: CueRules) -> float:
    """What a clause adds: much for figures, firsts, results; little for the rest; a mere slogan takes away."""
    patterns = cues.compiled
    value = 0.3 * min(3, len(_DIGIT.findall(clause)))
    value += 1.0 if patterns.firsts.search(clause) else 0.0
    value += 0.6 if patterns.results.search(clause) else 0.0
    return value or (_SLOGAN if patterns.slogans.search(clause) else 0.1)

"""Compiles the terms of all themes into one automaton, and the field's words into one segmenter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from ..rules import Rules
from ..rules.words import WordRules


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """What a term says for one theme: the theme by its place in the rules, the term's text, its weight there.

    Each stands once in a lexicon and is compared by identity.
    """

    theme: int
    text: str
    weight: int


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its text, and what it says for each theme; nothing if it only hides shorter terms."""

    text: str
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True)
class Lexicon:
    """What `find_hits` needs: the automaton finds indexes of ``terms``; none counts in ``asides``."""

    terms: tuple[Term, ...]
    automaton: AhoCorasick
    asides: re.Pattern[str]
    words: WordRules


@lru_cache(maxsize=4)
def lexicon_of(rules: Rules) -> Lexicon:
    """The lexicon of a set of rules, compiled once."""
    weights: dict[str, dict[int, int]] = {}
    for number, theme in enumerate(rules.themes.themes):
        for weight, texts in theme.terms.items():
            for text in texts:
                weights.setdefault(text, {}).setdefault(number, weight)
        for text in theme.ignore:
            weights.setdefault(text, {})
    for text in rules.themes.ignore:
        weights.setdefault(text, {})
    terms = tuple(
        Term(text, tuple(Meaning(number, text, weight) for number, weight in found.items()))
        for text, found in weights.items()
    )
    automaton = AhoCorasick(
        [term.text for term in terms], matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
    )
    asides = re.compile("|".join(rules.themes.asides) or r"(?!)")
    return Lexicon(terms, automaton, asides, rules.words)

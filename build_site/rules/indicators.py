"""Words by which the name of a figure, its role, status and period are found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from .expressions import any_of, start_of


@dataclass(frozen=True)
class NameWords:
    """What belongs to the name of a figure and what does not.

    Attributes:
        light_verbs: verbs left out of a name (开展 in 开展12次排查).
        kept_verbs: verbs that say how the quantity came about (新增, 发放).
        predicates: words that end a noun phrase and begin what it did.
        predicate_fillers: words dropped from the front of a predicate.
        coverbs: prepositions that put the object in front of the verb (对65个单位进行考核).
        leads, tails: words cut off the front and the end of a name.
        generic: nouns that name nothing by themselves (学校).
        dependent: names that need something from before (占比, 一等奖).
        whole_rates: rates that need nothing from before (入园率).
        sums: amounts of money of whatever stands in front of the verb (产业|实现|产值).
        levels: levels of government, shared heads of lists follow them (5个国家级、6个省级基地).
        owners, stages, places: who runs schools, which age they are for, whether in town or country: like levels they
            stand in front of a noun.
        medals: elliptical unit -> name.
        events: endings of contests and activities.
        heading_verbs: with these a heading says what to do (强化安全管理), not what it is about.
        bodies: organisations that act but are not measured.
        manners, trends: adverbs and verbs that say how a measure moves (录取率|持续|提高).
    """

    light_verbs: tuple[str, ...] = ()
    kept_verbs: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    predicate_fillers: tuple[str, ...] = ()
    coverbs: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    dependent: tuple[str, ...] = ()
    whole_rates: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    medals: dict[str, str] = field(default_factory=dict)
    events: tuple[str, ...] = ()
    heading_verbs: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    manners: tuple[str, ...] = ()
    trends: tuple[str, ...] = ()

    @cached_property
    def verbs(self) -> tuple[str, ...]:
        """The verbs that take a count as their object."""
        return (*self.light_verbs, *self.kept_verbs)

    def kept_verb(self, name: str) -> str:
        """The longest of the kept verbs that ``name`` begins with; "" if there is none."""
        verbs = self.sets["kept_verbs"]
        return next((name[:size] for size in self._kept_sizes if name[:size] in verbs), "")

    @cached_property
    def _kept_sizes(self) -> list[int]:
        return sorted(set(map(len, self.kept_verbs)), reverse=True)

    @cached_property
    def long_verbs(self) -> tuple[str, ...]:
        """Those of two characters and more."""
        return tuple(verb for verb in self.verbs if len(verb) > 1)

    @cached_property
    def attributes(self) -> tuple[frozenset[str], ...]:
        """What stands in front of a noun to say which ones are counted: levels, owners, places, stages."""
        levels = frozenset(level for level in self.levels if level.endswith("级"))
        return levels, frozenset(self.owners), frozenset(self.places), frozenset(self.stages)

    @cached_property
    def attribute_words(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(sorted(frozenset().union(*self.attributes)))

    @cached_property
    def lists(self) -> dict[str, frozenset[str]]:
        """For each word the names of the lists it is in."""
        found: dict[str, set[str]] = {}
        for name, words in self.sets.items():
            for word in words:
                found.setdefault(word, set()).add(name)
        return {word: frozenset(names) for word, names in found.items()}

    @cached_property
    def moves(self) -> frozenset[str]:
        """Adverb and verb in one word, as segmenters leave it: 明显改善."""
        return frozenset(manner + trend for manner in self.manners for trend in self.trends)

    @cached_property
    def sets(self) -> dict[str, frozenset[str]]:
        """Every list of words by its name, for look-up."""
        return {name: frozenset(words) for name, words in vars(self).items() if isinstance(words, tuple)}


#: 达到95%以上 is worded like a target, 600分以上41人 is none.
_BOUND = "(?<![分岁级])以上"


@dataclass(frozen=True)
class StatusWords:
    """What tells intentions from facts.

    Attributes:
        aim: regular expressions of words that make what follows in the paragraph an intention; a
            paragraph begins with a line end.
        plan_sentence, plan_clause: regular expressions of words that make what follows in the sentence or in the
            clause an intention.
        later: regular expressions of times that are still to come in a report on the first half of a year.
        will: the word that does so only in front of a verb.
        fact: regular expressions of words that state a fact, inside a plan too.
        review: words in headings of parts that look back.
        weights: words of paragraphs that no heading explains; positive ones speak for a plan.
        bias: added to their sum.
    """

    plan_sentence: tuple[str, ...] = ()
    aim: tuple[str, ...] = ()
    plan_clause: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    will: str = "将"
    fact: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    weights: dict[str, int] = field(default_factory=dict)
    bias: float = 0.0

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """The lists of expressions and the words of ``weights``, each compiled into one, by field name.

        ``plan`` matches where any word of intention stands.
        """
        lists = {name: value for name, value in vars(self).items() if isinstance(value, tuple)}
        words = sorted(map(re.escape, self.weights), key=len, reverse=True)
        return {
            **{name: any_of(value) for name, value in lists.items()},
            "plan": start_of((*self.plan_sentence, *self.plan_clause, *self.later, self.will)),
            "weights": re.compile("|".join(word.replace("以上", _BOUND) for word in words) or "(?!)"),
        }


@dataclass(frozen=True)
class IndicatorRules:
    """Shape of ``indicators.yml``."""

    names: NameWords = NameWords()
    status: StatusWords = StatusWords()

"""Words that make a sentence worth quoting, or not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from .expressions import any_of, start_of

#: What is matched at the start of a sentence or a clause; all else is searched for in it.
_MATCHED = frozenset(
    ("formula_openings", "lead_ins", "closings", "connectives", "dangling", "plan_openings", "continued", "leading_up")
)


@dataclass(frozen=True)
class Weights:
    """What each quality of a sentence adds to its score; the method page explains them.

    Attributes:
        figure: the first open figure; each further one adds half of the one before;
            counts below ten and of activities count little.
        masked: the same for figures whose digits are hidden.
        core: a figure that readers look for first.
        change: a change, a rank or a comparison with figures.
        first: a first, a rank, an award, a record.
        result: a word for something achieved.
        centrality: for the sentence most like the rest of the text; others get their share.
        title: a telling word of the section's title.
        opening: the first sentence below its heading.
        theme: a sentence on the theme of its section.
        step: a plan that says what is to be done.
        slogan: the share of clauses with a slogan and no number (negative; half in plans, which must name their aims).
        mask: each mask in the sentence (negative).
        cut: a sentence that had to lose its opening clause (negative).
        list: each item of an enumeration beyond the third (negative).
    """

    figure: float = 1.0
    masked: float = 0.5
    core: float = 0.5
    change: float = 0.6
    first: float = 0.9
    result: float = 0.5
    centrality: float = 1.0
    title: float = 0.4
    opening: float = 0.3
    theme: float = 0.3
    step: float = 0.6
    slogan: float = -1.2
    mask: float = -0.12
    cut: float = -0.8
    list: float = -0.1


@dataclass(frozen=True)
class Limits:
    """Lengths in characters and numbers of sentences.

    Attributes:
        shortest, longest: what is shown of a sentence.
        comfortable: a sentence longer than this loses closing clauses that only say what something is good for.
        points_least, points_most: 要点.
        highlights, problems, next_steps, headline: the most of each.
        alike: share of common words from which two sentences say the same.
    """

    shortest: int = 15
    comfortable: int = 60
    longest: int = 90
    points_least: int = 5
    points_most: int = 8
    highlights: int = 6
    problems: int = 6
    next_steps: int = 10
    headline: int = 8
    alike: float = 0.5


@dataclass(frozen=True)
class CueRules:
    """Shape of ``cues.yml``. Patterns are regular expressions.

    Attributes:
        formulas: searched in a clause; a clause that matches is never shown.
        formula_openings: matched at the start of a clause; the same.
        lead_ins: matched at the start of a clause; such clauses are left out at the start of a sentence.
        closings: the same at its end.
        connectives: openings such as 同时 that are left out with their comma.
        dangling: words that no shown sentence may begin with.
        results, firsts, slogans, changes: searched in what is shown of a sentence.
        problem_titles: searched in the title of a section that names problems.
        problem_openings: searched in a sentence; what follows it in its passage are problems.
        problems: searched in sentences elsewhere; ``not_problems`` takes such a match back.
        plan_openings: matched at the start of a sentence; what follows it in its passage are plans.
        plans: searched in sentences elsewhere.
        steps: searched in plans: what is to be done, built, issued.
        continued: matched at the start of a clause that completes the one before; no quotation ends before it.
        leading_up: matched at the start of a clause that only leads up to the next; it is left out with that one.
        unreadable: indicators that say nothing alone, as whole patterns.
        core: searched in indicators: what readers of education reports look for first.
        effort: units that count activities, not what came of them.
    """

    formulas: tuple[str, ...] = ()
    formula_openings: tuple[str, ...] = ()
    lead_ins: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    connectives: tuple[str, ...] = ()
    dangling: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    firsts: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()
    problem_titles: tuple[str, ...] = ()
    problem_openings: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    not_problems: tuple[str, ...] = ()
    plan_openings: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    continued: tuple[str, ...] = ()
    leading_up: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    core: tuple[str, ...] = ()
    effort: frozenset[str] = frozenset()
    weights: Weights = field(default_factory=Weights)
    limits: Limits = field(default_factory=Limits)

    @cached_property
    def compiled(self) -> CompiledCues:
        """All patterns, one regular expression a kind."""
        return CompiledCues(
            **{
                name: any_of(getattr(self, name)) if name in _MATCHED else start_of(getattr(self, name))
                for name in CompiledCues.__annotations__
            }
        )


@dataclass(frozen=True)
class CompiledCues:
    """The patterns of `CueRules`, compiled."""

    formulas: re.Pattern[str]
    formula_openings: re.Pattern[str]
    lead_ins: re.Pattern[str]
    closings: re.Pattern[str]
    connectives: re.Pattern[str]
    dangling: re.Pattern[str]
    results: re.Pattern[str]
    firsts: re.Pattern[str]
    changes: re.Pattern[str]
    slogans: re.Pattern[str]
    problem_titles: re.Pattern[str]
    problem_openings: re.Pattern[str]
    problems: re.Pattern[str]
    not_problems: re.Pattern[str]
    plan_openings: re.Pattern[str]
    plans: re.Pattern[str]
    steps: re.Pattern[str]
    continued: re.Pattern[str]
    leading_up: re.Pattern[str]
    unreadable: re.Pattern[str]
    core: re.Pattern[str]

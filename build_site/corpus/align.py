"""Aligned indicators: the statements of all reports, brought together by the normal form of what they measure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from ..model.corpus import AlignedIndicator, ReportCard, Statement, Verdict
from ..rules.synonyms import SynonymRules
from .naming import Namer, home_of
from .period import length_of, year_of
from .pinyin import pinyin_of, unique_slug
from .verdict import VAGUE, Placed, Terms, judge

#: Not read when sorting by pinyin.
_MARKS = "“”‘’《》〈〉「」（）()、，。：；*×□○ "
#: A theme claims an indicator if at least this share of its statements stands under it.
_THEME_SHARE = 1 / 3


def align(cards: Iterable[ReportCard], rules: SynonymRules) -> tuple[AlignedIndicator, ...]:
    """All indicators of ``cards``, by pinyin.

    Statements are grouped by the normal form of the indicator alone, so that an indicator keeps its id whatever
    else is in the corpus.
    """
    namer, placer = Namer(rules), Placer(rules)
    groups: dict[str, list[Placed]] = defaultdict(list)
    for card in sorted(cards, key=lambda card: (card.region_code or "~", card.year, card.id)):
        home = home_of(card)
        for statement in card.statements:
            form, scope = namer.name(statement.indicator, home)
            groups[form].append(placer.place(statement, card, scope, home.level))
    aligned = [align_one(form, placed, namer.is_vague(form)) for form, placed in groups.items()]
    return tuple(sorted(aligned, key=lambda indicator: (indicator.sort_key, indicator.id)))


class Placer:
    """Says on which terms statements compare, by one set of rules, remembering what it has said."""

    def __init__(self, rules: SynonymRules) -> None:
        #: Unit as written -> the name by which it is compared, for units that have several.
        self._units = {unit: group[0] for group in rules.units for unit in group}
        self._said: dict[tuple[object, ...], tuple[Terms, str]] = {}

    def place(self, statement: Statement, card: ReportCard, scope: str, level: int) -> Placed:
        """``statement`` of the report ``card`` with the terms it compares on."""
        unit, role, status, period = statement.unit, statement.role, statement.status, statement.period
        key = (unit, role, status, period, scope, level, card.period, card.year)
        said = self._said.get(key)
        if said is None:
            length = length_of(period, card.period, card.year)
            terms = Terms(self._units.get(unit, unit), role, status, scope, level, length)
            said = self._said[key] = terms, year_of(period, card.year)
        return Placed(statement, *said)


def align_one(form: str, placed: list[Placed], vague: bool) -> AlignedIndicator:
    """The indicator of the normal form ``form`` from all its statements; a ``vague`` name makes none comparable."""
    statements = tuple([item.statement for item in placed])
    comparable, verdicts = judge(placed)
    if vague and len(placed) > 1:
        comparable, verdicts = (), (Verdict(False, VAGUE),) * len(placed)
    if len(statements) == 1:
        name, unit = statements[0].indicator, statements[0].unit
        wordings: tuple[str, ...] = (name,)
    else:
        counts = Counter([statement.indicator for statement in statements])
        name = min(counts, key=lambda wording: (-counts[wording], len(wording), wording))
        wordings = tuple(sorted(counts, key=lambda wording: (pinyin_of(wording), wording)))
        unit = _commonest([statement.unit for statement in statements])
    return AlignedIndicator(
        id=unique_slug(form),
        name=name,
        wordings=wordings,
        sort_key=pinyin_of(name.lstrip(_MARKS) or name),
        unit=unit,
        themes=_themes(statements),
        statements=statements,
        years=tuple([item.year for item in placed]),
        reports=tuple(dict.fromkeys([said.report for said in statements])),
        comparable=comparable,
        verdicts=verdicts,
    )


def _commonest(words: Iterable[str]) -> str:
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], word))


def _themes(statements: tuple[Statement, ...]) -> tuple[str, ...]:
    if len(statements) == 1:
        return statements[0].themes[:1]
    counts = Counter([statement.themes[0] for statement in statements if statement.themes])
    enough = [theme for theme, count in counts.items() if count >= len(statements) * _THEME_SHARE]
    return tuple(sorted(enough, key=lambda theme: (-counts[theme], theme)))

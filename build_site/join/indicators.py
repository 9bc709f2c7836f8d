"""Indicators over all shards: named by one set of rules, laid side by side one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from ..corpus.align import Placer, align_one
from ..corpus.naming import Namer, home_of
from ..model.corpus import AlignedIndicator, ReportCard, Statement
from ..rules.synonyms import SynonymRules
from .tables import Row, Tables

#: Indicators with a page; those that most shards and then most reports state come first.
PAGES = 1500
_COLUMNS = (
    "form, key, figure, indicator, value, value_max, unit, text, qualifier, role, status, period, compare, masked,"
    " themes, section, sentence"
)


@dataclass(frozen=True, slots=True)
class Shared:
    """What was found: how many indicators two or more reports state, and how many all reports name."""

    shared: int
    all: int


class Aligner:
    """Brings the statements of all shards together; works through ``tables`` in the order of its methods."""

    def __init__(self, tables: Tables, cards: dict[str, ReportCard], rules: SynonymRules) -> None:
        self._tables = tables
        self._cards = cards
        self._namer = Namer(rules)
        self._placer = Placer(rules)
        self._homes = {key: home_of(card) for key, card in cards.items()}

    def name(self) -> None:
        """Find the normal form of every figure's indicator."""
        namer, homes = self._namer, self._homes
        self._tables.name_figures(lambda key, indicator: namer.name(indicator, homes[key]).form)

    def choose(self, pages: int = PAGES) -> Shared:
        """Choose the indicators that get a page: not vague, of two or more reports, the most widespread."""
        found = self._tables.ask(
            "SELECT form, count(DISTINCT key) AS reports, count(DISTINCT shard) AS shards FROM named GROUP BY form"
            " ORDER BY shards DESC, reports DESC, form"
        )
        total, shared = 0, []
        for form, reports, _ in found:
            total += 1
            if reports > 1 and not self._namer.is_vague(form):
                shared.append(form)
        self._tables.choose(shared[:pages])
        return Shared(len(shared), total)

    def aligned(self) -> Iterator[AlignedIndicator]:
        """The chosen indicators, one at a time; ``report`` of their statements is a key."""
        rows = self._tables.ask(
            f"SELECT {_COLUMNS} FROM named SEMI JOIN chosen USING (form) JOIN reports USING (key)"  # noqa: S608
            " ORDER BY form, coalesce(nullif(region_code, ''), '~'), year, named.report, named.shard,"
            " named.start::BIGINT"
        )
        for form, group in groupby(rows, key=lambda row: str(row[0])):
            placed = []
            for row in group:
                said = _statement(row)
                home = self._homes[said.report]
                scope = self._namer.name(said.indicator, home).scope
                placed.append(self._placer.place(said, self._cards[said.report], scope, home.level))
            yield align_one(form, placed, self._namer.is_vague(form))


def _statement(row: Row) -> Statement:
    _, key, figure, indicator, value, value_max, unit, text, qualifier, role, status, *more = row
    period, compare, masked, themes, section, sentence = more
    return Statement(
        report=key,
        figure=figure,
        indicator=indicator,
        value=Decimal(value) if value else None,
        value_max=Decimal(value_max) if value_max else None,
        unit=unit,
        text=text,
        qualifier=qualifier,
        role=role,
        status=status,
        period=period,
        compare=compare,
        masked=masked == "true",
        themes=tuple(filter(None, themes.split(";"))),
        section=section,
        sentence=sentence,
    )

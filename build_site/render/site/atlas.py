"""The corpus as pages look it up: cards by id, which indicators have a page, the sizes that split lists."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ...corpus.verdict import VAGUE
from ...model.corpus import AlignedIndicator, Corpus, Place, ReportCard

#: Rows of a table page. A row of a statement is about 900 bytes of HTML, and no page may pass 300 KB.
ROWS = 240
#: Up to this many reports a list of all of them stands on one page.
FEW = 200
#: Indicators with a page of their own; each costs ten milliseconds. Those that most reports state come first.
INDICATOR_PAGES = 1500


@dataclass(frozen=True)
class Atlas:
    """The corpus with its look-ups."""

    corpus: Corpus

    @cached_property
    def cards(self) -> dict[str, ReportCard]:
        """Report id -> card."""
        return {card.id: card for card in self.corpus.reports}

    @cached_property
    def small(self) -> bool:
        """Whether everything about a theme or a list of reports fits one page."""
        return len(self.corpus.reports) <= FEW

    @cached_property
    def indicators(self) -> dict[str, AlignedIndicator]:
        """Indicator id -> indicator."""
        return {indicator.id: indicator for indicator in self.corpus.indicators}

    @cached_property
    def paged_indicators(self) -> tuple[AlignedIndicator, ...]:
        """The indicators that have a page: not vague, and of two or more reports; the commonest if too many."""
        shared = [
            indicator
            for indicator in self.corpus.indicators
            if len(indicator.reports) >= 2 and indicator.verdicts[0].reason != VAGUE
        ]
        if len(shared) > INDICATOR_PAGES:
            best = sorted(shared, key=lambda indicator: (-len(indicator.reports), indicator.id))[:INDICATOR_PAGES]
            chosen = {indicator.id for indicator in best}
            return tuple(indicator for indicator in shared if indicator.id in chosen)
        return tuple(shared)

    @cached_property
    def with_page(self) -> frozenset[str]:
        """Ids of the indicators that have a page."""
        return frozenset(indicator.id for indicator in self.paged_indicators)

    @cached_property
    def paged_places(self) -> dict[str, Place]:
        """Place id -> place, for places with a page: provinces, cities, and others with two or more reports."""
        found: dict[str, Place] = {}

        def visit(places: tuple[Place, ...], depth: int) -> None:
            for place in places:
                if depth == 0 or place.children or len(place.reports) > 1:
                    found[place.id] = place
                visit(place.children, depth + 1)

        visit(self.corpus.places, 0)
        return found

    @cached_property
    def place_of(self) -> dict[str, tuple[Place, ...]]:
        """Report id -> the places it lies in, the widest first."""
        found: dict[str, tuple[Place, ...]] = {}

        def visit(places: tuple[Place, ...], above: tuple[Place, ...]) -> None:
            for place in places:
                found.update(dict.fromkeys(place.reports, (*above, place)))
                visit(place.children, (*above, place))

        visit(self.corpus.places, ())
        return found

    @cached_property
    def home_ids(self) -> dict[str, str]:
        """Report id -> id of the narrowest place it lies in."""
        return {report: places[-1].id for report, places in self.place_of.items()}

    @cached_property
    def last_gists(self) -> dict[str, dict[str, str]]:
        """Report id -> gist -> the last section it is the gist of."""
        return {card.id: {passage.gist: passage.section for passage in card.passages} for card in self.corpus.reports}

    def province(self, report: str) -> Place:
        """The widest of the places ``report`` lies in."""
        return self.place_of[report][0]

    @cached_property
    def province_codes(self) -> dict[str, str]:
        """Report id -> region code of the widest place it lies in."""
        return {report: places[0].code for report, places in self.place_of.items()}

    @cached_property
    def short_places(self) -> dict[str, str]:
        """Report id -> its place in the two narrowest steps (苏州市吴中区); its title where the place is unknown."""
        return {
            card.id: card.title
            if card.region == "未知"
            else "".join(place.name for place in self.place_of[card.id][-2:])
            for card in self.corpus.reports
        }

    def labels(self, cards: Iterable[ReportCard]) -> dict[str, str]:
        """Report id -> the narrowest name that tells its place from those of the other ``cards``: 吴中区."""
        cards = list(cards)
        sharing: dict[str, set[str]] = defaultdict(set)
        for card in cards:
            place = self.place_of[card.id][-1]
            sharing[place.name].add(place.id)
        names = {card.id: self.place_of[card.id][-1].name for card in cards}
        return {
            card.id: names[card.id]
            if card.region != "未知" and len(sharing[names[card.id]]) == 1
            else self.short_places[card.id]
            for card in cards
        }

    @cached_property
    def marks(self) -> dict[str, str]:
        """Report id -> what changes with whatever an indicator's page shows of the report."""
        shown = {card.id: f"{card.key} {self.short_places[card.id]}" for card in self.corpus.reports}
        return {id: hashlib.sha256(text.encode(errors="replace")).hexdigest()[:32] for id, text in shown.items()}


def reports_below(place: Place) -> tuple[str, ...]:
    """Ids of the reports of ``place`` and of all places below it."""
    below = [report for child in place.children for report in reports_below(child)]
    return (*place.reports, *below)


def by_province(atlas: Atlas, reports: list[str]) -> dict[str, list[str]]:
    """Report ids by the name of their province, in the order of the tree of places."""
    order = {place.name: number for number, place in enumerate(atlas.corpus.places)}
    groups: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        groups[atlas.place_of[report][0].name].append(report)
    return dict(sorted(groups.items(), key=lambda pair: order[pair[0]]))

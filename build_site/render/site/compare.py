"""The comparison page: a frame that the browser fills from the published data of the reports chosen."""

from __future__ import annotations

from ...corpus.verdict import VAGUE
from ...model.page import Page
from .atlas import Atlas
from .pages import make_page

#: Wordings the page carries so that the browser can tell one indicator in two wordings; about 60 bytes each.
WORDINGS = 2500


def compare_page(atlas: Atlas) -> Page:
    """``compare/index.md``."""
    return make_page(
        "compare/index.md",
        "compare",
        "报告对比",
        "任选两到四份报告，按主题并排看段落与数据，并说明哪些数可比。",
        scripts=["corpus-compare"],
        toc=False,
        atlas=atlas,
        wordings=_wordings(atlas),
        vague=_vague(atlas),
        themes={theme.name: theme.id for theme in atlas.corpus.themes},
        suggested=_suggested(atlas),
    )


def _wordings(atlas: Atlas) -> dict[str, str]:
    """Wording -> name of the indicator, where an indicator that several reports state has several wordings."""
    found: dict[str, str] = {}
    for indicator in atlas.paged_indicators:
        if len(indicator.wordings) > 1 and len(found) + len(indicator.wordings) <= WORDINGS:
            found.update((wording, indicator.name) for wording in indicator.wordings)
    return found


def _vague(atlas: Atlas) -> list[str]:
    """Wordings that several statements share and that are too general to compare."""
    vague = [one for one in atlas.corpus.indicators if one.verdicts and one.verdicts[0].reason == VAGUE]
    return [wording for indicator in vague for wording in indicator.wordings][:WORDINGS]


def _suggested(atlas: Atlas) -> list[tuple[str, str]]:
    """A first pair to look at: the two reports with most indicators in common, among the newest."""
    cards = atlas.corpus.reports[:40]
    said = {card.id: {statement.indicator for statement in card.statements if not statement.masked} for card in cards}
    pairs = [(len(said[a.id] & said[b.id]), -i, -j) for i, a in enumerate(cards) for j, b in enumerate(cards[:i])]
    if not pairs:
        return []
    _, first, second = max(pairs)
    return [(cards[-second].id, cards[-second].title), (cards[-first].id, cards[-first].title)]

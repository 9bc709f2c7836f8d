"""The list of reports: a table that sorts and filters; with many reports the newest, and the way to the others."""

from __future__ import annotations

from collections import Counter

from ...model.page import Page
from .atlas import FEW, Atlas, reports_below
from .pages import make_page
from .years import year_path


def reports_page(atlas: Atlas) -> Page:
    """``reports/index.md``."""
    corpus = atlas.corpus
    return make_page(
        "reports/index.md",
        "reports",
        "全部报告",
        f"{len(corpus.reports)} 份教育工作报告：地区、年度、类型、篇幅、关键数据、公开率与完整性。",
        scripts=["corpus"],
        toc=False,
        atlas=atlas,
        cards=corpus.reports[:FEW],
        years=[(year, len(reports), year_path(year)) for year, reports in corpus.years],
        choices=_choices(atlas) if not atlas.small else {},
        provinces=[(place, len(reports_below(place))) for place in corpus.places],
    )


def _choices(atlas: Atlas) -> dict[str, list[tuple[str, int]]]:
    """What the filters offer, with how many reports each choice leaves."""
    cards = atlas.corpus.reports
    return {
        "year": [(year, len(reports)) for year, reports in atlas.corpus.years],
        "kind": Counter(card.kind for card in cards).most_common(),
        "completeness": Counter(card.completeness for card in cards).most_common(),
    }

"""The home page: what this is, search, counts, newest reports, the theme grid, how to add a report."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.corpus import ReportCard, Statement
from ...model.page import Page
from .atlas import Atlas
from .pages import make_page

NEWEST = 6


#: A sentence that shows at a glance what a key figure is.
EXAMPLE_LENGTH = range(16, 70)


def _example(cards: Sequence[ReportCard]) -> tuple[ReportCard, Statement, str, str] | None:
    """A share with its change or an exact count, from the newest reports: card, figure, and the sentence around it."""
    fitting = [
        (card, said) for card in cards[:NEWEST] if card.region != "未知" for said in card.statements if _telling(said)
    ]
    if not fitting:
        return None
    card, said = max(fitting, key=lambda pair: (pair[1].unit == "%", len(pair[1].indicator) > 4, pair[0].year))
    before, _, after = said.sentence.partition(said.text)
    return card, said, before, after


def _telling(said: Statement) -> bool:
    exact = not said.masked and not said.qualifier and said.role == "level" and said.status == "done"
    return exact and len(said.sentence) in EXAMPLE_LENGTH and said.sentence.count(said.text) == 1


def home_page(atlas: Atlas) -> Page:
    """``index.md``; its size does not grow with the corpus."""
    corpus = atlas.corpus
    counts = {
        "报告": len(corpus.reports),
        "章节": sum(card.sections for card in corpus.reports),
        "关键数据": sum(card.figures for card in corpus.reports),
        "主题": len(corpus.themes),
    }
    return make_page(
        "index.md",
        "home",
        "首页",
        "各地教育工作总结与工作要点的结构化摘要：章节、主题与关键数据，每一个数都能点回原文那一句。",
        toc=False,
        data={"@context": "https://schema.org", "@type": "WebSite", "inLanguage": "zh-CN", "name": "教育工作报告摘要"},
        atlas=atlas,
        example=_example(corpus.reports),
        counts=counts,
        newest=corpus.reports[:NEWEST],
        themes=[(theme, len(theme.reports)) for theme in corpus.themes],
    )

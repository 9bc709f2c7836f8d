"""The home page: what this is, search, counts, newest reports, the theme grid, how to add a report."""

from __future__ import annotations

from ...model.page import Page
from .atlas import Atlas
from .pages import make_page

NEWEST = 6


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
        counts=counts,
        newest=corpus.reports[:NEWEST],
        themes=[(theme, len({report for report, _ in theme.passages})) for theme in corpus.themes],
    )

"""What kind of report it is: a review, a plan, both, of half a year, of a quarter, an evaluation."""

from __future__ import annotations

import re

from ..model.document import Outline
from ..rules.metadata import MetadataRules

_THIS_REVIEW = re.compile(r"(?:现将|现就)[^。]{0,40}(?:总结|汇报|报告)如下")
#: 《政府工作报告》重点任务分解表 is no report.
_CITED = re.compile("《[^》]*报告》(?=[\u4e00-\u9fff]{4})")
#: From this share of plan sections on, a 工作报告 is as much a plan as a review.
_BOTH = 0.25
_WHOLLY = 0.9
_QUARTERS = ("一季度", "二季度", "三季度", "四季度", "前三季度")


def find_kind(title: str, period: str, outline: Outline, text: str, rules: MetadataRules) -> str:
    """The kind, by the title's words, else by how much of the text is plan; 未知 if neither says."""
    title = _CITED.sub("", title)
    reviews = any(word in title for word in rules.review_words)
    plans = any(word in _without(title, rules.review_words) for word in rules.plan_words)
    if any(word in title for word in rules.evaluation_words):
        return "评价报告"
    if reviews and plans:
        return "总结与要点"
    if plans:
        return "要点" if any(word in title for word in rules.agenda_words) else "计划"
    share = _plan_share(outline, len(text))
    if not reviews:
        if share >= _WHOLLY:
            return "计划"
        if not outline.sections and not _THIS_REVIEW.search(text[:600]) and not share:
            return "未知"
    elif "工作报告" in title and share >= _BOTH:
        return "总结与要点"
    if period in ("上半年", "下半年"):
        return "半年总结"
    return "季度总结" if period in _QUARTERS else "总结"


def _without(title: str, words: tuple[str, ...]) -> str:
    for word in sorted(words, key=len, reverse=True):
        title = title.replace(word, " ")
    return title


def _plan_share(outline: Outline, size: int) -> float:
    """How much of the text stands in sections that are plans, each stretch counted once."""
    covered, end = 0, 0
    for section in outline.sections:
        if section.plan and section.level and section.span.end > end:
            covered += section.span.end - max(end, section.span.start)
            end = section.span.end
    return covered / size if size else 0.0

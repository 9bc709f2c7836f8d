"""The facts of the document, as pairs of name and value."""

from __future__ import annotations

from typing import NamedTuple

from ...model.report import Report
from .words import UNKNOWN, percent, period_words

FORMATS = {"txt": "文本文件", "md": "Markdown", "docx": "Word 文档", "pdf": "PDF", "html": "网页"}


class Fact(NamedTuple):
    """One line of the facts; ``note`` says where the value comes from, ``link`` leads to the original."""

    name: str
    value: str
    note: str = ""
    link: str = ""


def facts(report: Report) -> list[Fact]:
    """What a reader asks first: where, when, what, whose, how long, how complete, how open; the unsaid comes last."""
    told, source = report.metadata, report.source
    origins = dict(told.origins)

    def origin(field: str, value: str) -> str:
        return f"据{origins[field]}" if field in origins and value not in ("", UNKNOWN) else ""

    years = period_words(told.year)
    masked = report.masked_figures
    disclosure = f"{percent(report.disclosure)}（{len(report.figures)}条数字公开{len(report.figures) - masked}条）"
    found = [
        Fact("地区", told.region, origin("region", told.region)),
        Fact("年度", years if told.period == "全年" else f"{years}（{told.period}）", origin("year", told.year)),
        Fact("类型", told.kind, origin("kind", told.kind)),
        Fact("发布单位", told.publisher, origin("publisher", told.publisher)),
        Fact("成文日期", told.written, origin("written", told.written)),
        Fact("篇幅", f"正文{len(report.clean.text):,}字，{len(report.sections)}个章节"),
        Fact("公开率", disclosure if report.figures else "没有数字"),
        Fact("完整性", report.clean.completeness),
        Fact("来源文件", source.file, FORMATS.get(source.format, source.format)),
    ]
    if source.sidecar.url:
        found.append(Fact("原文网址", source.sidecar.url, link=_web_link(source.sidecar.url)))
    if source.sidecar.licence:
        found.append(Fact("许可", source.sidecar.licence))
    unsaid = [fact.name for fact in found if fact.value in ("", UNKNOWN)]
    known = [fact for fact in found if fact.name not in unsaid]
    return [*known, Fact("未写明", "、".join(unsaid))] if unsaid else known


def _web_link(url: str) -> str:
    """``url`` if it may stand in a link: only web addresses, so that no script can hide in one."""
    return url if url.lower().startswith(("https://", "http://")) else ""

"""A report and its pages as HTML trees, for the tests of both pages."""

from __future__ import annotations

from typing import Any

import markdown
from lxml import html

from build_site.model.report import Report
from build_site.render import report_pages

from .report_builder import make_report

EXTENSIONS = ["attr_list", "tables", "toc"]


def rendered(report: Report) -> tuple[Any, Any]:
    """Overview and full text as HTML trees, the way MkDocs makes them."""
    trees = []
    for page in report_pages(report):
        body = page.markdown.split("\n---\n", 1)[1]
        made = markdown.markdown(body, extensions=EXTENSIONS, extension_configs={"toc": {"toc_depth": 4}})
        trees.append(html.document_fromstring(f"<html><body>{made}</body></html>"))
    return trees[0], trees[1]


REPORT = make_report(
    "二〇二二年工作总结\n一、师资队伍**\n1.引育人才。全年招聘教师120余名，引进**人。\n一是出台办法，发放补助3.5万元。",
    [
        ("二〇二二年工作总结", 0, "", "二〇二二年工作总结"),
        ("一、师资队伍**", 1, "一、", "师资队伍**"),
        ("1.引育人才。", 2, "1.", "引育人才"),
        ("一是", 3, "一是", "-"),
    ],
    [("120余名", "名"), ("**人", "人"), ("3.5万元", "元")],
)

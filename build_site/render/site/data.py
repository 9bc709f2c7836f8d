"""The data page: every export, its columns, its licence and how to open it."""

from __future__ import annotations

from ...model.page import Page
from ...model.tables import TABLES
from .atlas import Atlas
from .pages import make_page


def data_page(atlas: Atlas) -> Page:
    """``data/index.md``."""
    example = atlas.corpus.reports[0].id if atlas.corpus.reports else ""
    return make_page(
        "data/index.md",
        "data",
        "数据下载",
        "全部报告、章节、关键数据、遮盖、剔除与提示的 CSV、JSON 与 SQLite 文件，字段说明与打开方法。",
        atlas=atlas,
        tables=TABLES,
        example=example,
    )

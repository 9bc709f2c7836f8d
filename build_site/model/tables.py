"""The published tables: their columns, in order, with types and meaning. An interface that outside programs read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column: name, Frictionless type (string, integer, number, boolean) and what it says, for Chinese readers."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file, also a table of the SQLite file.

    Attributes:
        name: file name without ``.csv``.
        title: what a row is.
        columns: in the order of the file.
        key: the columns that name a row.
        parent: whether ``report`` refers to the table of reports.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    parent: bool = True


def _columns(*rows: tuple[str, str, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


_REPORT = ("report", "string", "报告编号")
_START = ("start", "integer", "起点：规范原文中的字符序号，从 0 起")
_END = ("end", "integer", "终点：末字之后的字符序号")

REPORTS = Table(
    "reports",
    "一份报告",
    _columns(
        _REPORT,
        ("title", "string", "标题"),
        ("region", "string", "地区；未载明为“未知”"),
        ("region_code", "string", "行政区划代码（GB/T 2260）"),
        ("year", "string", "所述年度"),
        ("kind", "string", "类型：总结、要点、总结与要点等"),
        ("source_file", "string", "来源文件名"),
        ("source_sha256", "string", "来源文件的 SHA-256"),
        ("format", "string", "文件格式"),
        ("chars", "integer", "规范原文字符数"),
        ("sections", "integer", "正文章节数"),
        ("figures", "integer", "关键数据条数"),
        ("figures_masked", "integer", "其中被遮盖的条数"),
        ("masks", "integer", "遮盖处数"),
        ("completeness", "string", "完整性：完整、节选、疑似不完整"),
        ("warnings", "integer", "存疑提示条数"),
        ("url", "string", "概览页地址（相对于站点根）"),
    ),
    ("report",),
    parent=False,
)
SECTIONS = Table(
    "sections",
    "一个章节",
    _columns(
        _REPORT,
        ("section", "string", "章节路径，如 1.2.3；0 为标题"),
        ("level", "integer", "层级：1 为正文最高一级，0 为标题"),
        ("marker", "string", "序号，照原文"),
        ("title", "string", "标题文字；“-”表示无标题"),
        _START,
        _END,
        ("primary_theme", "string", "首要主题"),
        ("themes", "string", "全部主题，以“;”分隔"),
    ),
    ("report", "section"),
)
FIGURES = Table(
    "figures",
    "一条关键数据",
    _columns(
        _REPORT,
        ("figure", "string", "数据编号（由原文位置而来，稳定）"),
        ("section", "string", "所在章节路径"),
        ("indicator", "string", "指标：该数说的是什么"),
        ("value", "number", "数值（已乘万、亿）；被遮盖者为空"),
        ("value_max", "number", "区间上限"),
        ("unit", "string", "单位"),
        ("text", "string", "原文字样"),
        ("qualifier", "string", "限定词：余、近、超、约等"),
        ("role", "string", "level 数值、from 起点、change 增减、rank 名次"),
        ("status", "string", "done 已完成、plan 计划"),
        ("period", "string", "所属时间"),
        ("compare", "string", "比较对象"),
        ("masked", "boolean", "是否被遮盖"),
        ("themes", "string", "主题，以“;”分隔"),
        _START,
        _END,
        ("sentence", "string", "所在句子"),
        ("url", "string", "全文页中该数的地址（相对于站点根）"),
    ),
    ("report", "figure"),
)
MASKS = Table(
    "masks",
    "一处遮盖",
    _columns(
        _REPORT,
        _START,
        _END,
        ("text", "string", "原文字样"),
        ("kind", "string", "figure 数字、date 日期、place 地名、name 名称、word 词语、unknown 不明"),
    ),
    ("report", "start"),
)
REMOVALS = Table(
    "removals",
    "一处未作为正文展示的原文",
    _columns(_REPORT, _START, _END, ("kind", "string", "种类"), ("text", "string", "原文")),
    ("report", "start"),
)
WARNINGS = Table(
    "warnings",
    "一条存疑提示",
    _columns(_REPORT, ("code", "string", "种类"), ("message", "string", "说明"), _START, _END),
    (),
)
THEMES = Table(
    "themes",
    "一个主题",
    _columns(
        ("theme", "string", "主题"),
        ("id", "string", "地址中的名字"),
        ("description", "string", "包括什么"),
        ("reports", "integer", "谈到它的报告数"),
        ("sections", "integer", "以它为首要或相关主题的章节数"),
        ("figures", "integer", "关键数据条数"),
        ("url", "string", "主题页地址（相对于站点根）"),
    ),
    ("theme",),
    parent=False,
)
INDICATORS = Table(
    "indicators",
    "一个指标",
    _columns(
        ("indicator", "string", "指标编号"),
        ("name", "string", "最常用的说法"),
        ("wordings", "string", "全部说法，以“;”分隔"),
        ("unit", "string", "最常用的单位"),
        ("themes", "string", "主题，以“;”分隔"),
        ("statements", "integer", "数据条数"),
        ("comparable", "integer", "其中可比的条数"),
        ("reports", "string", "述及它的报告编号，以“;”分隔"),
    ),
    ("indicator",),
    parent=False,
)

#: Every published table, in the order of the data page.
TABLES = (REPORTS, SECTIONS, FIGURES, MASKS, REMOVALS, WARNINGS, THEMES, INDICATORS)

#: The tables that have rows of one report; their rows are made where the report is analysed.
REPORT_TABLES = (REPORTS, SECTIONS, FIGURES, MASKS, REMOVALS, WARNINGS)

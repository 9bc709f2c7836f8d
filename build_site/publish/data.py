"""The data folder of a site: files of each report, tables over all, schemas, the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..cache import Store
from ..model.tables import REPORT_TABLES
from .artefact import Contents
from .database import begin_database, finish_database
from .exports import write_schemas, write_tables
from .rows import Row, csv_lines
from .workspace import replace_file

TITLE = "教育工作报告摘要"
LICENCE = "摘要与结构化数据由本项目生成；报告原文的权利属于各发布机构。"


@dataclass(frozen=True, slots=True)
class Data:
    """What there is to write, small enough to hand to another process.

    Attributes:
        folder: the site's ``data/``.
        store: holds ``tables`` and ``contents`` of each report.
        reports: id and key of each, in the order of the tables' rows.
        fresh: ids of those whose own files are to be written again.
    """

    folder: Path
    store: Path | None
    reports: Sequence[tuple[str, str]]
    fresh: frozenset[str]


def write_report_data(data: Data) -> None:
    """Write what comes from single reports: files of the fresh ones, and the tables with rows of each."""
    store = Store(data.store)
    parts: dict[str, list[str]] = {table.name: [] for table in REPORT_TABLES}
    for report, key in data.reports:
        if report in data.fresh:
            contents = load_contents(store, report, key)
            replace_file(data.folder / f"{report}.json", contents.document)
            replace_file(data.folder / f"{report}.txt", contents.text.encode())
        tables = store.load(key, "tables", dict[str, str]) or {}
        for name, rows in parts.items():
            rows.append(tables[name])
    write_tables(data.folder, parts)
    begin_database(data.folder)


def write_shared_data(folder: Path, themes: Sequence[Row], indicators: Sequence[Row]) -> None:
    """Write what needs all reports, after `write_report_data`: the rest of the tables, and the schemas."""
    write_tables(folder, {"themes": [csv_lines(themes)], "indicators": [csv_lines(indicators)]})
    write_schemas(folder, TITLE, LICENCE)
    finish_database(folder)


def load_contents(store: Store, report: str, key: str) -> Contents:
    """The bulky part of a report's artefact."""
    contents = store.load(key, "contents", Contents)
    assert contents, f"{report}: stored contents are gone"
    return contents

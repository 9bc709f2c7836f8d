"""The data files: CSV tables, SQLite, the data package that describes them, and each report as JSON and text."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..model.tables import TABLES, Column, Table
from .document import report_schema
from .workspace import replace_file

BOM = "\ufeff"  # Excel in China takes a file without it for GBK
_SQL_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "TEXT"}


def write_tables(folder: Path, parts: Mapping[str, Iterable[str]]) -> None:
    """Write each table's CSV from pieces of rows (RFC 4180 text without header), in the order given."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        path = folder / f"{table.name}.csv"
        path.unlink(missing_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write(BOM + ",".join(column.name for column in table.columns) + "\r\n")
            file.writelines(parts[table.name])


def write_schemas(folder: Path, title: str, licence: str) -> None:
    """Write ``schema.json`` for the reports and ``datapackage.json`` for the tables."""
    replace_file(folder / "schema.json", _json(report_schema()))
    replace_file(folder / "datapackage.json", _json(_data_package(title, licence)))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _data_package(title: str, licence: str) -> dict[str, Any]:
    """Frictionless Data Package, https://specs.frictionlessdata.io/."""
    return {
        "profile": "tabular-data-package",
        "name": "education-work-reports",
        "title": title,
        "description": licence,
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.parent:
        schema["foreignKeys"] = [{"fields": "report", "reference": {"resource": "reports", "fields": "report"}}]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n", "header": True},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.meaning}
    if column.type == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    return field


def write_sqlite(folder: Path) -> None:
    """Write ``reports.sqlite`` from the CSV files: the same tables, and full-text search over sentences.

    The index is built on three-character pieces, the only tokenizer of SQLite's own that finds any Chinese string.
    """
    path = folder / "reports.sqlite"
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        for table in TABLES:
            _fill(connection, table, folder / f"{table.name}.csv")
        connection.execute("CREATE INDEX figures_indicator ON figures (indicator)")
        connection.execute(
            "CREATE VIRTUAL TABLE figures_text USING fts5 (indicator, sentence, content='figures', tokenize='trigram')"
        )
        connection.execute("INSERT INTO figures_text (figures_text) VALUES ('rebuild')")
        connection.commit()
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, table: Table, file: Path) -> None:
    columns = ", ".join(f'"{column.name}" {_SQL_TYPES[column.type]}' for column in table.columns)
    key = f", PRIMARY KEY ({', '.join(table.key)})" if table.key else ""
    connection.execute(f'CREATE TABLE "{table.name}" ({columns}{key})')
    marks = ", ".join("?" for _ in table.columns)
    connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', _values(table, file))


def _values(table: Table, file: Path) -> Iterator[list[str | None]]:
    """Rows of a CSV file; an empty number is NULL."""
    import csv

    csv.field_size_limit(2**31 - 1)
    numeric = [column.type in ("integer", "number") for column in table.columns]
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        for row in rows:
            yield [None if number and cell == "" else cell for number, cell in zip(numeric, row, strict=True)]

"""The data files: CSV tables, the data package that describes them, and the schema of a report's JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..model.tables import TABLES, Column, Table
from .shape import report_schema
from .workspace import replace_file

BOM = "\ufeff"  # Excel in China takes a file without it for GBK


def write_tables(folder: Path, parts: Mapping[str, Iterable[str]]) -> None:
    """Write the CSV of the tables that ``parts`` names from pieces of rows (RFC 4180 text without header), in order."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in (table for table in TABLES if table.name in parts):
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

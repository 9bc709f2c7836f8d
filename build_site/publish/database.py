"""``reports.sqlite``: the published tables with a full-text index, ready for Datasette.

A sentence that states several figures is stored once, and an address that follows from other columns not at all:
``figures`` is a view with exactly the columns of ``figures.csv``. That halves the file.
"""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ..model.tables import FIGURES, TABLES, Column, Table

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "TEXT"}
_DERIVED = {"sentence": "sentences.text", "url": "'reports/' || report || '/text/#' || figure"}
_STORED = tuple(column for column in FIGURES.columns if column.name not in _DERIVED)

csv.field_size_limit(2**31 - 1)


def write_database(folder: Path) -> None:
    """Write ``reports.sqlite`` into ``folder`` from the CSV files there.

    ``sentences_text`` is indexed by pieces of three characters, the only tokenizer of SQLite's own that finds any
    Chinese string: ``SELECT ... FROM sentences_text WHERE sentences_text MATCH '"毛入园率"'``.
    """
    path = folder / "reports.sqlite"
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        for table in TABLES:
            if table is FIGURES:
                _write_figures(connection, folder / "figures.csv")
            else:
                _write_table(connection, table, folder / f"{table.name}.csv")
        connection.commit()
    finally:
        connection.close()


def _write_table(connection: sqlite3.Connection, table: Table, file: Path) -> None:
    key = f", PRIMARY KEY ({', '.join(table.key)})" if table.key else ""
    # WITHOUT ROWID keeps a table and the index over its key in one structure.
    connection.execute(f'CREATE TABLE "{table.name}" ({_sql(table.columns)}{key}){" WITHOUT ROWID" if key else ""}')
    marks = ", ".join("?" for _ in table.columns)
    connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', _rows(table, file))


def _write_figures(connection: sqlite3.Connection, file: Path) -> None:
    connection.execute("CREATE TABLE sentences (id INTEGER PRIMARY KEY, text TEXT)")
    connection.execute(
        f"CREATE TABLE figure_rows ({_sql(_STORED)}, sentence_id INTEGER REFERENCES sentences,"
        " PRIMARY KEY (report, figure)) WITHOUT ROWID"
    )
    names = [column.name for column in FIGURES.columns]
    marks = ", ".join("?" for _ in range(len(_STORED) + 1))
    known: dict[tuple[str | None, str | None], int] = {}
    for values in _rows(FIGURES, file):
        row = dict(zip(names, values, strict=True))
        sentence = (row["report"], row["sentence"])
        if sentence not in known:
            known[sentence] = len(known) + 1
            connection.execute("INSERT INTO sentences VALUES (?, ?)", (known[sentence], row["sentence"]))
        stored = [row[column.name] for column in _STORED]
        connection.execute(f"INSERT INTO figure_rows VALUES ({marks})", (*stored, known[sentence]))
    columns = ", ".join(f"{_DERIVED.get(name, f'figure_rows.{name}')} AS {name}" for name in names)
    connection.execute(
        f"CREATE VIEW figures AS SELECT {columns} FROM figure_rows JOIN sentences ON sentences.id = sentence_id"
    )
    connection.execute(
        "CREATE VIRTUAL TABLE sentences_text USING fts5 (text, content='sentences', content_rowid='id',"
        " tokenize='trigram')"
    )
    connection.execute("INSERT INTO sentences_text (sentences_text) VALUES ('rebuild')")
    connection.execute("INSERT INTO sentences_text (sentences_text) VALUES ('optimize')")


def _sql(columns: tuple[Column, ...]) -> str:
    return ", ".join(f'"{column.name}" {_TYPES[column.type]}' for column in columns)


def _rows(table: Table, file: Path) -> Iterator[list[str | None]]:
    """Rows of a CSV file; an empty number is NULL."""
    numeric = [column.type in ("integer", "number") for column in table.columns]
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        for row in rows:
            yield [None if number and cell == "" else cell for number, cell in zip(numeric, row, strict=True)]

"""``reports.sqlite``: the published tables with a full-text index, ready for Datasette.

What many figures share (a sentence, an indicator's name, the report's id) is stored once, and an address that follows
from other columns not at all: ``figures`` is a view with exactly the columns of ``figures.csv``. That makes the file a
third of what the table would be.
"""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar, cast

from ..memory import kept
from ..model.tables import FIGURES, REPORT_TABLES, TABLES, Column, Table

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "TEXT"}
_WORDS = ("report", "indicator", "period", "compare", "themes")  # columns kept as numbers of rows in ``words``
_DERIVED = ("url",)
_INDEX_BYTES = 1 << 28  # of the full-text index while it is made; that of 3,000 reports takes a tenth

NAME = "reports.sqlite"

Cell = str | int
Key = TypeVar("Key")

csv.field_size_limit(2**31 - 1)


def begin_database(folder: Path) -> None:
    """Write the tables of the reports into ``reports.sqlite`` in ``folder``, from the CSV files there.

    ``sentences_text`` is indexed by pieces of three characters, the only tokenizer of SQLite's own that finds any
    Chinese string: ``SELECT ... FROM sentences_text WHERE sentences_text MATCH '"毛入园率"'``.
    """
    (folder / NAME).unlink(missing_ok=True)
    with kept(), _opened(folder) as connection:
        for table in REPORT_TABLES:
            if table is FIGURES:
                _write_figures(connection, folder / "figures.csv")
            else:
                _write_table(connection, table, folder / f"{table.name}.csv")


def finish_database(folder: Path) -> None:
    """Add the other tables, and close the gaps."""
    with _opened(folder) as connection:
        for table in TABLES[len(REPORT_TABLES) :]:
            _write_table(connection, table, folder / f"{table.name}.csv")
        connection.commit()
        connection.execute("VACUUM")  # rows come in the order of reports, keys sort otherwise: a tenth was gaps


@contextmanager
def _opened(folder: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(folder / NAME)
    try:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        yield connection
        connection.commit()
    finally:
        connection.close()


def _write_table(connection: sqlite3.Connection, table: Table, file: Path) -> None:
    key = f", PRIMARY KEY ({', '.join(table.key)})" if table.key else ""
    # WITHOUT ROWID keeps a table and the index over its key in one structure.
    connection.execute(f'CREATE TABLE "{table.name}" ({_sql(table.columns)}{key}){" WITHOUT ROWID" if key else ""}')
    connection.executemany(f'INSERT INTO "{table.name}" VALUES ({_places(table.columns)})', _rows(file))


def _write_figures(connection: sqlite3.Connection, file: Path) -> None:
    connection.execute("CREATE TABLE words (id INTEGER PRIMARY KEY, text TEXT)")
    connection.execute("CREATE TABLE sentences (id INTEGER PRIMARY KEY, text TEXT)")
    stored = [column for column in FIGURES.columns if column.name not in _DERIVED]
    connection.execute(
        f"CREATE TABLE figure_rows ({', '.join(map(_stored, stored))}, PRIMARY KEY (report, figure)) WITHOUT ROWID"
    )
    names = [column.name for column in FIGURES.columns]
    report_at, sentence_at, url_at = map(names.index, ("report", "sentence", "url"))
    shared = [names.index(name) for name in _WORDS]
    words: _Numbered[Cell] = _Numbered()
    sentences: _Numbered[tuple[Cell, Cell]] = _Numbered()

    def rows() -> Iterator[list[Cell]]:
        for row in _rows(file):
            row[sentence_at] = sentences[row[report_at], row[sentence_at]]
            for at in shared:
                row[at] = words[row[at]]
            del row[url_at]
            yield row

    connection.executemany(f"INSERT INTO figure_rows VALUES ({_places(stored)})", rows())
    connection.executemany("INSERT INTO words VALUES (?, ?)", ((number, text) for text, number in words.items()))
    connection.executemany(
        "INSERT INTO sentences VALUES (?, ?)", ((number, text) for (_, text), number in sentences.items())
    )
    _create_view(connection, names)
    connection.execute(
        "CREATE VIRTUAL TABLE sentences_text USING fts5 (text, content='sentences', content_rowid='id',"
        " tokenize='trigram', columnsize=0)"
    )
    # The whole index is gathered in memory and written once, instead of a megabyte at a time to be merged afterwards.
    connection.execute("INSERT INTO sentences_text (sentences_text, rank) VALUES ('hashsize', ?)", (_INDEX_BYTES,))
    connection.execute("INSERT INTO sentences_text (sentences_text) VALUES ('rebuild')")
    connection.execute("INSERT INTO sentences_text (sentences_text) VALUES ('optimize')")
    connection.execute("DELETE FROM sentences_text_config WHERE k = 'hashsize'")  # it would hold for readers too


def _stored(column: Column) -> str:
    if column.name == "sentence":
        return '"sentence" INTEGER REFERENCES sentences'
    return f'"{column.name}" INTEGER REFERENCES words' if column.name in _WORDS else _sql((column,))


def _create_view(connection: sqlite3.Connection, names: list[str]) -> None:
    """``figures``: the columns of the CSV file in its order."""
    shown = {name: f"{name}_word.text" for name in _WORDS}
    shown |= {"sentence": "sentences.text", "url": "'reports/' || report_word.text || '/text/#' || figure"}
    columns = ", ".join(f"{shown.get(name, f'figure_rows.{name}')} AS {name}" for name in names)
    joins = " ".join(f"JOIN words AS {name}_word ON {name}_word.id = figure_rows.{name}" for name in _WORDS)
    connection.execute(
        f"CREATE VIEW figures AS SELECT {columns} FROM figure_rows {joins}"
        " JOIN sentences ON sentences.id = figure_rows.sentence"
    )


def _sql(columns: tuple[Column, ...]) -> str:
    return ", ".join(f'"{column.name}" {_TYPES[column.type]}' for column in columns)


def _places(columns: Sequence[Column]) -> str:
    """Where values go into a row of ``columns``; an empty number is NULL."""
    return ", ".join("nullif(?, '')" if column.type in ("integer", "number") else "?" for column in columns)


def _rows(file: Path) -> Iterator[list[Cell]]:
    """Rows of a CSV file."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        yield from cast(Iterator[list[Cell]], rows)


class _Numbered(dict[Key, int]):
    """Numbers keys from 1, in the order they are first asked for."""

    def __missing__(self, key: Key) -> int:
        number = self[key] = len(self) + 1
        return number

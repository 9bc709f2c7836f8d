"""The published tables of all shards as one DuckDB database on disk, and what is asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..errors import SettingError
from ..model.tables import FIGURES, REPORTS, SECTIONS, Table
from .shards import Shard

Row = tuple[Any, ...]
#: What DuckDB may hold in memory; beyond that it works on disk.
MEMORY = "1GB"
_BATCH = 2_000  # rows handed over at a time
_READ = (
    "read_csv(?, header=true, auto_detect=false, parallel=false, delim=',', quote='\"', escape='\"',"
    " new_line='\\r\\n', max_line_size=100000000, columns={columns})"
)
#: Columns of figures.csv that the joined pages do without.
_LEFT_OUT = ("end", "url")


class Tables:
    """``reports``, ``sections`` and ``figures`` of all shards, each row with its shard and ``key`` (shard/report)."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def load(self, shards: Sequence[Shard]) -> None:
        """Read the tables of ``shards``."""
        self._load(REPORTS, shards, ())
        self._load(SECTIONS, shards, ("marker", "title", "start", "end"))
        self._load(FIGURES, shards, _LEFT_OUT)

    def _load(self, table: Table, shards: Sequence[Shard], left_out: Sequence[str]) -> None:
        columns = {column.name: "VARCHAR" for column in table.columns}
        # An empty cell is read as NULL; the tables know no difference between the two.
        kept = ", ".join(f'coalesce("{name}", \'\') AS "{name}"' for name in columns if name not in left_out)
        source = _READ.replace("{columns}", str(columns))
        for number, shard in enumerate(shards):
            into = f"INSERT INTO {table.name}" if number else f"CREATE TABLE {table.name} AS"
            self._connection.execute(
                f"{into} SELECT ? AS shard, ? || '/' || report AS key, {kept} FROM {source}",  # noqa: S608
                [shard.name, shard.name, str(shard.data / f"{table.name}.csv")],
            )

    def ask(self, query: str, *values: Any) -> Iterator[Row]:
        """The rows of ``query``, a few at a time."""
        cursor = self._connection.cursor()
        try:
            cursor.execute(query, list(values))
            while rows := cursor.fetchmany(_BATCH):
                yield from rows
        finally:
            cursor.close()

    def name_figures(self, form_of: Callable[[str, str], str]) -> None:
        """Make ``named``: the figures with the normal ``form`` of their indicator, from (key, indicator)."""
        self._connection.create_function("form_of", form_of, ["VARCHAR", "VARCHAR"], "VARCHAR")
        self._connection.execute("CREATE TABLE named AS SELECT form_of(key, indicator) AS form, * FROM figures")
        self._connection.remove_function("form_of")
        self._connection.execute("DROP TABLE figures")

    def choose(self, forms: Sequence[str]) -> None:
        """Make ``chosen``: the forms that get a page."""
        self._connection.execute("CREATE TABLE chosen AS SELECT unnest(?::VARCHAR[]) AS form", [list(forms)])


@contextmanager
def opened(folder: Path, jobs: int) -> Iterator[Tables]:
    """An empty database in ``folder``.

    Raises:
        SettingError: DuckDB is not installed.
    """
    try:
        import duckdb
    except ImportError:
        raise SettingError("join", "needs DuckDB, which is not installed", "pip install duckdb") from None
    config: Any = {"memory_limit": MEMORY, "threads": jobs, "temp_directory": str(folder / "spill")}
    with duckdb.connect(str(folder / "tables.duckdb"), config=config) as connection:
        yield Tables(connection)

"""Tables in one DuckDB file, `notices.duckdb`: `select state, count(*) from issues group by state`.

Every table and column has its meaning as a comment (`from duckdb_columns()`). Keys are consistent but not declared: DuckDB
would keep an index of each in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

from gongwen.batch.sinks.row_groups import row_groups
from gongwen.files import replacing
from gongwen.tabular.columns import TABLES, Table

FILE = "notices.duckdb"
TYPES = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
}


def write(chunks: Iterable[Mapping[str, pa.Table]], folder: Path) -> list[Path]:
    """One DuckDB file with every table; returns it. Raises `OSError` as the file system does."""
    path = folder / FILE
    with replacing(path) as partial:
        for left in (partial, partial.with_name(partial.name + ".wal")):
            left.unlink(missing_ok=True)  # of a run that was killed
        try:
            with duckdb.connect(config={"threads": 1}) as connection:
                # The file contains the name that it is attached by: always the same, whatever the file is called.
                connection.execute(f"ATTACH {_quoted(str(partial))} AS notices")
                connection.execute("USE notices")
                _fill(connection, chunks)
        except duckdb.IOException as error:
            raise OSError(f"{path}: {error}") from error
    return [path]


def _fill(connection: duckdb.DuckDBPyConnection, chunks: Iterable[Mapping[str, pa.Table]]) -> None:
    for table in TABLES.values():
        for statement in _statements(table):
            connection.execute(statement)
    for name, group in row_groups(chunks):
        connection.register("arriving", group)
        connection.execute(f'INSERT INTO "{name}" SELECT * FROM arriving')
        connection.unregister("arriving")
    connection.execute("CHECKPOINT")
    connection.execute("USE memory")
    connection.execute("DETACH notices")


def _statements(table: Table) -> Iterator[str]:
    columns = ", ".join(
        f'"{column.name}" {TYPES[column.type]}{" NOT NULL" if column.key == "primary" else ""}'
        for column in table.columns
    )
    yield f'CREATE TABLE "{table.name}" ({columns})'
    yield f'COMMENT ON TABLE "{table.name}" IS {_quoted(table.what)}'
    for column in table.columns:
        yield f'COMMENT ON COLUMN "{table.name}"."{column.name}" IS {_quoted(column.what)}'


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"

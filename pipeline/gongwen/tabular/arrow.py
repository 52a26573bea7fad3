"""Rows as Arrow: the schemas with their comments, and batches of a bounded size.

for table, batch in batches(notices):      a few thousand rows at a time, however many notices come
    writers[table].write_batch(batch)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from gongwen.contract import Notice
from gongwen.extras import require
from gongwen.tabular.cells import Row
from gongwen.tabular.columns import TABLES
from gongwen.tabular.rows.notice import rows

if TYPE_CHECKING:
    import pyarrow

BATCH_ROWS = 20_000
"""How many rows a table has before it is passed on; a notice is never split."""
BATCH_CHARACTERS = 8_000_000
"""All are passed on when their texts reach this size, so that long notices don't fill the memory."""


@cache
def schema(table: str) -> pyarrow.Schema:
    """The Arrow schema of a table; the meaning of each column is its metadata `comment`."""
    import pyarrow as pa

    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    return pa.schema(
        [
            pa.field(
                column.name,
                types[column.type],
                nullable=column.key != "primary",
                metadata={"comment": column.what},
            )
            for column in TABLES[table].columns
        ],
        metadata={"comment": TABLES[table].what},
    )


def batch_of(table: str, held: list[Row]) -> pyarrow.RecordBatch:
    """Rows of one table as a record batch."""
    import pyarrow as pa

    form = schema(table)
    return pa.RecordBatch.from_arrays(
        [pa.array([row[field.name] for row in held], field.type) for field in form], schema=form
    )


def batches(notices: Iterable[Notice]) -> Iterator[tuple[str, pyarrow.RecordBatch]]:
    """Every row of every notice, as batches with the name of their table, in the order of the notices.

    `documents` always precedes the rows that point to it. Memory is bounded by the batch, not by the number of notices.
    """
    held: dict[str, list[Row]] = {name: [] for name in TABLES}
    characters = 0
    for notice in notices:
        for name, found in rows(notice).items():
            held[name] += found
        characters += len(notice.text)
        if characters >= BATCH_CHARACTERS or max(map(len, held.values())) >= BATCH_ROWS:
            yield from _emptied(held)
            characters = 0
    yield from _emptied(held)


def _emptied(held: dict[str, list[Row]]) -> Iterator[tuple[str, pyarrow.RecordBatch]]:
    for name, found in held.items():
        if found:
            yield name, batch_of(name, found)
            found.clear()


def tables(notices: Iterable[Notice]) -> dict[str, pyarrow.Table]:
    """Notices as tidy Arrow tables, by name: documents, sections, issues, measures, mentions, citations ...

    One row per item, no nested columns, keys that are consistent; the columns are described in `docs/tables.md` and in the
    schemas' metadata. The tables are held in memory; for more notices than fit there, `gongwen convert --to parquet`.
    Raises `OptionError` (`missing_extra`) without the extra `tables`.

    >>> import gongwen
    >>> found = gongwen.tables([gongwen.parse("关于开展检查的通知\\n一、检查时间\\n2024年6月底前完成。")])
    >>> found["sections"].column("path").to_pylist(), found["mentions"].column("end_on").to_pylist()
    (['一'], [datetime.date(2024, 6, 30)])
    """
    require("a table", "tables", ("pyarrow",))
    import pyarrow as pa

    held: dict[str, list[pyarrow.RecordBatch]] = {name: [] for name in TABLES}
    for name, batch in batches(notices):
        held[name].append(batch)
    return {name: pa.Table.from_batches(found, schema(name)) for name, found in held.items()}

"""Tables as Parquet: `parquet/documents.parquet`, `parquet/sections.parquet` ...

zstd, the meaning of each table and column in the schema's metadata. A table without rows is a file without rows, so
that no query fails for lack of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from gongwen.batch.sinks.row_groups import row_groups
from gongwen.files import replacing
from gongwen.tabular.arrow import schema
from gongwen.tabular.columns import TABLES

FOLDER = "parquet"


def write(chunks: Iterable[Mapping[str, pa.Table]], folder: Path) -> list[Path]:
    """One Parquet file per table; returns them. Raises `OSError` as the file system does."""
    paths = {name: folder / FOLDER / f"{name}.parquet" for name in TABLES}
    with ExitStack() as stack:
        partials = {name: stack.enter_context(replacing(path)) for name, path in paths.items()}
        writers = {
            name: stack.enter_context(ParquetWriter(partial, schema(name), compression="zstd"))
            for name, partial in partials.items()
        }
        for name, group in row_groups(chunks):
            writers[name].write_table(group, row_group_size=group.num_rows)
    return list(paths.values())

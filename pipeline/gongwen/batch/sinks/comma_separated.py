"""Tables as CSV for Excel, `csv/documents.csv` ...: UTF-8 with a byte order mark, CRLF (RFC 4180), ISO dates.

    id,title,text            a row a line, UTF-8 with a byte order mark, for Excel

Texts that a spreadsheet would take for formulas are guarded (`gongwen.tabular.formulas`); `true` and `false` are
words, a missing value is an empty cell.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pyarrow as pa

from gongwen.files import replacing
from gongwen.tabular.columns import TABLES
from gongwen.tabular.formulas import guarded

FOLDER = "csv"
AT_ONCE = 1000


def write(chunks: Iterable[Mapping[str, pa.Table]], folder: Path) -> list[Path]:
    """One CSV file per table; returns them. Raises `OSError` as the file system does."""
    paths = {name: folder / FOLDER / f"{name}.csv" for name in TABLES}
    with ExitStack() as stack:
        writers = {}
        for name, path in paths.items():
            partial = stack.enter_context(replacing(path))
            stream = stack.enter_context(partial.open("w", encoding="utf-8-sig", newline=""))
            writers[name] = csv.writer(stream)
            writers[name].writerow([column.name for column in TABLES[name].columns])
        for chunk in chunks:
            for name, table in chunk.items():
                for batch in table.to_batches(max_chunksize=AT_ONCE):
                    columns = [map(cell, column.to_pylist()) for column in batch.columns]
                    writers[name].writerows(zip(*columns, strict=True))
    return list(paths.values())


def cell(value: Any) -> Any:
    """A value as it is written to the file.

    >>> [cell(value) for value in ("=1+1", "一是", True, None, -3)]
    ["'=1+1", '一是', 'true', None, -3]
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(value)

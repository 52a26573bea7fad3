"""Tables as an Excel workbook, `notices.xlsx`: a ledger (问题台账) first, then a sheet for each table, then notes.

    问题台账   序 被巡视巡察单位 类别 问题 措施 责任单位 时限 状态 ...       the ledger that an inspection office keeps
    公文 章节 问题 措施 ...                                          row 1 in Chinese, row 2 the column's own name
                                                               已完成 for completed, 是 for true, 元 for CNY
    说明       what was cut, continued on another sheet, or left out: nothing is silent

Limits of Excel: 1,048,576 rows a sheet (the table continues on `提及 (2)`), 32,767 characters a cell (the text is cut, and
the notes name it). Texts are written as texts: none becomes a formula or a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from gongwen.batch.sinks.ledger import LEDGER, SAYS, ledger_rows
from gongwen.tabular.columns import TABLES, Table
from gongwen.tabular.workbook.file import workbook
from gongwen.tabular.workbook.sheets import Notes, Sheets, formats

FILE = "notices.xlsx"
LEFT_OUT = {"documents": ("text",)}
"""Columns left out of sheets: the whole text of a notice."""


def write(chunks: Iterable[Mapping[str, pa.Table]], folder: Path) -> list[Path]:
    """One workbook; returns it. Raises `OSError` as the file system does."""
    path = folder / FILE
    with workbook(path, constant_memory=True) as book:
        book.use_zip64()
        _fill(book, chunks)
    return [path]


def _fill(book: Any, chunks: Iterable[Mapping[str, pa.Table]]) -> None:
    notes, looks = Notes(), formats(book)
    shown = (LEDGER, *map(_shown, TABLES.values()))
    sheets = {table.name: Sheets(book, table, notes, looks) for table in shown}
    written = 0
    for chunk in chunks:
        problems = ledger_rows(chunk, written)
        sheets[LEDGER.name].add(problems)
        written += len(problems)
        for name, table in chunk.items():
            for batch in table.to_batches(max_chunksize=1000):
                sheets[name].add(batch.to_pylist())
    for sheet in sheets.values():
        sheet.close()
    notes.say(LEDGER.heading, SAYS)
    notes.write(book, looks["head"], LEFT_OUT)


def _shown(table: Table) -> Table:
    left = LEFT_OUT.get(table.name, ())
    return table._replace(columns=tuple(column for column in table.columns if column.name not in left))

"""The part of `docs/tables.md` that is generated from the columns: `python -m gongwen.tabular.documentation docs/tables.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from gongwen.tabular.columns import TABLES, Column, Table

BEGIN, END = "<!-- columns: made from the code -->", "<!-- end of columns -->"


def described() -> str:
    """Every table with its columns, as Markdown."""
    return "\n".join(line for table in TABLES.values() for line in _table(table))


def _table(table: Table) -> Iterator[str]:
    yield f"### {table.name}（{table.heading}）"
    yield ""
    yield f"A row is {table.what}."
    yield ""
    yield "| column | type | ledger | what it holds |"
    yield "|---|---|---|---|"
    yield from map(_column, table.columns)
    yield ""


def _column(column: Column) -> str:
    key = {"": "", "primary": "**Key**: "}.get(column.key, f"→ `{column.key}`: ")
    return f"| `{column.name}` | {column.type} | {column.heading} | {key}{column.what} |"


def renewed(page: str) -> str:
    """The page, with the part between the two marks regenerated."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{described()}\n{END}{after}"


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.write_text(renewed(target.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")

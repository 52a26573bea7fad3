"""Tables."""

from __future__ import annotations

import re
from typing import NamedTuple

SPAN = re.compile(r"\s(col|row)span=\"\s*(\d{1,3})")

Cell = tuple[int, int, int]


class Table(NamedTuple):
    first: int
    last: int
    rows: int
    nested: bool


class Grid:
    def __init__(self, first: int) -> None:
        self.first = first
        self.rows = 0
        self.column = 0
        self.nested = False
        self.held: dict[int, int] = {}

    def open_row(self) -> None:
        self.rows += 1
        self.column = 0

    def open_cell(self, table: int, attributes: str) -> Cell:
        self.column += 1
        return (table, self.rows, self.column)

    def table(self, last: int) -> Table:
        return Table(self.first, last, self.rows, self.nested)

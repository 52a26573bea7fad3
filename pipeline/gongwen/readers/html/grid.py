"""The places of a table's cells while a page is read: a cell that spans rows or columns displaces the others.

<td rowspan="2">序号</td><td>任务</td>          row 1: columns 1 and 2
<td></td>                                       row 2: column 2, since the first is still covered
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gongwen.readers.tables import WIDEST

SPAN = re.compile(r"\s(col|row)span=\"\s*(\d{1,3})")


class Cell(NamedTuple):
    """Place of a cell; all but the table are counted from 1."""

    table: int
    row: int
    column: int


class Table(NamedTuple):
    """A table and its lines."""

    number: int
    first: int
    last: int
    """Index after its last line."""
    widths: tuple[int, ...]
    """The column of the last cell of each row, including empty cells."""
    nested: bool
    """It contains another table."""


class Grid:
    """The places of a table's cells while it is read."""

    __slots__ = ("column", "first", "held", "nested", "number", "widths")

    def __init__(self, number: int, first: int) -> None:
        self.number = number
        self.first = first
        self.widths: list[int] = []
        self.column = 0
        self.nested = False
        self.held: dict[int, int] = {}  # column: last row that a cell above reaches down to

    def open_row(self) -> None:
        """A new row begins."""
        self.widths.append(0)
        self.column = 0

    def open_cell(self, attributes: str) -> Cell:
        """The place of the next cell: the first column that no cell from above still covers."""
        if not self.widths:
            self.open_row()
        row, held = len(self.widths), self.held
        column = self.column + 1
        if held:
            while held.get(column, 0) >= row:
                column += 1
        self.widths[-1] = self.column = column
        if "span=" in attributes and column < WIDEST:
            spans = {name: int(count) for name, count in SPAN.findall(attributes)}
            self.column += min(max(spans.get("col", 1), 1), WIDEST) - 1
            if spans.get("row", 1) > 1:
                held.update(dict.fromkeys(range(column, self.column + 1), row + spans["row"] - 1))
        return Cell(self.number, row, column)

    def table(self, last: int) -> Table:
        """The finished table."""
        return Table(self.number, self.first, last, tuple(self.widths), self.nested)

"""A table of a page: each cell keeps its row and column, and a table that holds data is kept row by row.

    <td rowspan="2">序号</td><td>任务</td>          序号→任务
    <td></td>                                       →              the first column is held, the second is empty
    <td>1</td><td>建设<br>市场</td>                 1→建设市场      (→ is a tab)

Layout tables, which only place the text of a page, give their lines one by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from gongwen.rules.markers import OPENING

if TYPE_CHECKING:
    from gongwen.readers.web_sheet import Sheet

SPAN = re.compile(r"\s(col|row)span=\"\s*(\d{1,3})")
WIDEST = 200
"""Columns up to which spans are followed; no table that is read is wider."""
LONG_CELL = 400
"""From so many characters a cell may be the whole text, set in a table for its layout alone."""
HEADER_CELL = 20
"""A cell that names a column is no longer."""
BROKEN_WORD = 12
"""So short a line of a cell was broken for want of room."""


class Cell(NamedTuple):
    """Place of a cell, each counted from 1 but the table."""

    table: int
    row: int
    column: int


class Table(NamedTuple):
    """A table and the lines it holds."""

    number: int
    first: int
    last: int
    """Index after its last line."""
    widths: tuple[int, ...]
    """For each row the column of its last cell; a cell that is empty counts."""
    nested: bool
    """It holds another table."""


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
        """The table, now that it is closed."""
        return Table(self.number, self.first, last, tuple(self.widths), self.nested)


def rows(sheet: Sheet, texts: Sequence[str], first: int, last: int) -> dict[int, str]:
    """The data tables between two lines: at the first line of each row its text, at its other lines nothing.

    The cells of a row are joined by tabs; a cell that is empty or covered from above keeps its place.
    """
    found: dict[int, str] = {}
    for table in sheet.tables:
        if first <= table.first and table.last <= last and not table.nested:
            cells = cells_of(sheet, table)
            if holds_data(cells, texts):
                for number, row in cells.items():
                    lines = [at for places in row.values() for at in places]
                    found.update(dict.fromkeys(lines, ""))
                    found[min(lines)] = _row(row, sheet, texts, table.widths[number - 1])
    return found


def cells_of(sheet: Sheet, table: Table) -> dict[int, dict[int, list[int]]]:
    """The lines of each cell by row and column; a caption stands in none."""
    cells: dict[int, dict[int, list[int]]] = {}
    for at in range(table.first, table.last):
        if (cell := sheet.lines[at].element.cell) and cell.table == table.number:
            cells.setdefault(cell.row, {}).setdefault(cell.column, []).append(at)
    return cells


def holds_data(cells: dict[int, dict[int, list[int]]], texts: Sequence[str]) -> bool:
    """Rows of several cells, none of which is the text itself; a head that names the columns allows for long ones."""
    wide = [row for row in cells.values() if len(row) > 1]
    if len(wide) < 2:
        return False
    lengths = [[sum(len(texts[at]) for at in places) for places in row.values()] for row in cells.values()]
    longest = max(map(max, lengths))
    if longest < LONG_CELL or longest * 2 < sum(map(sum, lengths)):
        return True
    head = wide[0]
    return (
        len(head) > 2
        and len(wide) * 2 > len(cells)
        and all(len(places) < 3 and len(texts[places[0]]) <= HEADER_CELL for places in head.values())
    )


def _row(row: dict[int, list[int]], sheet: Sheet, texts: Sequence[str], width: int) -> str:
    """The cells of a row, each as one line without the numbers that only a list's style shows."""
    cells = [""] * width
    for column, places in row.items():
        cells[column - 1] = joined([texts[at][sheet.lines[at].synthetic :].lstrip() for at in places])
    return "\t".join(cells)


def joined(lines: list[str]) -> str:
    """The lines of a cell as one: a broken word is closed, sentences keep a blank between them."""
    text = lines[0]
    for line in lines[1:]:
        broken = len(text) <= BROKEN_WORD and text[-1:] > "⺀" and line[:1] > "⺀" and not OPENING.match(line)
        text = text + line if broken and text[-1] not in "。；：、，" else f"{text} {line}"
    return text

"""The data tables of a page, row by row with a place for every cell.

    <td rowspan="2">序号</td><td>任务</td>          序号→任务
    <td></td>                                       →              the first column is covered, the second is empty
    <td>1</td><td>建设<br>市场</td>                 1→建设市场      (→ is a tab)

Layout tables, which only position text, yield their lines one by one.
"""

from __future__ import annotations

from collections.abc import Sequence

from gongwen.readers.html.grid import Table
from gongwen.readers.html.sheet import Sheet
from gongwen.readers.tables import holds_data, joined


def rows(sheet: Sheet, texts: Sequence[str], first: int, last: int) -> dict[int, str]:
    """The data tables between two lines: the text of each row at its first line, and nothing at its other lines.

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
    """The lines of each cell by row and column; a caption is in none."""
    cells: dict[int, dict[int, list[int]]] = {}
    for at in range(table.first, table.last):
        if (cell := sheet.lines[at].element.cell) and cell.table == table.number:
            cells.setdefault(cell.row, {}).setdefault(cell.column, []).append(at)
    return cells


def _row(row: dict[int, list[int]], sheet: Sheet, texts: Sequence[str], width: int) -> str:
    """The cells of a row, each as one line without the numbers shown by a list's style alone."""
    cells = [""] * width
    for column, places in row.items():
        cells[column - 1] = joined([texts[at][sheet.lines[at].synthetic :].lstrip() for at in places])
    return "\t".join(cells)

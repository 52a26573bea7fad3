"""The sheets of one table in a workbook: heads, widths, typed cells, and what happens at Excel's limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from gongwen.tabular.columns import Column, Table
from gongwen.tabular.workbook.words import said

HEAD_ROWS = 2
A3 = 8
PRINTABLE = 330
"""The most characters of a sheet's width that are printed on one page's width."""
MAX_ROWS = 1_048_576
MAX_CHARACTERS = 32_767
CUT = "……（已截断）"
FIRST_DAY = date(1900, 3, 1)
"""Excel counts days from 1900, which it takes for a leap year; earlier dates are written as text."""
WIDTHS = {"integer": 8, "number": 14, "boolean": 9, "date": 12, "text": 18}
LONG = {
    "text": 60, "problem": 36, "measures": 60, "status_text": 28, "message": 60, "title": 32, "headings": 40, "heading": 28,
    "theme": 18, "value": 40, "uri": 24, "recipients": 28, "issuers": 24, "attachments": 28, "contacts": 24, "documents": 28,
    "path": 14, "origin": 18, "sha256": 14, "label": 14, "inspected": 20, "inspector": 16, "refers_to": 32, "status": 11,
    "marker": 9, "deadline_text": 16, "responsible_bodies": 20, "responsible_persons": 18, "encoding": 10, "kind": 10, "state": 14,
}  # fmt: skip
"""Widths of text columns in characters; those from 16 on are wrapped."""
WRAPPED = 16
LINE, TALLEST = 15, 405
"""The height in points of a line, and of the tallest row that Excel can show."""
LOOKED_AT = 4000
NOTE_COLUMNS = ("工作表 sheet", "行 row", "列 column", "说明 note")


class Notes:
    """What did not fit into the workbook, with its place; the first thousand cuts are listed, then counted."""

    LISTED = 1000

    def __init__(self) -> None:
        self.lines: list[tuple[str, int | None, str, str]] = []
        self.cuts = 0

    def cut(self, sheet: str, row: int, column: Column, length: int) -> None:
        """A text was too long for a cell."""
        self.cuts += 1
        if self.cuts <= self.LISTED:
            what = f"原文{length}字，单元格限{MAX_CHARACTERS}字，全文见 JSON / cut, {length} characters"
            self.lines.append((sheet, row, column.name, what))

    def say(self, sheet: str, what: str) -> None:
        """Something about a whole sheet."""
        self.lines.append((sheet, None, "", what))

    def write(self, book: Any, head: Any, left_out: Mapping[str, Iterable[str]]) -> None:
        """The last sheet."""
        sheet = book.add_worksheet("说明")
        sheet.set_column(0, 2, 18)
        sheet.set_column(3, 3, 90)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, NOTE_COLUMNS, head)
        more = [("", None, "", f"另有{self.cuts - self.LISTED}处截断未列出 / more cuts")]
        absent = [
            (table, None, column, "不列入工作簿，见 JSON、Parquet 或 CSV / not in the workbook")
            for table, names in left_out.items()
            for column in names
        ]
        for at, line in enumerate([*self.lines, *(more if self.cuts > self.LISTED else []), *absent], 1):
            for place, value in enumerate(line):
                if isinstance(value, int):
                    sheet.write_number(at, place, value)
                elif value:
                    sheet.write_string(at, place, value)


class Sheets:
    """One table: its first sheet, and further ones when a sheet has no rows left."""

    def __init__(self, book: Any, table: Table, notes: Notes, formats: Mapping[str, Any]) -> None:
        self._book, self._table, self._notes = book, table, notes
        self._formats = formats
        self._widths = [width(column) for column in table.columns]
        self._number, self._at = 0, HEAD_ROWS
        self._open()

    def add(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Append rows; each has the table's columns, and may have more."""
        for row in rows:
            if self._at == MAX_ROWS:
                self.close()
                self._open()
            values = [said(self._table.name, column.name, row[column.name]) for column in self._table.columns]
            if (tall := height(values, self._widths)) > LINE:
                self._sheet.set_row(self._at, tall)
            for place, column in enumerate(self._table.columns):
                self._cell(place, column, values[place])
            for kept in (self._sheet.row_info, self._sheet.row_sizes):
                kept.pop(self._at - 1, None)  # that row is already written; xlsxwriter would keep them all
            self._at += 1

    def close(self) -> None:
        """Set the filter over all rows, and note what did not fit."""
        self._sheet.autofilter(
            HEAD_ROWS - 1, 0, max(self._at - 1, HEAD_ROWS - 1), len(self._table.columns) - 1
        )
        if self._table.printed:
            self._sheet.print_area(0, 0, max(self._at - 1, HEAD_ROWS - 1), self._table.printed - 1)
        count = self._at - HEAD_ROWS
        self._notes.say(self._name, f"{count}行 / {count} rows: {self._table.what}")

    def _open(self) -> None:
        self._number += 1
        first = self._number == 1
        self._name = self._table.heading if first else f"{self._table.heading} ({self._number})"
        if not first:
            self._notes.say(
                self._name, "接上表：行数超过 Excel 上限 / continued: more rows than a sheet holds"
            )
        self._sheet = self._book.add_worksheet(self._name)
        self._sheet.freeze_panes(HEAD_ROWS, 0)
        self._sheet.set_row(0, 20)
        self._sheet.set_landscape()
        self._sheet.set_paper(A3)
        self._sheet.repeat_rows(0)  # the names in row 2 are for programs, not for every printed page
        if sum(self._widths[: self._table.printed or None]) <= PRINTABLE:
            self._sheet.fit_to_pages(1, 0)
        columns = self._table.columns
        for place, wide in enumerate(self._widths):
            self._sheet.set_column(place, place, wide)
        for place, column in enumerate(columns):
            self._sheet.write_string(0, place, column.heading, self._formats["head"])
        for place, column in enumerate(columns):
            self._sheet.write_string(1, place, column.name, self._formats["name"])
        self._at = HEAD_ROWS

    def _cell(self, place: int, column: Column, value: Any) -> None:
        sheet, at, form = self._sheet, self._at, self._formats
        if value is None:
            if self._table.printed:  # forms have a frame around empty cells, too
                sheet.write_blank(at, place, None, form["plain"])
            return
        if isinstance(value, int | float):
            sheet.write_number(at, place, value, form["plain"])
        elif isinstance(value, date):
            if value >= FIRST_DAY:
                sheet.write_datetime(at, place, value, form["date"])
            else:
                sheet.write_string(at, place, value.isoformat(), form["plain"])
        else:
            if len(value) > MAX_CHARACTERS:
                self._notes.cut(self._name, at + 1, column, len(value))
                value = value[: MAX_CHARACTERS - len(CUT)] + CUT
            wrapped = self._widths[place] >= WRAPPED or column.type == "date"
            sheet.write_string(at, place, value, form["long" if wrapped else "plain"])


def width(column: Column) -> int:
    """Width of a column in characters."""
    return LONG.get(column.name, WIDTHS["text"]) if column.type == "text" else WIDTHS[column.type]


def height(values: Iterable[Any], widths: Iterable[int]) -> int:
    """The height in points that a row needs for its wrapped texts; programs other than Excel don't compute it themselves.

    >>> height(["加强学习" * 20, 3], [60, 8])
    45
    """
    lines = 1
    for value, wide in zip(values, widths, strict=True):
        if wide >= WRAPPED and isinstance(value, str) and len(value) * 2 > wide:
            pieces = value[:LOOKED_AT].split("\n")
            lines = max(lines, sum(-(-_columns(piece) // (wide - 2)) or 1 for piece in pieces))
    return min(lines * LINE, TALLEST)


def _columns(text: str) -> int:
    return len(text) if text.isascii() else len(text) + sum(char > "⺀" for char in text)


def formats(book: Any) -> dict[str, Any]:
    """The formats of cells, numbered now: xlsxwriter would number them in the order of first use."""
    top = {"valign": "top", "border": 1, "border_color": "#E3E3E3"}
    head = {"border": 1, "border_color": "#BFBFBF", "bg_color": "#D9E2F3"}
    looks = {
        "head": book.add_format({**head, "bold": True, "align": "center", "valign": "vcenter"}),
        "name": book.add_format({**head, "font_color": "#7F7F7F", "font_size": 9, "align": "center"}),
        "plain": book.add_format(top),
        "date": book.add_format({**top, "num_format": "yyyy-mm-dd", "align": "center"}),
        "long": book.add_format({**top, "text_wrap": True}),
    }
    for look in looks.values():
        look._get_xf_index()
    return looks

"""A timeline for spreadsheets: one long CSV table, or a workbook with a sheet for each table of each series."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from gongwen.files import unwritable
from gongwen.tabular.formulas import guarded
from gongwen.tabular.workbook.file import workbook
from gongwen.timelines.rows import LONG, long_rows, sheets

if TYPE_CHECKING:
    from gongwen.timelines import Timeline

SHEET_NAME = 31
"""The most characters of a sheet's name."""


def timeline_csv(timeline: Timeline) -> str:
    """All series as one long CSV table (RFC 4180): a row for each topic, figure and phrase of a year."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, LONG)
    writer.writeheader()
    writer.writerows({key: guarded(value) for key, value in row.items()} for row in long_rows(timeline))
    return stream.getvalue()


def write_timeline_workbook(timeline: Timeline, output: Path) -> None:
    """A sheet for each table of each series; numbers as numbers, texts as texts, never formulas.

    Raises `OptionError` (`missing_extra`) without xlsxwriter, `GongwenError` (`output_unwritable`).
    """
    try:
        with workbook(output) as book:
            bold = book.add_format({"bold": True, "text_wrap": True})
            for series in timeline.series:
                for name, heads, lines in sheets(series):
                    sheet = book.add_worksheet(f"{series.id} {name}"[:SHEET_NAME])
                    sheet.freeze_panes(1, 1)
                    sheet.write_row(0, 0, heads, bold)
                    for number, line in enumerate(lines, 1):
                        sheet.write_row(number, 0, ["" if cell is None else cell for cell in line])
    except OSError as error:
        raise unwritable(output, error) from error

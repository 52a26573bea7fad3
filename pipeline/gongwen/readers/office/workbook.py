"""A workbook (.xlsx, .xls, .ods): each visible sheet is a table, with any line above it as its title.

江临市水利局问题整改台账                 a row of one cell is a line
序号 问题 整改措施 整改状态              a row of several is a row of a table
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from gongwen.errors import SourceError
from gongwen.extras import require
from gongwen.model import Block, Diagnostic, Origin, Page
from gongwen.options import Options
from gongwen.readers.media_types import WORKBOOK

TITLE = 60
"""The most characters of a single cell that is the title of its sheet."""


def read_workbook(source: bytes, options: Options) -> tuple[Page, list[Diagnostic]]:
    """The page of a workbook.

    Raises `SourceError` (`source_damaged`, `source_too_large`) and `OptionError` (`missing_extra`).
    """
    require("a workbook", "sheets", ("python_calamine",))
    blocks: list[Block] = []
    characters = 0
    for name, rows in _sheets(source):
        for block in _rows(name, rows):
            blocks.append(block)
            characters += len(block.text)
            if characters > options.max_characters:
                raise SourceError(
                    "source_too_large", f"the workbook has more than {options.max_characters} characters"
                )
    found = [] if blocks else [Diagnostic("no_text", "the workbook shows no text of a notice")]
    return Page(tuple(blocks), WORKBOOK, "binary"), found


def _sheets(source: bytes) -> Iterator[tuple[str, Iterator[Sequence[Any]]]]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(source))
        for sheet in book.sheets_metadata:
            if sheet.visible == SheetVisibleEnum.Visible:
                yield sheet.name, book.get_sheet_by_name(sheet.name).iter_rows()
    except CalamineError as error:
        if "assword" in str(error):
            raise SourceError(
                "source_encrypted", "the workbook has a password; save it without one"
            ) from error
        raise SourceError("source_damaged", f"the workbook can't be read: {error}") from error


def _rows(sheet: str, rows: Iterator[Sequence[Any]]) -> Iterator[Block]:
    for number, row in enumerate(rows, 1):
        cells = [_shown(cell) for cell in row]
        filled = [cell for cell in cells if cell]
        origin = Origin(path=f"sheet[{sheet}]/row[{number}]")
        if len(filled) == 1:
            align = "center" if len(filled[0]) <= TITLE else ""
            yield Block(filled[0], origin, align=align)
        elif filled:
            yield Block("\t".join(cells).rstrip("\t"), origin, row=True)


def _shown(cell: object) -> str:
    """A cell as it is read: 12.0 is 12, a day without a time is a day, a line break inside a cell a blank."""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    return " ".join(str(cell).split())

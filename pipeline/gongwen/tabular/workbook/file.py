"""An Excel workbook that is complete or absent, with the same bytes for the same cells.

with workbook(Path("notices.xlsx")) as book:
    book.add_worksheet("公文").write(0, 0, "=1+1")      a text, never a formula
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from gongwen.extras import require
from gongwen.files import replacing

WRITTEN = datetime(2000, 1, 1)
"""The time stamp of every workbook: a clock would give different bytes for the same notices."""
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@contextmanager
def workbook(path: Path, **options: Any) -> Iterator[Any]:
    """An xlsxwriter `Workbook` with further `options`, written when the block succeeds.

    Raises `OptionError` (`missing_extra`) without xlsxwriter, and `OSError` as the file system does.
    """
    require("a workbook", "tables", ("xlsxwriter",))
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    with replacing(path) as partial:
        book = Workbook(str(partial), {**AS_TEXT, **options})
        try:
            book.set_properties({"created": WRITTEN})
            yield book
            book.close()
        except FileCreateError as error:  # it wraps the error of the file system
            raise error.args[0] from error
        finally:
            _remove_parts(book)


def _remove_parts(book: Any) -> None:
    """The temporary files that an unclosed workbook keeps for each sheet."""
    for sheet in book.worksheets():
        handle, name = getattr(sheet, "row_data_fh", None), getattr(sheet, "row_data_filename", None)
        if handle is not None and not handle.closed:
            handle.close()
        if name:
            Path(name).unlink(missing_ok=True)

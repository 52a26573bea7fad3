"""An Excel workbook that is whole or absent, and the same bytes for the same cells.

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
"""The time that every workbook bears: a clock would make other bytes of the same notices."""
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@contextmanager
def workbook(path: Path, **options: Any) -> Iterator[Any]:
    """An xlsxwriter `Workbook` with further `options`, written when the block ends well.

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
        except FileCreateError as error:  # it wraps what the file system said
            raise error.args[0] from error
        finally:
            _remove_parts(book)


def _remove_parts(book: Any) -> None:
    """The temporary files that a workbook keeps for each sheet, where it was not closed."""
    for sheet in book.worksheets():
        handle, name = getattr(sheet, "row_data_fh", None), getattr(sheet, "row_data_filename", None)
        if handle is not None and not handle.closed:
            handle.close()
        if name:
            Path(name).unlink(missing_ok=True)

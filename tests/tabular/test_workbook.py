"""An Excel workbook: whole or absent, its time is no clock's, a text is no formula."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from gongwen.tabular.workbook.file import workbook


def test_a_workbook_bears_no_clock_and_no_formula(tmp_path: Path) -> None:
    with workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet("公文").write_row(0, 0, ["=1+1", "https://jianglin.example", "2024", 3])
    made = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert made.properties.created == datetime(2000, 1, 1)
    assert [(cell.data_type, cell.hyperlink) for cell in made["公文"][1]] == [("s", None)] * 3 + [("n", None)]


def test_a_workbook_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), workbook(tmp_path / "a.xlsx", constant_memory=True) as book:
        book.add_worksheet().write(0, 0, 1 / 0)
    assert list(tmp_path.iterdir()) == []


def test_what_the_file_system_refuses_is_said_as_it_says_it(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    with pytest.raises(FileNotFoundError), workbook(folder / "a.xlsx"):
        folder.rmdir()

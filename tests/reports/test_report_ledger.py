"""A comparison for spreadsheets, and the reports of the command."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from renderings import bare
from reported import NEW, OLD
from typer.testing import CliRunner

from gongwen.cli.app import app
from gongwen.comparison.reading import figure_line, rows
from gongwen.reports import comparison_csv, write_comparison_workbook


def run(*arguments: str):
    return CliRunner().invoke(app, list(arguments))


def test_a_row_a_pair(pair) -> None:
    lines = list(csv.DictReader(io.StringIO(comparison_csv(*pair))))
    for line, row in zip(lines, rows(*pair), strict=True):
        assert line["change"].split()[1::2] == list(row.pair.changes)
        assert line["kind"].endswith(row.pair.kind)
        assert bare(line["left"]) == bare(row.left_marker + "".join(one.text for one in row.left))
        assert bare(line["right"]) == bare(row.right_marker + "".join(one.text for one in row.right))
        assert line["figures"].splitlines() == [figure_line(figure) for figure in row.pair.figures]


def test_no_cell_is_a_formula(attacked) -> None:
    cells = [cell for row in csv.reader(io.StringIO(comparison_csv(*attacked))) for cell in row]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t"))]


def test_the_workbook_holds_the_ledger_and_the_figures(pair, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "changes.xlsx"
    write_comparison_workbook(*pair, path)
    book = openpyxl.load_workbook(path)
    ledger, figures = book["变化台账"], book["数字变化"]
    assert ledger.freeze_panes == figures.freeze_panes == "A3"
    assert ledger.max_row - 2 == len(pair.comparison.pairs)
    assert figures.max_row - 2 == sum(len(one.figures) for one in pair.comparison.pairs)
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n"}
    again = tmp_path / "again.xlsx"
    write_comparison_workbook(*pair, again)
    assert again.read_bytes() == path.read_bytes()


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / "old.txt"), str(tmp_path / "new.txt")


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("html", b"<!doctype html>"),
        ("csv", b"\xef\xbb\xbfnumber,kind"),
        ("xlsx", b"PK"),
        ("md", b"# "),
        ("text", b"- "),
    ],
)
def test_the_command_writes_every_form(two, tmp_path: Path, form: str, begins: bytes) -> None:
    path = tmp_path / f"made.{form}"
    assert run("compare", *two, "--to", form, "-o", str(path)).exit_code == 0
    assert path.read_bytes().startswith(begins)


def test_a_page_goes_to_standard_output_too(two) -> None:
    assert run("compare", *two, "--to", "html").stdout.startswith("<!doctype html>")
    assert run("timeline", *two, "--to", "html").stdout.startswith("<!doctype html>")


def test_two_folders_are_one_page(two, tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / f"{name}.txt").rename(tmp_path / name / "notice.txt")
    done = run("compare", str(tmp_path / "old"), str(tmp_path / "new"), "--to", "html")
    assert 'id="s1-pairs"' in done.stdout


@pytest.mark.parametrize(
    ("form", "output", "code"), [("xlsx", None, "output_needed"), ("md", "", "output_unwritable")]
)
def test_what_can_not_be_written_is_told(
    two, tmp_path: Path, form: str, output: str | None, code: str
) -> None:
    target = [] if output is None else ["-o", str(tmp_path / output)]
    done = run("compare", *two, "--to", form, *target)
    assert done.exit_code == 2
    assert f"[{code}]" in done.stderr

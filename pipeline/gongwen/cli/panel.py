"""A panel of many bodies, in the requested form.

gongwen panel reports/ --phrase 新质生产力 --to csv -o panel.csv
"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

from gongwen.cli.writing import write_text
from gongwen.comparison.markdown import escaped
from gongwen.errors import OptionError
from gongwen.files import unwritable
from gongwen.tabular.formulas import guarded
from gongwen.tabular.workbook import workbook

if TYPE_CHECKING:
    from gongwen.timelines import Panel

FORMS = ("csv", "json", "md", "parquet", "xlsx")
NEEDS_FILE = frozenset({"parquet", "xlsx"})


def write_panel(panel: Panel, form: str, output: Path | None) -> None:
    """A panel as CSV, JSON, a Markdown table, a Parquet file or an Excel workbook.

    It goes to standard output without `output`. Raises `OptionError` (`unknown_form`, `output_needed`, `missing_extra`)
    and `GongwenError` (`output_unwritable`).
    """
    if form not in FORMS:
        raise OptionError("unknown_form", f"{form!r} is none of {', '.join(FORMS)}")
    if form in NEEDS_FILE and output is None:
        raise OptionError("output_needed", f"{form} needs a file: -o panel.{form}")
    if form == "parquet" and output is not None:
        _write_parquet(panel, output)
    elif form == "xlsx" and output is not None:
        _write_workbook(panel, output)
    else:
        made = {"csv": _csv, "json": _json, "md": _markdown}[form](panel)
        write_text(made, output, mark=form == "csv")


def _csv(panel: Panel) -> str:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, panel.columns)
    writer.writeheader()
    writer.writerows({name: guarded(value) for name, value in row.items()} for row in panel.rows)
    return stream.getvalue()


def _json(panel: Panel) -> str:
    return json.dumps(panel.rows, ensure_ascii=False, indent=1) + "\n"


def _markdown(panel: Panel) -> str:
    """Without the columns of spans, which are for programs."""
    shown = [name for name in panel.columns if not name.endswith((" start", " end"))]
    lines = [shown, ["---"] * len(shown)]
    lines += [["" if row[name] is None else escaped(str(row[name])) for name in shown] for row in panel.rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _write_parquet(panel: Panel, output: Path) -> None:
    table = panel.to_arrow()
    import pyarrow.parquet as parquet

    try:
        parquet.write_table(table, output)
    except OSError as error:
        raise unwritable(output, error) from error


def _write_workbook(panel: Panel, output: Path) -> None:
    try:
        with workbook(output) as book:
            sheet = book.add_worksheet("panel")
            sheet.write_row(0, 0, panel.columns)
            for number, row in enumerate(panel.rows, 1):
                for place, name in enumerate(panel.columns):
                    value = row[name]
                    if isinstance(value, str):
                        sheet.write_string(number, place, value)
                    elif value is not None:
                        sheet.write_number(number, place, value)
            sheet.freeze_panes(1, 1)
    except OSError as error:
        raise unwritable(output, error) from error

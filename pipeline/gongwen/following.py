"""Many notices at once: gathered from files and folders, and what becomes of them written out.

    gongwen timeline output/2020 output/2023 --to md          gongwen compare output/2020 output/2023

A folder is read with all below it: stored JSON, pages, texts. Other JSON there is passed over and told of.
"""

from __future__ import annotations

import csv
import glob
import io
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gongwen.assembly import read
from gongwen.batch.sources.choice import DOCUMENTS
from gongwen.comparison.markdown import render as two_columns
from gongwen.comparison.reading import CHANGES
from gongwen.errors import GongwenError, OptionError, SourceError
from gongwen.reports import comparisons_page, timeline_page
from gongwen.stored import load
from gongwen.timelines.markdown import render
from gongwen.timelines.rows import LONG, long_rows, sheets
from gongwen.writing import unwritable, write_text

if TYPE_CHECKING:
    from gongwen.comparison.contract import Party
    from gongwen.contract import Notice
    from gongwen.timelines import Comparisons, Timeline

STORED = ".json"
FORMS = ("json", "md", "html", "csv", "xlsx")
COMPARED = ("text", "json", "md", "html")
SIGNS = tuple("=+-@＝＋－＠\t\r\n")
"""What makes a spreadsheet take a text for a formula."""
REASONS = {"no_partner": "no partner", "not_the_latest": "its side has a later one of the series"}
SHEET_NAME = 31
"""A sheet's name has so many characters at most."""


class Passed(NamedTuple):
    """A file of a folder that gave no notice."""

    uri: str
    code: str
    reason: str


def gather(named: Iterable[str]) -> tuple[list[Notice], list[Passed]]:
    """The notices that files, folders and globs name, and what of the folders gave none.

    Raises `SourceError` (`source_missing`) for a name that is nothing, and whatever `read` and `load` raise for a file
    that was named itself.
    """
    notices: list[Notice] = []
    passed: list[Passed] = []
    for name in named:
        for path, sought in _paths(name):
            try:
                notices.append(load(path) if path.suffix.lower() == STORED else read(path))
            except GongwenError as error:
                if not sought:
                    raise
                passed.append(Passed(path.as_posix(), error.code, str(error)))
    return notices, passed


def _paths(name: str) -> Iterator[tuple[Path, bool]]:
    """Files, each with whether it was come upon in a folder."""
    path = Path(name)
    if path.is_dir():
        yield from ((found, True) for found in _below(path))
    elif path.exists():
        yield path, False
    elif matches := sorted(glob.glob(name, recursive=True)):
        for match in matches:
            yield from _paths(match)
    else:
        raise SourceError("source_missing", f"{name}: there is no such file or folder")


def _below(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(here, name)
            known = path.suffix.lower() in DOCUMENTS - {""} or path.suffix.lower() == STORED
            if known and not name.startswith(".") and name.lower() != "readme.md":
                yield path


def write_timeline(timeline: Timeline, form: str, output: Path | None) -> None:
    """A timeline as JSON, Markdown, an HTML page, one long CSV table, or an Excel workbook.

    It goes to standard output without `output`. Raises `OptionError` (`unknown_form`, `output_needed`, `missing_extra`)
    and `GongwenError` (`output_unwritable`).
    """
    if form not in FORMS:
        raise OptionError("unknown_form", f"{form!r} is none of {', '.join(FORMS)}")
    if form == "xlsx":
        if output is None:
            raise OptionError("output_needed", "a workbook needs a file: -o timeline.xlsx")
        _workbook(timeline, output)
        return
    made = {"json": _json, "md": render, "html": timeline_page, "csv": _csv}[form](timeline)
    write_text(made, output, mark=form == "csv")


def print_comparisons(
    found: Comparisons, notices: Iterable[Notice], form: str = "text", output: Path | None = None
) -> None:
    """The comparisons of two folders as text for a reader, JSON, Markdown or an HTML page, which quote `notices`.

    Raises `OptionError` (`unknown_form`) and `GongwenError` (`output_unwritable`).
    """
    if form not in COMPARED:
        raise OptionError("unknown_form", f"{form!r} is none of {', '.join(COMPARED)} for two folders")
    if form == "json":
        made = found.to_json(indent=1) + "\n"
    elif form == "html":
        made = comparisons_page(found, notices)
    elif form == "md":
        held = {notice.id: notice for notice in notices}
        compared = [series.comparison for series in found.series]
        made = "\n".join(two_columns(one, held[one.left.id], held[one.right.id]) for one in compared)
    else:
        made = "".join(line + "\n" for line in _lines(found))
    write_text(made, output)


def _lines(found: Comparisons) -> Iterator[str]:
    for series in found.series:
        made = series.comparison
        yield " · ".join(part for part in (series.issuer, series.kind, series.subject) if part)
        yield f"  - {_party(made.left)}"
        yield f"  + {_party(made.right)}"
        counts = [f"{CHANGES[name]} {name} {count}" for name, count in made.summary.items() if count]
        yield "  " + ", ".join(counts)
    for sign, side in (("-", found.left_alone), ("+", found.right_alone)):
        yield from (f"{sign} {_party(one.party)}: {REASONS[one.reason]}" for one in side)


def _party(party: Party) -> str:
    return " ".join(part for part in (party.signed_on, party.title, party.uri) if part)


def _json(timeline: Timeline) -> str:
    return timeline.to_json(indent=1) + "\n"


def _csv(timeline: Timeline) -> str:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, LONG)
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in long_rows(timeline))
    return stream.getvalue()


def _cell(value: object) -> object:
    """A text that a spreadsheet would reckon with gets an apostrophe; a negative number is none."""
    if not isinstance(value, str) or not value.startswith(SIGNS) or value[1:].replace(".", "", 1).isdecimal():
        return value
    return "'" + value


def _workbook(timeline: Timeline, output: Path) -> None:
    """A sheet for each table of each series; numbers as numbers, texts as texts, never formulas."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise OptionError(
            "missing_extra", "a workbook needs xlsxwriter: pip install 'gongwen[tables]'"
        ) from error
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with xlsxwriter.Workbook(str(output), plain) as book:
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

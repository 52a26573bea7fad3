"""A timeline of several bodies, or the comparisons of two folders, in the requested form.

gongwen timeline output/2020 output/2023 --to md          gongwen compare output/2020 output/2023
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gongwen.cli.writing import write_text
from gongwen.comparison.markdown import render as two_columns
from gongwen.comparison.reading import CHANGES
from gongwen.errors import OptionError
from gongwen.reports import comparisons_page, timeline_csv, timeline_page, write_timeline_workbook
from gongwen.timelines.markdown import render

if TYPE_CHECKING:
    from gongwen.contract import Notice
    from gongwen.contract.comparison import Party
    from gongwen.timelines import Comparisons, Timeline

FORMS = ("json", "md", "html", "csv", "xlsx")
COMPARED = ("text", "json", "md", "html")
REASONS = {"no_partner": "no partner", "not_the_latest": "its side has a later one of the series"}


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
        write_timeline_workbook(timeline, output)
        return
    made = {"json": _json, "md": render, "html": timeline_page, "csv": timeline_csv}[form](timeline)
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

"""A comparison on the terminal: a summary, then each pair that changed, in the order of the new notice.

问题 改写 再次出现
  - 1. 针对[政治]理论学习不到位
  + 1. 针对理论学习不[深入]
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from gongwen.cli.console import STYLES, console_of_output
from gongwen.cli.writing import write_text
from gongwen.comparison.markdown import render
from gongwen.comparison.reading import (
    CHANGES,
    KINDS,
    Fragment,
    Row,
    figure_line,
    rows,
    sentence_counts,
    share_unchanged,
)
from gongwen.errors import OptionError
from gongwen.reports import comparison_csv, comparison_page, write_comparison_workbook

if TYPE_CHECKING:
    from gongwen.comparison import Comparison
    from gongwen.contract import Notice
    from gongwen.contract.comparison import Party

FORMS = ("text", "json", "md", "html", "csv", "xlsx")
OLD, NEW, SAME = "red strike", "green underline", "default"


def print_comparison(
    comparison: Comparison,
    old: Notice,
    new: Notice,
    form: str = "text",
    only: Sequence[str] = (),
    output: Path | None = None,
) -> None:
    """A comparison as text for a reader, JSON, Markdown, an HTML page, CSV or an Excel workbook.

    It goes to standard output without `output`. In a text, only pairs with one of the changes in `only` are
    shown. Raises `OptionError` (`unknown_form`, `unknown_change`, `output_needed`, `missing_extra`) and `GongwenError`
    (`output_unwritable`).
    """
    if form not in FORMS:
        raise OptionError("unknown_form", f"{form!r} is none of {', '.join(FORMS)}")
    if wrong := [change for change in only if change not in CHANGES]:
        raise OptionError("unknown_change", f"{wrong[0]!r} is none of {', '.join(CHANGES)}")
    if form == "xlsx":
        if output is None:
            raise OptionError("output_needed", "a workbook needs a file: -o changes.xlsx")
        write_comparison_workbook(comparison, old, new, output)
    elif form == "text" and output is None:
        console = console_of_output()
        for line in _lines(comparison, old, new, only):
            console.print(line)
    else:
        write_text(_document(comparison, old, new, form, only), output, mark=form == "csv")


def _document(comparison: Comparison, old: Notice, new: Notice, form: str, only: Sequence[str]) -> str:
    if form == "json":
        return comparison.to_json(indent=1) + "\n"
    if form == "text":
        return "".join(line.plain + "\n" for line in _lines(comparison, old, new, only))
    return {"md": render, "html": comparison_page, "csv": comparison_csv}[form](comparison, old, new)


def _lines(comparison: Comparison, old: Notice, new: Notice, only: Collection[str]) -> Iterator[Text]:
    yield Text("- " + _name(comparison.left), style="red")
    yield Text("+ " + _name(comparison.right), style="green")
    for diagnostic in comparison.diagnostics:
        yield Text(f"{diagnostic.severity}: ", style=STYLES[diagnostic.severity]).append(
            f"{diagnostic.message} [{diagnostic.code}]", style="default"
        )
    counts = [f"{CHANGES[name]} {name} {count}" for name, count in comparison.summary.items() if count]
    yield Text(", ".join(counts) + f"; unchanged {share_unchanged(comparison)}")
    if sentences := sentence_counts(comparison):
        in_sentences = ", ".join(f"{CHANGES[name]} {name} {count}" for name, count in sentences.items())
        yield Text(f"句子 sentences: {in_sentences}")
    for row in rows(comparison, old, new):
        wanted = set(row.pair.changes) & set(only) if only else row.pair.changes != ["unchanged"]
        if wanted:
            yield from _pair(row)


def _name(party: Party) -> str:
    return " ".join(filter(None, (party.title or party.uri or party.id, party.signed_on)))


def _pair(row: Row) -> Iterator[Text]:
    names = " ".join(CHANGES[change] for change in row.pair.changes)
    status = row.pair.status
    behind = f"  {status[0] or '—'} → {status[1] or '—'}" if status else ""
    tone = f"  ({row.pair.tone})" if row.pair.tone else ""
    yield Text(f"\n{KINDS[row.pair.kind]} {names}{behind}{tone}", style="bold")
    if row.pair.left and row.left:
        yield _side("  - ", row.left_marker, row.left, OLD)
    if row.pair.right and row.right:
        yield _side("  + ", row.right_marker, row.right, NEW)
    for figure in row.pair.figures:
        yield Text(f"    # {figure_line(figure)}", style="cyan")
    for sign, titles in (("+", row.pair.documents.added), ("-", row.pair.documents.dropped)):
        for title in titles:
            yield Text(f"    {sign} 《{title}》", style="magenta")


def _side(sign: str, marker: str, fragments: Sequence[Fragment], style: str) -> Text:
    """One side; changes are also in brackets, for those who see no colours."""
    line = Text(sign + marker)
    for fragment in fragments:
        text = fragment.text.replace("\n", " ")
        line.append(f"[{text}]" if fragment.changed else text, style=style if fragment.changed else SAME)
    return line

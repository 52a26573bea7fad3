"""What the commands print: how a run goes and ends, the pages of the codes."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from gongwen.codes import CODES, Code
from gongwen.errors import OptionError

if TYPE_CHECKING:
    from gongwen.conversion import Failure

MANY = 20
"""A progress bar is worth its place from so many inputs on."""
STYLES = {"info": "dim", "warning": "yellow", "error": "bold red"}
HEAD = """# Diagnostics

What is odd about a notice never stops a run: it is reported in `diagnostics` with a code, a severity, a sentence and the
place in the text. `gongwen explain CODE` prints the entry of one code. This page is made from `gongwen/codes.py` by
`gongwen explain --all`.

- **error**: a part of the result can't be trusted.
- **warning**: the source looks wrong; the result keeps what it says.
- **info**: worth knowing.
"""
UNBOUND = 10_000
"""Width where there is no terminal: lines are as long as their text."""


def console_of_output() -> Console:
    """Standard output: a terminal as wide as it is, a pipe as wide as its lines."""
    return Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=UNBOUND)


@contextmanager
def progress(total: int) -> Iterator[Callable[[str], None]]:
    """A bar on standard error for long work on a terminal, nothing elsewhere."""
    if total < MANY or not sys.stderr.isatty():
        yield lambda uri: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda uri: bar.update(task, advance=1, description=uri[-40:])


def summary(total: int, failures: Sequence[Failure], output: Path) -> None:
    """How a conversion ended."""
    print(f"{total - len(failures)} of {total} converted into {output}")
    if failures:
        for code, count in Counter(failure.code for failure in failures).most_common():
            print(f"  {count} failed: {code}")
        print(f"  see {output / 'errors.jsonl'}")


def explain(code: str) -> None:
    """The page of one code, or the list of all. Raises `OptionError` (`unknown_code`)."""
    console = console_of_output()
    if not code:
        table = Table(box=None, padding=(0, 1))
        for heading in ("code", "severity", "what it says"):
            table.add_column(heading)
        for name, row in sorted(CODES.items()):
            table.add_row(name, Text(row.severity, style=STYLES[row.severity]), row.what)
        console.print(table)
        return
    if code not in CODES:
        raise OptionError("unknown_code", f"{code!r} is no code; `gongwen explain` lists them")
    console.print(Text(page(code, CODES[code])))


def page(name: str, code: Code) -> str:
    """The page of a code as plain text."""
    return f"{name} ({code.severity})\n\n{code.what}\n\nWhy: {code.why}\n\nExample: {code.example}\n\nWhat to do: {code.advice}"


def pages() -> str:
    """The pages of all codes as one Markdown document, `docs/diagnostics.md`."""
    made = [HEAD]
    for name, code in sorted(CODES.items()):
        example = " ".join(code.example.split()).encode("utf-8", "backslashreplace").decode("utf-8")
        made.append(
            f"## {name}\n\n*{code.severity}* {code.what}\n\n"
            f"- Why: {code.why}\n- Example: `{example}`\n- What to do: {code.advice}\n"
        )
    return "\n".join(made)

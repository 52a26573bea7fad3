"""The pages of the diagnostic codes, on the terminal and as `docs/diagnostics.md`."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from gongwen.cli.console import STYLES, console_of_output
from gongwen.codes import CODES, Code
from gongwen.errors import OptionError

HEAD = """# Diagnostics

What is odd about a notice never stops a run: it is reported in `diagnostics` with a code, a severity, a sentence and the
place in the text. `gongwen explain CODE` prints the entry of one code. This page is made from `gongwen/codes.py` by
`gongwen explain --all`.

- **error**: a part of the result can't be trusted.
- **warning**: the source looks wrong; the result keeps what it says.
- **info**: worth knowing.
"""


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

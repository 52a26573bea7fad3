"""Where the commands print: as wide as the terminal, or as the lines in a pipe."""

from __future__ import annotations

import sys

from rich.console import Console

STYLES = {"info": "dim", "warning": "yellow", "error": "bold red"}
"""The style of each severity."""
UNBOUND = 10_000
"""Width where there is no terminal: lines are as long as their text."""


def console_of_output() -> Console:
    """Standard output: as wide as the terminal, or as the lines in a pipe."""
    return Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=UNBOUND)

"""Where the commands print: a terminal as wide as it is, a pipe as wide as its lines."""

from __future__ import annotations

import sys

from rich.console import Console

STYLES = {"info": "dim", "warning": "yellow", "error": "bold red"}
"""How a doubt of each severity looks."""
UNBOUND = 10_000
"""Width where there is no terminal: lines are as long as their text."""


def console_of_output() -> Console:
    """Standard output: a terminal as wide as it is, a pipe as wide as its lines."""
    return Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=UNBOUND)

"""Any error of a command is one line on standard error and an exit status; so is wrong usage.

gongwen: Invalid value for '--depth': 0 is not in the range x>=1; `gongwen show --help` tells more [wrong_usage]
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import Any

import typer
from typer.core import TyperGroup

FAILED, WRONG_USAGE, INTERRUPTED = 1, 2, 130


class OneLineGroup(TyperGroup):
    """The commands, with one line where typer draws a box and Python prints a traceback."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line; as a program of its own it ends with the exit status."""

        def run() -> Any:
            return super(OneLineGroup, self).main(
                args, prog_name, complete_var, False, windows_expand_args, **extra
            )

        if not standalone_mode:
            return run()
        speak_unicode()
        sys.exit(_status(run))


def speak_unicode() -> None:
    """UTF-8 for pipes and files, whatever the code page, with line ends unchanged; a terminal shows what it can."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if isinstance(sys.stdin, TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")


def _status(run: Callable[[], Any]) -> int:
    try:
        return run() or 0
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except OSError as error:
        _drop_what_is_unwritten()
        reason = f"{error.filename or 'standard output'}: {error.strerror or error}"
        typer.echo(f"gongwen: {reason} [output_unwritable]", err=True)
        return WRONG_USAGE
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        return _tell_usage(error)


def _tell_usage(error: Any) -> int:
    """A mistake in the command line; without arguments, the help."""
    context = getattr(error, "ctx", None)
    said = " ".join(error.format_message().split())
    if context is None or type(error).__name__ == "NoArgsIsHelpError":
        error.show()
    else:
        advice = f"`{context.command_path} --help` tells more"
        typer.echo(f"gongwen: {said.rstrip('.')}; {advice} [wrong_usage]", err=True)
    return int(error.exit_code)


def _drop_what_is_unwritten() -> None:
    """Keep Python from writing again, at exit, to an output that is closed."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

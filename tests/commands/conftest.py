"""A command line in an empty folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from gongwen.cli.app import app


@pytest.fixture
def gongwen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """`gongwen("show", "a.txt")` runs the command; the result has exit_code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, input: bytes | str | None = None) -> Any:  # noqa: A002
        return CliRunner().invoke(app, list(arguments), input=input)

    return run

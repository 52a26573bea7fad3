"""Many notices at once, from files, globs and folders.

    gongwen timeline output/2020 output/2023          gongwen compare output/2020 output/2023

A folder is read with all below it: stored JSON, pages, texts. Other JSON there is skipped and reported. A file of JSON
lines that is named gives one notice per line.
"""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gongwen.assembly import parse, read
from gongwen.errors import ContractError, GongwenError, SourceError
from gongwen.stored import is_lines, load, load_lines

if TYPE_CHECKING:
    from gongwen.contract import Notice

STORED = ".json"
STDIN = "-"


class Passed(NamedTuple):
    """A file in a folder without a notice, or a folder that can't be opened."""

    uri: str
    code: str
    reason: str


def notice_at(name: str | Path) -> Notice:
    """The notice in a page, a text, a stored JSON, or `-` for standard input.

    Raises what `read`, `load` and `parse` raise, prefixed with the file's name.
    """
    path = Path(name)
    if path.is_dir():
        raise SourceError("source_unreadable", f"{name} is a folder; name one of its files")
    if is_lines(path):
        raise SourceError("source_unreadable", f"{name} holds a notice a line; name one notice")
    try:
        if name == STDIN:
            return parse(sys.stdin.buffer.read(), STDIN)
        return load(path) if path.suffix.lower() == STORED else read(name)
    except GongwenError as error:
        if str(error).startswith(str(name)):
            raise
        shown = "standard input" if name == STDIN else name
        raise type(error)(error.code, f"{shown}: {error}") from error


def gather(named: Iterable[str]) -> tuple[list[Notice], list[Passed]]:
    """The notices in files, folders and globs, and the files in folders without one.

    Raises `SourceError` (`source_missing`) for a name that does not exist or if no notice is found at all, and whatever
    `notice_at` raises for a file that was named itself.
    """
    named = list(named)
    notices: list[Notice] = []
    passed: list[Passed] = []
    for name in named:
        for path, sought in _paths(name, passed):
            try:
                if is_lines(path):
                    _take_lines(path, notices, passed)
                else:
                    notices.append(notice_at(path))
            except GongwenError as error:
                if not sought:
                    raise
                passed.append(Passed(path.as_posix(), error.code, str(error)))
    if not notices:
        why = (
            f"; {passed[0].reason}" if passed else "; name pages, texts, or JSON that `gongwen convert` wrote"
        )
        raise SourceError("source_missing", f"{', '.join(named)}: no notice is there{why}")
    return notices, passed


def _take_lines(path: Path, notices: list[Notice], passed: list[Passed]) -> None:
    for found in load_lines(path):
        if isinstance(found, ContractError):
            passed.append(Passed(path.as_posix(), found.code, str(found)))
        else:
            notices.append(found)


def _paths(name: str, passed: list[Passed]) -> Iterator[tuple[Path, bool]]:
    """Files, each with whether it was found in a folder."""
    path = Path(name)
    if path.is_dir():
        yield from ((found, True) for found in _below(path, passed))
    elif path.exists():
        yield path, False
    elif matches := sorted(glob.glob(name, recursive=True)):
        for match in matches:
            yield from _paths(match, passed)
    else:
        raise SourceError("source_missing", f"{name}: there is no such file or folder")


def _below(folder: Path, passed: list[Passed]) -> Iterator[Path]:
    # Showing one notice must not load the sources of a batch.
    from gongwen.batch.sources.choice import DOCUMENTS, is_set_aside

    def closed(error: OSError) -> None:
        where = Path(error.filename).as_posix()
        passed.append(Passed(where, "source_unreadable", f"{where}: {error.strerror or error}"))

    for here, folders, files in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(here, name)
            known = path.suffix.lower() in DOCUMENTS - {""} or path.suffix.lower() == STORED
            if known and not is_set_aside(name):
                if path.exists() and not path.is_file():
                    reason = f"{path.as_posix()}: it is a pipe or a device, no file"
                    passed.append(Passed(path.as_posix(), "source_unreadable", reason))
                    continue
                yield path

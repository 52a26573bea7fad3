"""Many notices at once, from files, globs and folders.

    gongwen timeline output/2020 output/2023          gongwen compare output/2020 output/2023

A folder is read with all below it: stored JSON, pages, texts. Other JSON there is passed over and told of.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gongwen.assembly import read
from gongwen.batch.sources.choice import DOCUMENTS
from gongwen.errors import GongwenError, SourceError
from gongwen.stored import load

if TYPE_CHECKING:
    from gongwen.contract import Notice

STORED = ".json"


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

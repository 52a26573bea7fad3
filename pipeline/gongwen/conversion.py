"""Files and folders in, one JSON a notice out.

    gongwen convert pages/ -o output      pages/2020/a.html -> output/2020/a.json

What can't be read goes to `errors.jsonl` with code, reason and uri, and the run goes on.
"""

from __future__ import annotations

import glob
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from gongwen.assembly import parse, read
from gongwen.contract import Notice
from gongwen.errors import GongwenError, SourceError
from gongwen.options import Options

STDIN = "-"
READ = frozenset({".html", ".htm", ".shtml", ".xhtml", ".txt", ".md", ".markdown", ""})
"""Endings that are looked at in a folder; a file that is named is read whatever its ending."""


@dataclass(frozen=True, slots=True)
class Input:
    """One source of a run."""

    uri: str
    """As the caller named it, or its path below the folder that was named."""
    path: Path | None
    """`None` for standard input."""
    target: PurePosixPath
    """Where its JSON goes, below the output folder."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that gave no notice."""

    uri: str
    code: str
    reason: str


def find_inputs(named: Iterable[str]) -> list[Input]:
    """Every source that files, folders, globs and `-` name, in order, each once.

    Raises `SourceError` (`source_missing`) for a name that is nothing.
    """
    found: dict[str, Input] = {}
    for name in named:
        for item in _named(name):
            target = item.target
            number = 1
            while any(other.target == target and other.path != item.path for other in found.values()):
                number += 1
                target = item.target.with_name(f"{item.target.stem}-{number}.json")
            found.setdefault(item.uri, Input(item.uri, item.path, target))
    return list(found.values())


def _named(name: str) -> Iterator[Input]:
    path = Path(name)
    if name == STDIN:
        yield Input(STDIN, None, PurePosixPath("stdin.json"))
    elif path.is_dir():
        yield from _below(path)
    elif path.exists():
        yield Input(name, path, PurePosixPath(path.stem + ".json"))
    elif matches := sorted(glob.glob(name, recursive=True)):
        for match in matches:
            yield from _named(match)
    else:
        raise SourceError("source_missing", f"{name}: there is no such file or folder")


def _below(folder: Path) -> Iterator[Input]:
    """The sources of a folder, sorted, links to folders not followed."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(here, name)
            if path.suffix.lower() in READ and not name.startswith(".") and name.lower() != "readme.md":
                below = path.relative_to(folder)
                yield Input(path.as_posix(), path, PurePosixPath(below.with_suffix(".json").as_posix()))


def convert(
    inputs: Iterable[Input],
    output: Path,
    options: Options | None = None,
    done: Callable[[Input, Notice | Failure], None] | None = None,
) -> list[Failure]:
    """Write a JSON file for each input below `output`; returns what failed, which also stands in `errors.jsonl`.

    `done` is told of each input as it ends. Raises `GongwenError` (`output_unwritable`) where `output` can't be
    written to.
    """
    failures: list[Failure] = []
    log = output / "errors.jsonl"
    try:
        output.mkdir(parents=True, exist_ok=True)
        log.unlink(missing_ok=True)
        for item in inputs:
            outcome = _one(item, output, options)
            if isinstance(outcome, Failure):
                failures.append(outcome)
                with log.open("a", encoding="utf-8") as stream:
                    line = {"uri": outcome.uri, "code": outcome.code, "reason": outcome.reason}
                    stream.write(json.dumps(line, ensure_ascii=False) + "\n")
            if done:
                done(item, outcome)
    except OSError as error:
        raise GongwenError(
            "output_unwritable", f"{error.filename or output}: {error.strerror or error}"
        ) from error
    return failures


def _one(item: Input, output: Path, options: Options | None) -> Notice | Failure:
    try:
        if item.path is None:
            notice = parse(sys.stdin.buffer.read(), item.uri, options)
        else:
            notice = read(item.path, options)
    except GongwenError as error:
        return Failure(item.uri, error.code, str(error))
    except Exception as error:  # a fault of the program must not cost the rest of the run
        return Failure(item.uri, "internal_error", f"{type(error).__name__}: {error}")
    target = output / item.target
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".partial")
    partial.write_text(notice.to_json(indent=1) + "\n", encoding="utf-8", newline="\n")
    partial.replace(target)
    return notice

"""Inputs as items, in an order that only depends on the inputs.

    file or folder                   folders.py        recursive, sorted; --include, --exclude
    .zip .tar .tar.gz .tgz ...       archives.py       read in place, nothing is unpacked to disk
    .warc .warc.gz                   web_archives.py   pages of a crawl
    .jsonl .csv .parquet             rows.py           a column of pages or texts, the others kept as fields
    -                                one document on standard input
    --from-list FILE, --from-list -  a list of paths, one a line

An archive stands in the tree as a folder of its name: `pages.zip` with `2020/a.html` in it is `pages.zip/2020/a.json`
in the output.
"""

from __future__ import annotations

import glob
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from gongwen.batch.item import Item, kind_of
from gongwen.batch.names import Names
from gongwen.batch.sources.archives import ARCHIVES, archive_items
from gongwen.batch.sources.choice import Choice, File, Found, Opener
from gongwen.batch.sources.folders import walk
from gongwen.batch.sources.rows import ROWS, row_items
from gongwen.batch.sources.web_archives import WEB_ARCHIVES, web_items
from gongwen.errors import SourceError

__all__ = ["STDIN", "Choice", "Sources"]

STDIN = "-"


class Sources:
    """The items of named inputs. Each iteration starts over and assigns the same targets.

    Raises `SourceError` (`source_missing`) at once for a name that does not exist.
    """

    def __init__(self, named: Iterable[str], choice: Choice | None = None) -> None:
        self._choice = choice or Choice()
        self._roots = list(dict.fromkeys(root for name in named for root in _roots(name)))
        if self._choice.from_list not in (None, STDIN) and not os.path.isfile(self._choice.from_list or ""):
            raise SourceError("source_missing", f"{self._choice.from_list}: there is no such list")
        self._stdin: bytes | None = None
        self._pipes: dict[str, bytes] = {}
        self._listed: list[str] | None = None
        self.passed_over: Counter[str] = Counter()
        """Files whose names are not those of documents, by extension, up to where the last iteration has come."""

    def __iter__(self) -> Iterator[Item]:
        names = Names()
        self.passed_over.clear()
        try:
            for found in islice(self._found(), self._choice.limit):
                yield found.item(names.claim)
        finally:
            names.close()

    def count(self, most: int) -> int | None:
        """How many files there are, if that can be counted quickly; else `None`."""
        if self._choice.limit is not None:
            return None
        if self._choice.from_list is not None or not all(map(_is_lasting, self._roots)):
            return None
        count = 0
        for file in self._files():
            count += 1
            if count > most or (isinstance(file, File) and opener_of(file.name)):
                return None
        return count

    # -------------------------------------------------------------- files

    def _found(self) -> Iterator[Found]:
        for file in self._files():
            if isinstance(file, Found):
                yield file
            elif opener := opener_of(file.name):
                yield from opener(file, self._choice, self.passed_over)
            else:
                yield file.found()

    def _files(self) -> Iterator[File | Found]:
        yield from self._named()
        if self._choice.from_list is not None:
            for line in self._lines(self._choice.from_list):
                yield from self._listed_file(line)

    def _named(self) -> Iterator[File | Found]:
        base = _base(self._roots)
        earlier: set[str] = set()
        for root in self._roots:
            if root == STDIN:
                yield Found(STDIN, "stdin", raw=self._standard_input())
                continue
            here = os.path.abspath(root)
            if not _below(here, earlier):
                below = os.path.relpath(here, base)
                if os.path.isdir(root):
                    yield from walk(
                        root, "" if below == "." else below, self._choice, self.passed_over, earlier
                    )
                else:
                    yield self._named_file(root, below)
            earlier.add(here)

    def _listed_file(self, line: str) -> Iterator[File | Found]:
        if os.path.isdir(line):
            yield from walk(line, line, self._choice, self.passed_over, set())
        elif os.path.exists(line):
            kind = kind_of(os.stat(line).st_mode)
            yield File(line, line, 0, 0).refused(kind) if kind else File.of(line, line)
        else:
            trouble = ("source_missing", f"{line}: there is no such file or folder")
            yield Found(line, os.path.splitext(line)[0], trouble=trouble)

    def _named_file(self, path: str, below: str) -> File | Found:
        """A file by its name; a pipe that the caller names is read here and once, since no other process can."""
        if _is_lasting(path):
            return File.of(path, below)
        if path not in self._pipes:
            try:
                with open(path, "rb") as stream:
                    self._pipes[path] = stream.read(self._choice.max_bytes + 1)
            except OSError as error:
                raise SourceError("source_unreadable", f"{path}: {error.strerror or error}") from error
        return Found(path, below, raw=self._pipes[path])

    def _lines(self, name: str) -> Iterator[str]:
        if name != STDIN:
            try:
                with open(name, encoding="utf-8", errors="surrogateescape") as stream:
                    yield from _filled(stream)
            except OSError as error:
                raise SourceError("source_unreadable", f"{name}: {error.strerror or error}") from error
            return
        if self._listed is None:
            self._listed = list(_filled(sys.stdin))
        yield from self._listed

    def _standard_input(self) -> bytes:
        if self._stdin is None:
            self._stdin = sys.stdin.buffer.read(self._choice.max_bytes + 1)
        return self._stdin


def opener_of(name: str) -> Opener | None:
    """What reads the documents in a file, by its name; `None` for a file that is a document."""
    lowered = name.lower()
    for endings, opener in ((ARCHIVES, archive_items), (WEB_ARCHIVES, web_items), (ROWS, row_items)):
        if lowered.endswith(endings):
            return opener
    return None


def _is_lasting(root: str) -> bool:
    """Whether an input can be read twice."""
    return root != STDIN and (os.path.isdir(root) or os.path.isfile(root) or not os.path.exists(root))


def _filled(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if name := line.rstrip("\r\n"):
            yield name


def _roots(name: str) -> list[str]:
    """A name, or the names matching a glob."""
    if name == STDIN or os.path.lexists(name):
        return [name if name == STDIN else Path(name).as_posix()]
    if matches := sorted(glob.glob(name, recursive=True)):
        return [Path(match).as_posix() for match in matches]
    raise SourceError("source_missing", f"{name}: there is no such file or folder")


def _base(roots: Sequence[str]) -> str:
    """The folder that targets are named from: a folder that is alone, else what all have in common."""
    files = [root for root in roots if root != STDIN]
    if len(files) == 1 and os.path.isdir(files[0]):
        return os.path.abspath(files[0])
    try:
        return (
            os.path.commonpath([os.path.dirname(os.path.abspath(root)) for root in files]) if files else "."
        )
    except ValueError:  # drives have nothing in common
        return os.path.abspath(".")


def _below(path: str, folders: set[str]) -> bool:
    """Whether a path is one of these or lies below one."""
    while path not in folders:
        parent = os.path.dirname(path)
        if parent == path:
            return False
        path = parent
    return True

"""What the sources share: the caller's choice, files and documents found."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import translate
from functools import cached_property
from typing import NamedTuple

from gongwen.batch.item import Item
from gongwen.batch.names import safe
from gongwen.options import Options
from gongwen.rules.text.characters import representable

DOCUMENTS = frozenset(
    ".html .htm .shtml .xhtml .xht .mht .txt .text .md .markdown .docx .doc .wps .rtf .pdf .ofd .xlsx .xls .et .ods .tif .tiff".split()
) | {""}
"""Endings of documents in a folder or an archive. Pictures (.png, .jpg) there are mostly those of a site: they are read where they are
named, or asked for with `--include`."""


@dataclass(frozen=True)
class Choice:
    """Which documents of the inputs are used, and how rows are read."""

    include: tuple[str, ...] = ()
    """Globs: only names that match one of them are used, whatever their extension."""
    exclude: tuple[str, ...] = ()
    """Globs: what matches one of them is left out, folders with all below them."""
    column: str | None = None
    """The column of a table that holds the page or text."""
    from_list: str | None = None
    """A file with one path a line, `-` for standard input."""
    max_bytes: int = Options().max_bytes
    """No document in an archive is unpacked beyond this; in a batch what its options say."""

    limit: int | None = None
    """The most documents, the first ones."""

    @cached_property
    def _included(self) -> re.Pattern[str] | None:
        return _either(self.include)

    @cached_property
    def _excluded(self) -> re.Pattern[str] | None:
        return _either(self.exclude)

    def excludes(self, path: str) -> bool:
        """Whether a path below an input, with `/`, is left out. A glob without `/` is compared with the name alone."""
        return self._excluded is not None and _fits(self._excluded, path)

    def includes(self, path: str) -> bool:
        """Whether a path is named as one to be taken; without `--include` no path is."""
        return self._included is not None and _fits(self._included, path)

    def takes(self, path: str, passed_over: Counter[str]) -> bool:
        """Whether a file in a folder or an archive is a document; counts it by its ending where it is not."""
        if self.excludes(path):
            return False
        if self._included is not None:
            return self.includes(path)
        name = path.rsplit("/", 1)[-1]
        ending = os.path.splitext(name)[1].lower()
        if is_set_aside(name):
            return False
        if ending not in DOCUMENTS:
            passed_over[ending[:12]] += 1
            return False
        return True


def is_set_aside(name: str) -> bool:
    """Whether a file is hidden, or tells of its folder: no document, whatever its ending."""
    return name.startswith(".") or name.lower() == "readme.md"


def _either(globs: tuple[str, ...]) -> re.Pattern[str] | None:
    if not globs:
        return None
    parts = [translate(one if "/" in one else f"*/{one}") for one in globs]
    return re.compile("|".join(f"(?:{part})" for part in parts))


def _fits(pattern: re.Pattern[str], path: str) -> bool:
    return pattern.match(path) is not None or pattern.match("/" + path) is not None


class Found(NamedTuple):
    """A document that will become an item: its target is as the source says, not yet safe or unique."""

    uri: str
    target: str
    path: str | None = None
    raw: bytes | None = None
    size: int = 0
    stamp: int = 0
    fields: tuple[tuple[str, str], ...] = ()
    trouble: tuple[str, str] | None = None

    def item(self, claim: Callable[[str], str]) -> Item:
        """The item, its texts such as JSON can hold, its target below the output folder and no other item's."""
        target = claim(safe(self.target.replace("\\", "/").split("/")))
        trouble = self.trouble and (self.trouble[0], representable(self.trouble[1]))
        size = self.size if self.raw is None else len(self.raw)
        path = self.path and os.path.abspath(self.path)  # a worker may run elsewhere
        return Item(representable(self.uri), target, path, self.raw, size, self.stamp, self.fields, trouble)


class File(NamedTuple):
    """A file that was found."""

    path: str
    """As named, or below the folder as named."""
    below: str
    """Its place in the tree of the inputs, with its ending."""
    size: int
    stamp: int

    @classmethod
    def of(cls, path: str, below: str) -> File:
        """A file by its name."""
        try:
            status = os.stat(path)
        except OSError:  # a worker says what is wrong with it
            return cls(path, below.replace(os.sep, "/"), 0, 0)
        return cls(path, below.replace(os.sep, "/"), status.st_size, status.st_mtime_ns)

    @property
    def name(self) -> str:
        """Without its folders."""
        return os.path.basename(self.path)

    def found(self) -> Found:
        """The file as a document."""
        return Found(self.path, os.path.splitext(self.below)[0], self.path, None, self.size, self.stamp)

    def refused(self, kind: str) -> Found:
        """A pipe, socket or device as a failure: only a file, or a stream that the caller names, is a source."""
        return Found(
            self.path,
            os.path.splitext(self.below)[0],
            trouble=("source_unreadable", f"{self.path}: it is {kind}, no file"),
        )

    def failed(self, code: str, reason: str) -> Found:
        """The file as a failure."""
        return Found(self.path, self.below, None, None, self.size, self.stamp, (), (code, reason))


def code_of(error: Exception, damaged: str) -> str:
    """`source_unreadable` where the file system does not give the file, else the code of what is damaged."""
    missing = isinstance(error, PermissionError | FileNotFoundError | IsADirectoryError)
    return "source_unreadable" if missing else damaged


Opener = Callable[[File, Choice, "Counter[str]"], Iterator[Found]]
"""What yields the documents in a file."""

"""Folders, with all below them: the files of a folder by name, then its folders by name.

Links to folders are not followed, so that loops are no danger. A folder that can't be read is a failure.
"""

from __future__ import annotations

import os
import posixpath
from collections import Counter
from collections.abc import Iterator

from gongwen.batch.item import kind_of
from gongwen.batch.sources.archives import ARCHIVES
from gongwen.batch.sources.choice import Choice, File, Found
from gongwen.batch.sources.rows import ROWS
from gongwen.batch.sources.web_archives import WEB_ARCHIVES


def walk(
    root: str, below: str, choice: Choice, passed_over: Counter[str], earlier: set[str]
) -> Iterator[File | Found]:
    """The files of a folder that are documents or hold some.

    `root` is the folder as named, `below` its place in the tree of the inputs. Paths in `earlier` are left out: they
    were named before.
    """
    absolute = os.path.abspath(root) if earlier else ""
    prefix = "" if root == "." else root.rstrip("/") + "/"
    pending = [""]
    while pending:
        here = pending.pop()
        try:
            with os.scandir(os.path.join(root, here) if here else root) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError as error:
            uri = posixpath.join(root, here) if here else root
            trouble = ("source_unreadable", f"{uri}: {error.strerror or error}")
            yield Found(uri, posixpath.join(below, here, "folder"), trouble=trouble)
            continue
        folders = []
        for entry in entries:
            inside = f"{here}/{entry.name}" if here else entry.name
            if earlier and os.path.join(absolute, inside) in earlier:
                continue
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith(".") and not choice.excludes(inside):
                    folders.append(inside)
            elif not _may_be_read(entry):
                passed_over["(no file)"] += 1
            elif _wanted(inside, choice, passed_over):
                if kind := _kind(entry):
                    yield File(f"{prefix}{inside}", posixpath.join(below, inside), 0, 0).refused(kind)
                    continue
                yield _file(entry, f"{prefix}{inside}", f"{below}/{inside}" if below else inside)
        pending.extend(reversed(folders))


def _may_be_read(entry: os.DirEntry[str]) -> bool:
    """Not a link to a folder. A broken link, a pipe and a device are reported as failures."""
    try:
        return not entry.is_dir()
    except OSError:  # a link to itself
        return True


def _kind(entry: os.DirEntry[str]) -> str | None:
    try:
        return kind_of(entry.stat().st_mode)
    except OSError:
        return None


def _wanted(inside: str, choice: Choice, passed_over: Counter[str]) -> bool:
    """Tables in a folder are only read if the caller names a column; else they may be anything."""
    opened = ARCHIVES + WEB_ARCHIVES + (ROWS if choice.column is not None else ())
    if inside.lower().endswith(opened):
        return not choice.excludes(inside)
    return choice.takes(inside, passed_over)


def _file(entry: os.DirEntry[str], path: str, below: str) -> File:
    try:
        status = entry.stat()
    except OSError:  # a link to nothing, or rights: a worker says what is wrong
        return File(path, below, 0, 0)
    return File(path, below, status.st_size, status.st_mtime_ns)

"""Files that are whole or absent: written under a temporary name beside the target, then renamed.

with replacing(folder / "notices.jsonl") as partial:
    partial.write_bytes(...)
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gongwen.errors import GongwenError

PARTIAL = ".partial"


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path to write to, which becomes `target` when the block ends well and is removed when it does not.

    The folder is made. Raises `OSError` as the file system does.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + PARTIAL)
    try:
        yield partial
        os.replace(partial, target)
    except BaseException:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


def write_whole(target: str, data: bytes) -> None:
    """Write one small file, whole or not at all; its folder is made where it is missing."""
    partial = target + PARTIAL
    try:
        handle = _opened(partial)
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(handle, view) :]
        finally:
            os.close(handle)
        os.replace(partial, target)
    except OSError:
        with suppress(OSError):
            os.unlink(partial)
        raise


def _opened(path: str) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return os.open(path, flags, 0o666)


def unwritable(path: Path, error: OSError) -> GongwenError:
    """What a file system refused, for the caller (`output_unwritable`)."""
    return GongwenError("output_unwritable", f"{error.filename or path}: {error.strerror or error}")

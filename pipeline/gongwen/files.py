"""Files that are complete or absent: written under a unique name next to the target, then renamed.

with replacing(folder / "notices.jsonl") as partial:
    partial.write_bytes(...)
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gongwen.errors import GongwenError

PARTIAL = ".partial"


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path to write to, which becomes `target` when the block succeeds and is removed when it fails.

    The folder is made. Raises `OSError` as the file system does.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = _unused(target.parent)
    try:
        yield partial
        os.replace(partial, target)
    except BaseException:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


def place(made: str | Path, target: str | Path) -> None:
    """Rename a complete file to `target`, creating its folder; also works across disks. Raises `OSError`."""
    try:
        os.replace(made, target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
        _moved(made, target)
    except OSError:
        _moved(made, target)


def _moved(made: str | Path, target: str | Path) -> None:
    try:
        os.replace(made, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        with replacing(Path(target)) as partial:
            shutil.copyfile(made, partial)
        os.unlink(made)


def _unused(folder: Path) -> Path:
    """A unique file name."""
    while True:
        partial = folder / f".gongwen-{secrets.token_hex(8)}{PARTIAL}"
        if not os.path.lexists(partial):
            return partial


def unwritable(path: Path, error: OSError) -> GongwenError:
    """A refusal of the file system, for the caller (`output_unwritable`)."""
    return GongwenError("output_unwritable", f"{error.filename or path}: {error.strerror or error}")

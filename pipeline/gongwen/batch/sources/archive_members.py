"""Members of archives of any kind: which are taken, and how an archive may attack its reader.

../../etc/passwd        archive_unsafe_name
10 MB of one byte       archive_bomb
"""

from __future__ import annotations

import lzma
import tarfile
import zipfile
import zlib
from collections import Counter
from typing import IO

from gongwen.batch.item import too_large
from gongwen.batch.sources.choice import Choice, File, Found

RATIO = 200
"""Pages shrink to a tenth, lists of equal lines to a fiftieth; what shrinks to less than this is not text."""
HARMLESS_BYTES = 8 * 1024 * 1024
"""Below this size no ratio is dangerous."""
HARMLESS_TOTAL = 1024 * 1024 * 1024
"""An archive may unpack to this size, or to `RATIO` times its own, whichever is more."""
DAMAGE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
)
"""What reading a damaged archive raises."""


class BombError(Exception):
    """An archive unpacks to more than it may."""


def most_unpacked(packed: int) -> int:
    """How many bytes an archive of this size may unpack to."""
    return max(HARMLESS_TOTAL, RATIO * packed)


def taken(name: str, choice: Choice, passed_over: Counter[str]) -> bool:
    """Whether a member is a document, or must be reported."""
    return name_trouble(name) is not None or choice.takes(name, passed_over)


def name_trouble(name: str) -> tuple[str, str] | None:
    """Code and reason for a name that climbs out of the archive or starts at the root of a disk."""
    if not name:
        return "archive_unsafe_name", "a member has no name"
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or name.startswith(("/", "\\")) or parts[0][1:2] == ":" or "\0" in name:
        return "archive_unsafe_name", f"{name!r} leads out of the archive"
    return None


def size_trouble(name: str, size: int, packed: int, choice: Choice) -> tuple[str, str] | None:
    """Code and reason for a member that declares too large a size."""
    if size > choice.max_bytes:
        code, reason = too_large(size, choice.max_bytes)
        return code, f"{name}: {reason}"
    if size > HARMLESS_BYTES and size > RATIO * packed:
        return "archive_bomb", f"{name} unpacks from {packed} to {size} bytes"
    return None


def bounded(stream: IO[bytes], most: int) -> bytes:
    """All of a member, whatever size its header declares."""
    raw = stream.read(most + 1)
    if len(raw) > most:
        raise BombError(f"a member unpacks to more than {most} bytes")
    return raw


def refused(file: File, name: str, code: str, reason: str) -> Found:
    """A member as a failure."""
    return Found(f"{file.path}!{name}", f"{file.below}/{_stem(name)}", trouble=(code, reason))


def member(file: File, name: str, raw: bytes) -> Found:
    """A member as a document: `pages.zip!2020/a.html`."""
    return Found(f"{file.path}!{name}", f"{file.below}/{_stem(name)}", raw=raw)


def _stem(name: str) -> str:
    head, dot, ending = name.rpartition(".")
    return head if dot and "/" not in ending and head.rsplit("/", 1)[-1] else name

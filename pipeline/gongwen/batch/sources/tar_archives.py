"""Documents in a tar archive, packed or not, read as a stream."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
from collections import Counter
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, cast

from gongwen.batch.sources.archive_members import (
    BombError,
    bounded,
    member,
    most_unpacked,
    name_trouble,
    refused,
    size_trouble,
    taken,
)
from gongwen.batch.sources.choice import Choice, File, Found


def tar_items(file: File, choice: Choice, passed_over: Counter[str]) -> Iterator[Found]:
    """The documents in a tar archive, in its own order. Raises `BombError`, and what is in `DAMAGE`."""
    with open(file.path, "rb") as packed:
        stream = _Measured(_unpacked(file.name.lower(), packed), most_unpacked(file.size), file.path)
        with tarfile.open(fileobj=cast("BinaryIO", stream), mode="r|", errorlevel=2) as archive:
            for entry in archive:
                cast("Any", archive).members = []  # a stream needs no list of past members
                name = entry.name
                if entry.isdir() or not taken(name, choice, passed_over):
                    continue
                trouble = name_trouble(name) or size_trouble(name, entry.size, entry.size, choice)
                if not entry.isfile():
                    trouble = ("archive_link", f"{name} is a link or a device")
                if trouble:
                    yield refused(file, name, *trouble)
                    continue
                content = archive.extractfile(entry)
                raw = bounded(content, choice.max_bytes) if content else b""
                if len(raw) < entry.size:
                    raise EOFError(f"the archive ends within {name}")
                yield member(file, name, raw)


def _unpacked(name: str, packed: BinaryIO) -> IO[bytes]:
    if name.endswith((".tar.gz", ".tgz")):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=packed))
    if name.endswith((".tar.bz2", ".tbz2")):
        return bz2.BZ2File(packed)
    if name.endswith((".tar.xz", ".txz")):
        return lzma.LZMAFile(packed)
    return packed


READS_AT_END = 8
"""More than `tarfile` needs to see the end of an archive; it would read on to the size that a header claims."""


class _Measured:
    """A stream that fails once it has yielded more than it may, or is read again and again after its end."""

    def __init__(self, stream: IO[bytes], most: int, path: str) -> None:
        self._stream, self._most, self._path, self._given, self._ends = stream, most, path, 0, 0

    def read(self, size: int) -> bytes:
        # What a damaged stream still yields is kept: `read` would discard it when the error follows.
        data = cast("io.BufferedReader", self._stream).read1(size)
        self._given += len(data)
        self._ends = 0 if data else self._ends + 1
        if self._ends > READS_AT_END:
            raise EOFError("the archive ends within a member")
        if self._given > self._most:
            raise BombError(f"{self._path} unpacks to more than {self._most} bytes")
        return data

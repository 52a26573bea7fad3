"""Documents in a zip or tar archive, read in place: `pages.zip!2020/a.html`.

Nothing is unpacked to disk. What an archive may hold against its reader is refused by name and told as a failure:
names that climb out of it or start at the root, links and devices, members under a password, members and archives that
unpack to far more than they are. A damaged archive gives what stands before the damage.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import stat
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, cast

from gongwen.batch.sources.choice import Choice, File, Found

ZIPS = (".zip",)
TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
ARCHIVES = ZIPS + TARS
RATIO = 200
"""Pages shrink to a tenth, lists of equal lines to a fiftieth; what shrinks to less than this is no text."""
HARMLESS_BYTES = 8 * 1024 * 1024
"""Below this no ratio is a danger."""
HARMLESS_TOTAL = 1024 * 1024 * 1024
"""An archive may unpack to so much, or to `RATIO` times its size, whichever is more."""
CHINESE = re.compile(r"[\x20-\x7e\u2e80-\u9fff\uff00-\uffef\u2010-\u2027·—]+")
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


def archive_items(file: File, choice: Choice, passed_over: Counter[str]) -> Iterator[Found]:
    """The documents in an archive, in its own order."""
    try:
        if file.name.lower().endswith(ZIPS):
            yield from _zip(file, choice, passed_over)
        else:
            yield from _tar(file, choice, passed_over)
    except BombError as error:
        yield file.failed("archive_bomb", str(error))
    except DAMAGE as error:
        code = (
            "source_unreadable"
            if isinstance(error, PermissionError | FileNotFoundError)
            else "archive_broken"
        )
        yield file.failed(code, f"{file.path}: {error or type(error).__name__}")


# ------------------------------------------------------------------ zip


def _zip(file: File, choice: Choice, passed_over: Counter[str]) -> Iterator[Found]:
    most = max(HARMLESS_TOTAL, RATIO * file.size)
    total = 0
    with zipfile.ZipFile(file.path) as archive:
        for member in archive.infolist():
            name = _zip_name(member)
            if member.is_dir() or not _taken(name, choice, passed_over):
                continue
            if trouble := _zip_trouble(member, name, choice):
                yield _refused(file, name, *trouble)
                continue
            try:
                with archive.open(member) as stream:
                    raw = _bounded(stream, choice.max_bytes)
            except BombError as error:
                yield _refused(file, name, "archive_bomb", str(error))
                continue
            except (*DAMAGE, RuntimeError) as error:
                yield _refused(file, name, "archive_broken", str(error))
                continue
            total += len(raw)
            if total > most:
                raise BombError(f"{file.path} unpacks to more than {most} bytes")
            yield Found(f"{file.path}!{name}", f"{file.below}/{_stem(name)}", raw=raw)


def _zip_name(member: zipfile.ZipInfo) -> str:
    """The name as it was meant: Chinese archivers write GBK without saying so, and it is read as code page 437.

    通知 in GBK is valid UTF-8 as well, and nonsense: the first reading that is Chinese is taken.
    """
    name = member.orig_filename
    if member.flag_bits & 0x800 or name.isascii():
        return name
    try:
        raw = name.encode("cp437")
    except UnicodeError:
        return name
    readings = [raw.decode(encoding, "replace") for encoding in ("utf-8", "gb18030")]
    return next((reading for reading in readings if CHINESE.fullmatch(reading)), name)


def _zip_trouble(member: zipfile.ZipInfo, name: str, choice: Choice) -> tuple[str, str] | None:
    if trouble := _name_trouble(name):
        return trouble
    if stat.S_ISLNK(member.external_attr >> 16):
        return "archive_link", f"{name} is a link"
    if member.flag_bits & 0x1:
        return "archive_encrypted", f"{name} is under a password"
    return _size_trouble(name, member.file_size, member.compress_size, choice)


# ------------------------------------------------------------------ tar


def _tar(file: File, choice: Choice, passed_over: Counter[str]) -> Iterator[Found]:
    with open(file.path, "rb") as packed:
        stream = _Measured(
            _unpacked(file.name.lower(), packed), max(HARMLESS_TOTAL, RATIO * file.size), file.path
        )
        with tarfile.open(fileobj=cast("BinaryIO", stream), mode="r|", errorlevel=2) as archive:
            for member in archive:
                name = member.name
                if member.isdir() or not _taken(name, choice, passed_over):
                    continue
                trouble = _name_trouble(name) or _size_trouble(name, member.size, member.size, choice)
                if not member.isfile():
                    trouble = ("archive_link", f"{name} is a link or a device")
                if trouble:
                    yield _refused(file, name, *trouble)
                    continue
                content = archive.extractfile(member)
                raw = _bounded(content, choice.max_bytes) if content else b""
                if len(raw) < member.size:
                    raise EOFError(f"the archive ends within {name}")
                yield Found(f"{file.path}!{name}", f"{file.below}/{_stem(name)}", raw=raw)
                cast("Any", archive).members = []  # a stream needs no list of what went by


def _unpacked(name: str, packed: BinaryIO) -> IO[bytes]:
    if name.endswith((".tar.gz", ".tgz")):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=packed))
    if name.endswith((".tar.bz2", ".tbz2")):
        return bz2.BZ2File(packed)
    if name.endswith((".tar.xz", ".txz")):
        return lzma.LZMAFile(packed)
    return packed


class _Measured:
    """A stream that stops giving when it has given more than it may."""

    def __init__(self, stream: IO[bytes], most: int, path: str) -> None:
        self._stream, self._most, self._path, self._given = stream, most, path, 0

    def read(self, size: int) -> bytes:
        # What a damaged stream can still give is given: `read` would throw it away with the error behind it.
        data = cast("io.BufferedReader", self._stream).read1(size)
        self._given += len(data)
        if self._given > self._most:
            raise BombError(f"{self._path} unpacks to more than {self._most} bytes")
        return data


# ------------------------------------------------------------------ what is refused


def _taken(name: str, choice: Choice, passed_over: Counter[str]) -> bool:
    """Whether a member is a document, or to be told of."""
    return _name_trouble(name) is not None or choice.takes(name, passed_over)


def _name_trouble(name: str) -> tuple[str, str] | None:
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or name.startswith(("/", "\\")) or parts[0][1:2] == ":" or "\0" in name:
        return "archive_unsafe_name", f"{name!r} leads out of the archive"
    return None


def _size_trouble(name: str, size: int, packed: int, choice: Choice) -> tuple[str, str] | None:
    if size > choice.max_bytes:
        return "source_too_large", f"{name}: {size} bytes; raise Options.max_bytes ({choice.max_bytes})"
    if size > HARMLESS_BYTES and size > RATIO * packed:
        return "archive_bomb", f"{name} unpacks from {packed} to {size} bytes"
    return None


def _bounded(stream: IO[bytes], most: int) -> bytes:
    """All of a member, whatever its header says of its size."""
    raw = stream.read(most + 1)
    if len(raw) > most:
        raise BombError(f"a member unpacks to more than {most} bytes")
    return raw


def _refused(file: File, name: str, code: str, reason: str) -> Found:
    return Found(f"{file.path}!{name}", f"{file.below}/{_stem(name)}", trouble=(code, reason))


def _stem(name: str) -> str:
    head, dot, ending = name.rpartition(".")
    return head if dot and "/" not in ending and head.rsplit("/", 1)[-1] else name

"""Documents in a zip archive, with names as intended: Chinese archivers write GBK without declaring it."""

from __future__ import annotations

import re
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator

from gongwen.batch.sources.archive_members import (
    DAMAGE,
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

CHINESE = re.compile(r"[\x20-\x7e\u2e80-\u9fff\uff00-\uffef\u2010-\u2027·—]+")


def zip_items(file: File, choice: Choice, passed_over: Counter[str]) -> Iterator[Found]:
    """The documents in a zip archive, in its own order. Raises `BombError`, and what is in `DAMAGE`."""
    most = most_unpacked(file.size)
    total = 0
    with zipfile.ZipFile(file.path) as archive:
        for entry in archive.infolist():
            name = _name(entry)
            if name.endswith("/") or not taken(name, choice, passed_over):
                continue
            if trouble := _trouble(entry, name, choice):
                yield refused(file, name, *trouble)
                continue
            try:
                with archive.open(entry) as stream:
                    raw = bounded(stream, choice.max_bytes)
            except BombError as error:
                yield refused(file, name, "archive_bomb", str(error))
                continue
            except (*DAMAGE, RuntimeError) as error:
                yield refused(file, name, "archive_broken", str(error))
                continue
            total += len(raw)
            if total > most:
                raise BombError(f"{file.path} unpacks to more than {most} bytes")
            yield member(file, name, raw)


def _name(entry: zipfile.ZipInfo) -> str:
    """The intended name: Chinese archivers write GBK without declaring it, which is read as code page 437.

    通知 in GBK is valid UTF-8 as well, and nonsense: the first reading that is Chinese is taken.
    """
    name = entry.orig_filename
    if entry.flag_bits & 0x800 or name.isascii():
        return name
    try:
        raw = name.encode("cp437")
    except UnicodeError:
        return name
    readings = [raw.decode(encoding, "replace") for encoding in ("utf-8", "gb18030")]
    return next((reading for reading in readings if CHINESE.fullmatch(reading)), name)


def _trouble(entry: zipfile.ZipInfo, name: str, choice: Choice) -> tuple[str, str] | None:
    if trouble := name_trouble(name):
        return trouble
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "archive_link", f"{name} is a link"
    if entry.flag_bits & 0x1:
        return "archive_encrypted", f"{name} is under a password"
    return size_trouble(name, entry.file_size, entry.compress_size, choice)

"""The units of work: an item is one document to be read, a chunk a few consecutive items.

pages/2020/a.html      Item(uri="pages/2020/a.html", target="2020/a", path="pages/2020/a.html")
pages.zip, b/c.html    Item(uri="pages.zip!b/c.html", target="pages.zip/b/c", raw=b"<html>...")
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from gongwen.errors import GongwenError, SourceError


class Item(NamedTuple):
    """One document to be read, or the reason why it can't be."""

    uri: str
    """As the caller named it; `archive!member` in an archive, `file#row` in a table, the page's own in a WARC."""
    target: str
    """Where its JSON goes below the output folder, without the ending; never a way out of it."""
    path: str | None = None
    """The file that a worker reads, or `None` where `raw` has the bytes."""
    raw: bytes | None = None
    size: int = 0
    """In bytes, if known before reading."""
    stamp: int = 0
    """Time of the file's last change in nanoseconds: together with the size it reveals a changed file without reading it."""
    fields: tuple[tuple[str, str], ...] = ()
    """Other columns of its row, kept in `source.fields`."""
    trouble: tuple[str, str] | None = None
    """Code and reason, if the source has already shown that there is nothing to read."""


class Chunk(NamedTuple):
    """Consecutive items that are processed together."""

    number: int
    """From 0, in the order of the inputs."""
    items: tuple[Item, ...]


KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
MEAN_ITEMS, MOST_ITEMS = 8, 24
MOST_BYTES = 4 * 1024 * 1024


def chunks(items: Iterable[Item]) -> Iterator[Chunk]:
    """The items in chunks of about eight.

    Whether a chunk ends after an item depends only on its uri, so that a new file only affects the chunks around it.
    """
    held: list[Item] = []
    size = number = 0
    for item in items:
        held.append(item)
        size += item.size
        if crc32(item.uri.encode()) % MEAN_ITEMS == 0 or len(held) == MOST_ITEMS or size >= MOST_BYTES:
            yield Chunk(number, tuple(held))
            held, size, number = [], 0, number + 1
    if held:
        yield Chunk(number, tuple(held))


def too_large(size: int, most: int) -> tuple[str, str]:
    """Code and reason for a source of more bytes than the options allow."""
    return "source_too_large", f"{size} bytes; raise Options.max_bytes ({most})"


def read_item(item: Item, max_bytes: int) -> bytes:
    """The bytes of an item. Raises `SourceError` for a file that can't be read, `GongwenError` for known errors."""
    if item.trouble is not None:
        raise GongwenError(*item.trouble)
    if item.size > max_bytes:
        raise SourceError(*too_large(item.size, max_bytes))
    if item.raw is not None:
        return item.raw
    try:
        return read_file(item.path or "", max_bytes)
    except OSError as error:
        raise SourceError("source_unreadable", f"{item.uri}: {error.strerror or error}") from error


def read_file(path: str, max_bytes: int) -> bytes:
    """The bytes of a regular file, read without waiting. Raises `SourceError` for anything else, and `OSError`."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(handle, "rb") as stream:
        if kind := kind_of(os.fstat(handle).st_mode):
            raise SourceError("source_unreadable", f"{path}: it is {kind}, no file")
        raw = stream.read(max_bytes + 1)
    if len(raw) > max_bytes:
        raise SourceError(*too_large(len(raw), max_bytes))
    return raw


def kind_of(mode: int) -> str | None:
    """What kind of source can't be read to its end and again; `None` for a file or a folder."""
    return next((kind for asked, kind in KINDS if asked(mode)), None)


def names_key(chunk: Chunk, settings: bytes) -> bytes:
    """Digest of a chunk from the names of its documents only: if it is unknown, none of them was done."""
    return _digest(settings, [_named(item) for item in chunk.items])


def quick_key(chunk: Chunk, settings: bytes) -> bytes | None:
    """Digest of a chunk from names, sizes and times; `None` where only the bytes can tell."""
    if any(item.raw is not None for item in chunk.items):
        return None
    return _digest(settings, [(item.size, item.stamp, *_named(item)) for item in chunk.items])


def sure_key(chunk: Chunk, settings: bytes, hashes: Sequence[str | None]) -> bytes:
    """Digest of a chunk from names and the SHA-256 of each document."""
    return _digest(
        settings, [(sha256, *_named(item)) for item, sha256 in zip(chunk.items, hashes, strict=True)]
    )


def hashes_of(chunk: Chunk, max_bytes: int) -> list[str | None]:
    """The SHA-256 of each document of a chunk, `None` for one that can't be read."""
    found: list[str | None] = []
    for item in chunk.items:
        try:
            found.append(hashlib.sha256(read_item(item, max_bytes)).hexdigest())
        except GongwenError:
            found.append(None)
    return found


def _named(item: Item) -> tuple[object, ...]:
    return item.uri, item.target, item.fields, item.trouble


def _digest(settings: bytes, parts: object) -> bytes:
    return hashlib.blake2b(
        repr(parts).encode("utf-8", "surrogatepass"), digest_size=16, key=settings
    ).digest()

"""What the workers produce for the sinks: the pieces of a chunk, as bytes.

files       the JSON of each notice by itself, indented, as `output/NAME.json`
lines       one line of JSON a notice; lines.gz and lines.zst are the same, each chunk a member of its own
tables      the tables of `gongwen.tabular`, as Arrow streams
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from gongwen.contract import Notice

if TYPE_CHECKING:
    import pyarrow

FILES = "files"
ZSTANDARD_LEVEL = 6


def file_of(notice: Notice) -> bytes:
    """The JSON file of one notice."""
    return (notice.to_json(indent=1) + "\n").encode()


def lines(notices: Sequence[Notice]) -> bytes:
    """One line of JSON a notice."""
    return "".join([notice.to_json() + "\n" for notice in notices]).encode()


def gzip_lines(notices: Sequence[Notice]) -> bytes:
    """Lines as a gzip member, without name or time."""
    return gzip.compress(lines(notices), mtime=0) if notices else b""


def zstandard_lines(notices: Sequence[Notice]) -> bytes:
    """Lines as a Zstandard frame."""
    return _compressor().compress(lines(notices)) if notices else b""


@cache
def _compressor() -> Any:
    import zstandard

    return zstandard.ZstdCompressor(level=ZSTANDARD_LEVEL)


def tables(notices: Sequence[Notice]) -> bytes:
    """The tables of the notices: a line of JSON with the length of each, then their Arrow streams."""
    import pyarrow as pa

    from gongwen.tabular import tables as tables_of

    compressed = pa.ipc.IpcWriteOptions(compression="zstd")
    streams: dict[str, bytes] = {}
    for name, table in tables_of(notices).items():
        buffer = pa.BufferOutputStream()
        with pa.ipc.new_stream(buffer, table.schema, options=compressed) as writer:
            writer.write_table(table)
        streams[name] = buffer.getvalue().to_pybytes()
    head = json.dumps({name: len(stream) for name, stream in streams.items()})
    return b"".join([head.encode(), b"\n", *streams.values()])


def read_tables(piece: bytes) -> Mapping[str, pyarrow.Table]:
    """The tables in a piece, by name."""
    import pyarrow as pa

    start = piece.index(b"\n") + 1
    found = {}
    for name, length in json.loads(piece[: start - 1]).items():
        found[name] = pa.ipc.open_stream(pa.py_buffer(piece[start : start + length])).read_all()
        start += length
    return found


FORMS: dict[str, Callable[[Sequence[Notice]], bytes]] = {
    "lines": lines,
    "lines.gz": gzip_lines,
    "lines.zst": zstandard_lines,
    "tables": tables,
}
"""How each form in the spool is made from the notices of a chunk."""
READERS: dict[str, Callable[[bytes], Any]] = {"tables": read_tables}
"""How a writer decodes a piece; by default it gets the bytes."""

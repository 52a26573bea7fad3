"""Tables with a column of pages or texts: JSON Lines, CSV, Parquet. Every other column is kept in `source.fields`.

    {"html": "<html>...", "url": "https://...", "region": "江临市"}      uri FILE#1, fields url and region

The column is `--column`, else the first of `html`, `content`, `text` that the table has. Values are kept as text:
numbers as printed, lists and objects as JSON, `null` not at all.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import IO, Any, cast

from gongwen.batch.item import too_large
from gongwen.batch.sources.choice import Choice, File, Found, code_of
from gongwen.errors import OptionError
from gongwen.extras import require
from gongwen.rules.text.characters import representable

LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
COMMA_SEPARATED = (".csv", ".csv.gz")
COLUMNAR = (".parquet",)
ROWS = LINES + COMMA_SEPARATED + COLUMNAR
COLUMNS = ("html", "content", "text")
"""Names of the column with the pages or texts, if the caller names none."""
ROWS_AT_ONCE = 64


class RowError(Exception):
    """A row, or the rest of a table, that can't be read."""


def row_items(file: File, choice: Choice, passed_over: Counter[str]) -> Iterator[Found]:
    """The documents in a table, in the order of its rows; a broken row is a failure and the next is read."""
    number = 0
    try:
        for number, row in enumerate(_rows(file), 1):
            yield _document(file, number, row, choice)
    except OptionError as error:
        yield file.failed(error.code, str(error))
    except Exception as error:  # gzip, csv and Arrow raise various errors for damage
        yield file.failed(code_of(error, "rows_broken"), f"{file.path}: after row {number}: {error}")


def _rows(file: File) -> Iterator[Mapping[str, Any] | RowError]:
    name = file.name.lower()
    if name.endswith(COLUMNAR):
        return _columnar(file)
    return _comma_separated(file) if name.endswith(COMMA_SEPARATED) else _lines(file)


def _opened(file: File) -> IO[bytes]:
    if file.name.lower().endswith(".gz"):
        return cast("IO[bytes]", gzip.open(file.path, "rb"))
    return open(file.path, "rb")


def _lines(file: File) -> Iterator[Mapping[str, Any] | RowError]:
    with _opened(file) as stream:
        for line in stream:
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield RowError(f"no JSON: {error}")
                continue
            yield row if isinstance(row, dict) else RowError("no JSON object")


def _comma_separated(file: File) -> Iterator[Mapping[str, Any]]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    with _opened(file) as stream:
        head = stream.read(65536)
        stream.seek(0)
        with io.TextIOWrapper(stream, _encoding(head), newline="") as text:
            yield from csv.DictReader(text, restkey="(more)")


def _encoding(head: bytes) -> str:
    """UTF-8 with or without a byte order mark, else what Excel writes in China."""
    try:
        head[:-4].decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "gb18030" if error.start < len(head) - 8 else "utf-8-sig"
    return "utf-8-sig"


def _columnar(file: File) -> Iterator[Mapping[str, Any]]:
    require("Parquet", "tables", ("pyarrow",))
    import pyarrow.parquet as parquet
    from pyarrow import ArrowException

    try:
        with parquet.ParquetFile(file.path) as table:
            for batch in table.iter_batches(ROWS_AT_ONCE):
                yield from batch.to_pylist()
    except ArrowException as error:
        raise RowError(str(error)) from error


def _document(file: File, number: int, row: Mapping[str, Any] | RowError, choice: Choice) -> Found:
    uri, target = f"{file.path}#{number}", f"{file.below}/{number:08d}"
    if isinstance(row, RowError):
        return Found(uri, target, trouble=("row_broken", str(row)))
    column = choice.column or next((name for name in COLUMNS if name in row), None)
    if column is None or column not in row:
        wanted = repr(choice.column) if choice.column else "html, content or text; name one with --column"
        return Found(uri, target, trouble=("row_without_column", f"the row has no column {wanted}"))
    value = row[column]
    if isinstance(value, str):
        value = value.encode("utf-8", "surrogatepass")
    if not isinstance(value, bytes):
        return Found(uri, target, trouble=("row_without_text", f"the column {column!r} holds no text"))
    if len(value) > choice.max_bytes:
        return Found(uri, target, trouble=too_large(len(value), choice.max_bytes))
    others = ((name, other) for name, other in row.items() if name != column and other is not None)
    return Found(
        uri,
        target,
        raw=value,
        fields=tuple((representable(str(name)), _text(other)) for name, other in others),
    )


def _text(value: Any) -> str:
    """A value as text."""
    if isinstance(value, str):
        return representable(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    if isinstance(value, bool | int | float | list | dict):
        return representable(json.dumps(value, ensure_ascii=False, default=str))
    return str(value)

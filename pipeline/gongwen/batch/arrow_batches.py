"""From Arrow batch to Arrow batch, for Spark, Ray, Daft, DuckDB and whatever else speaks Arrow.

    frame.mapInArrow(convert_batches, result_schema)             Spark
    dataset.map_batches(convert_table, batch_format="pyarrow")   Ray
    connection.create_function("notice", notices_of, ...)        DuckDB

The batch keeps its columns and gains three: `notice` (JSON), `error_code`, `error_reason`. No page makes it fail. There
are no limits of time and memory here: the caller's own engine has the processes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from gongwen.assembly import parse
from gongwen.batch.sources.rows import COLUMNS
from gongwen.contract import Notice
from gongwen.errors import GongwenError, OptionError
from gongwen.options import Options

if TYPE_CHECKING:
    import pyarrow

ADDED = ("notice", "error_code", "error_reason")


def notice_or_failure(
    raw: bytes | str | None, uri: str | None, options: Options | None = None
) -> tuple[Notice | None, str | None, str | None]:
    """The notice, or code and reason of the failure; no source makes this raise."""
    try:
        return parse(raw if raw is not None else "", uri, options), None, None
    except GongwenError as error:
        return None, error.code, str(error)
    except MemoryError:
        raise
    except Exception as error:  # an error in the program must not cost the rest of the batch
        return None, "internal_error", f"{type(error).__name__}: {error}"


def convert_batch(
    batch: pyarrow.RecordBatch,
    column: str | None = None,
    uri_column: str | None = None,
    options: Options | None = None,
) -> pyarrow.RecordBatch:
    """The batch with `notice`, `error_code` and `error_reason`.

    `column` holds the pages or texts, else the first of `html`, `content`, `text` does; `uri_column` what becomes
    `source.uri`, else `uri` or `url` where there is one. Raises `OptionError` (`row_without_column`).
    """
    import pyarrow as pa

    named = batch.schema.names
    source = _column(named, (column,) if column else COLUMNS)
    if source is None:
        raise OptionError("row_without_column", f"no column {column or 'html, content or text'} in {named}")
    from_uri = _column(named, (uri_column,) if uri_column else ("uri", "url"))
    pages = batch.column(source).to_pylist()
    uris = batch.column(from_uri).to_pylist() if from_uri else [None] * len(pages)
    found = [notice_or_failure(page, uri, options) for page, uri in zip(pages, uris, strict=True)]
    added = (
        [notice.to_json() if notice else None for notice, _, _ in found],
        [code for _, code, _ in found],
        [reason for _, _, reason in found],
    )
    return pa.RecordBatch.from_arrays(
        [*batch.columns, *(pa.array(values, pa.string()) for values in added)], schema=schema_of(batch.schema)
    )


def convert_batches(
    batches: Iterable[pyarrow.RecordBatch], column: str | None = None, uri_column: str | None = None
) -> Iterator[pyarrow.RecordBatch]:
    """`convert_batch` over many, as Spark's `mapInArrow` calls it."""
    for batch in batches:
        yield convert_batch(batch, column, uri_column)


def convert_table(
    table: pyarrow.Table, column: str | None = None, uri_column: str | None = None
) -> pyarrow.Table:
    """`convert_batch` over a table, as Ray's and Daft's functions over batches get it."""
    import pyarrow as pa

    return pa.Table.from_batches(
        convert_batches(table.to_batches(), column, uri_column), schema_of(table.schema)
    )


def notices_of(pages: Any) -> Any:
    """The JSON of each page of an Arrow array, null where there is none; as DuckDB calls an `arrow` function.

    DuckDB evaluates the annotations of what it is given, so they name nothing that is not imported.
    """
    import pyarrow as pa

    found = (notice_or_failure(page, None)[0] for page in pages.to_pylist())
    return pa.array([notice.to_json() if notice else None for notice in found], pa.string())


def schema_of(schema: pyarrow.Schema) -> pyarrow.Schema:
    """The schema of the result for a schema of the input."""
    import pyarrow as pa

    for name in ADDED:
        schema = schema.append(pa.field(name, pa.string()))
    return schema


def _column(named: list[str], wanted: tuple[str, ...]) -> str | None:
    return next((name for name in wanted if name in named), None)

"""Output formats: `--to json | jsonl | jsonl.gz | jsonl.zst | parquet | duckdb | csv | xlsx`.

A sink has two halves. Its **form** is made in the workers, a piece for each chunk of notices: lines of JSON, or the
tables of `gongwen.tabular`. Its **writer** runs once, at the end, in the main process: it is given the pieces in the
order of the inputs and writes the files. `json` is the exception: its files are written as the results come.

A table sink is a module with one function, named in `SINKS`:

    def write(chunks: Iterable[Mapping[str, pyarrow.Table]], folder: Path) -> list[Path]

- `chunks` yields, for every chunk, `gongwen.tabular.tables(notices)`: each table by its name, all of them every time,
  possibly without a row. Memory stays flat: take them one by one, hold on to a bounded number of rows.
- `folder` is a place for unfinished files; what is made there is moved to the output folder when it is whole.
- The returned paths are the files that were made, with the names that stand in `SINKS`. `OSError` is left to rise: the run stops, and says how to go on.
- The same chunks give the same bytes: no clock, no machine name (a workbook has a creation time: set it).
- Where the chunks end is of no meaning: rows are gathered into row groups by their number.
- Two documents of a batch may have the same bytes and so the same `id`; their `source.uri` differs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from gongwen.errors import OptionError
from gongwen.extras import require
from gongwen.tabular.columns import TABLES


@dataclass(frozen=True, slots=True)
class Sink:
    """One output format."""

    name: str
    """As `--to` names it."""
    form: str
    """What the workers produce for it: a name in `gongwen.batch.forms`."""
    makes: str = ""
    """The name of its file, below the output folder; with a `*` one for each table."""
    writer: str = ""
    """`module:function` of its writer, below `gongwen.batch.sinks`, imported when it is used; none if nothing is left to
    do at the end."""
    extra: str = ""
    """The extra of the package that has what it needs."""
    needs: tuple[str, ...] = ()
    """Packages that must be installed."""

    def files(self) -> list[str]:
        """The names of the files that its writer makes, known before any work."""
        if "*" in self.makes:
            return [self.makes.replace("*", name) for name in TABLES]
        return [self.makes] if self.makes else []

    def write(self, pieces: Iterable[Any], folder: Path) -> list[Path]:
        """Write the files from the pieces of all chunks, in order; returns the files. Raises `OSError`."""
        if not self.writer:
            return []
        module, _, function = self.writer.partition(":")
        made: list[Path] = getattr(import_module(f"gongwen.batch.sinks.{module}"), function)(pieces, folder)
        return made


SINKS: dict[str, Sink] = {
    sink.name: sink
    for sink in (
        Sink("json", "files"),
        Sink("jsonl", "lines", "notices.jsonl", "joined_lines:plain"),
        Sink("jsonl.gz", "lines.gz", "notices.jsonl.gz", "joined_lines:gzipped"),
        Sink("jsonl.zst", "lines.zst", "notices.jsonl.zst", "joined_lines:zstandard", "zstd", ("zstandard",)),
        Sink("parquet", "tables", "parquet/*.parquet", "columnar:write", "tables", ("pyarrow",)),
        Sink("duckdb", "tables", "notices.duckdb", "database:write", "tables", ("pyarrow", "duckdb")),
        Sink("csv", "tables", "csv/*.csv", "comma_separated:write", "tables", ("pyarrow",)),
        Sink("xlsx", "tables", "notices.xlsx", "workbook:write", "tables", ("pyarrow", "xlsxwriter")),
    )
}


def chosen(names: Iterable[str]) -> list[Sink]:
    """The sinks of these names, each once, in the order of `SINKS`.

    Raises `OptionError` (`unknown_sink`, `missing_extra`) before any work is done.
    """
    wanted = list(names)
    for name in wanted:
        if name not in SINKS:
            raise OptionError("unknown_sink", f"{name!r} is none of {', '.join(SINKS)}")
    sinks = [sink for name, sink in SINKS.items() if name in wanted]
    for sink in sinks:
        require(f"--to {sink.name}", sink.extra, sink.needs)
    return sinks

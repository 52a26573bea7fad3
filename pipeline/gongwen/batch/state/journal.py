"""The progress of a batch: which chunks are done, how each of their documents ended, and where a run continues.

A chunk is done when its rows are committed; its files and pieces were written before. A process that is killed in
between leaves files that are written again with the same bytes, and a tail of the spool that is cut off.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gongwen.batch.item import Chunk, hashes_of, names_key, quick_key, sure_key
from gongwen.batch.state.file import FOLDER, OF_CHUNKS, opened
from gongwen.batch.state.written import Written
from gongwen.batch.workers.work import Result

TRIED_AGAIN = (
    "source_unreadable", "source_missing", "missing_extra", "time_limit", "memory_limit", "worker_died",
)  # fmt: skip
"""Failures whose reason is not in the bytes."""


class State:
    """The state of the batch in one output folder.

    Raises `GongwenError`: what `opened` raises, and `OSError`.
    """

    def __init__(self, output: Path, settings: bytes, max_bytes: int, force: bool = False) -> None:
        self.folder = output / FOLDER
        self._settings, self._max_bytes = settings, max_bytes
        self._database = opened(self.folder)
        try:
            self._begin(force)
            self.written = Written(output, self._database)
        except BaseException:
            self._database.close()
            raise

    def _begin(self, force: bool) -> None:
        settings = self._settings.hex()
        with self._database:
            self._database.execute("BEGIN")
            run = int(self.remembered("run") or 0) + 1
            if force or self.remembered("settings") != settings:
                self._forget_all()
            self.remember("settings", settings)
            self.remember("run", str(run))
        self._run = run
        self.is_fresh = self.count_chunks() == 0

    def start_anew(self) -> None:
        """Forget every chunk."""
        with self._database:
            self._database.execute("BEGIN")
            self._forget_all()
        self.is_fresh = True

    def _forget_all(self) -> None:
        for table in OF_CHUNKS:
            self._database.execute(f"DELETE FROM {table}")
        self.remember("finished", "")

    def close(self) -> None:
        """Release the folder."""
        self._database.close()

    # -------------------------------------------------------------- meta

    def remembered(self, name: str) -> str | None:
        """A value of `meta`."""
        row = self._database.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def remember(self, name: str, value: str) -> None:
        """Set a value of `meta`."""
        self._database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    # -------------------------------------------------------------- chunks

    def find(self, chunk: Chunk) -> int | None:
        """The row of a chunk that is done, known by names, sizes and times, else by the bytes."""
        if self.is_fresh:
            return None
        rows = self._database.execute(
            "SELECT chunk, quick, sure FROM chunks WHERE names = ? AND NOT again",
            (names_key(chunk, self._settings),),
        ).fetchall()
        if not rows:
            return None
        quick = quick_key(chunk, self._settings)
        for row, known, _ in rows:
            if quick is not None and known == quick:
                return int(row)
        sure = sure_key(chunk, self._settings, hashes_of(chunk, self._max_bytes))
        return next((int(row) for row, _, known in rows if known == sure), None)

    def keep(self, row: int, chunk: Chunk) -> None:
        """A chunk of an earlier run belongs to this one as well."""
        self._database.execute(
            "UPDATE chunks SET number = ?, run = ?, quick = ? WHERE chunk = ?",
            (chunk.number, self._run, quick_key(chunk, self._settings), row),
        )

    def keep_all(self) -> None:
        """Every chunk of the run before belongs to this one."""
        self._database.execute("UPDATE chunks SET run = ?", (self._run,))

    def add(self, chunk: Chunk, result: Result, pieces: dict[str, tuple[int, int]]) -> None:
        """A chunk is done: its files are written, its pieces stand in the spool."""
        sure = sure_key(chunk, self._settings, [outcome.sha256 for outcome in result.outcomes])
        again = any(outcome.code in TRIED_AGAIN for outcome in result.outcomes)
        database = self._database
        with database:
            database.execute("BEGIN")
            self._forget("sure = ?", sure)
            row = database.execute(
                "INSERT INTO chunks (names, sure, quick, number, run, again, diagnostics)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    names_key(chunk, self._settings),
                    sure,
                    quick_key(chunk, self._settings),
                    chunk.number,
                    self._run,
                    again,
                    json.dumps(result.diagnostics),
                ),
            ).lastrowid
            database.executemany(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [(row, *document) for document in _documents(chunk, result)],
            )
            database.executemany(
                "INSERT INTO pieces VALUES (?, ?, ?, ?)", [(row, form, *at) for form, at in pieces.items()]
            )

    def _forget(self, condition: str, *values: Any) -> None:
        """Delete chunks with all that belongs to them."""
        for table in OF_CHUNKS:
            self._database.execute(
                f"DELETE FROM {table} WHERE chunk IN (SELECT chunk FROM chunks WHERE {condition})", values
            )

    def finish(self) -> None:
        """All chunks of this run are done; those of earlier runs that it does not have are forgotten."""
        with self._database:
            self._database.execute("BEGIN")
            self._forget("run <> ?", self._run)

    # -------------------------------------------------------------- what is known

    def files(self, row: int) -> Iterator[tuple[str, int]]:
        """Target and size of each JSON file of a chunk."""
        yield from self._database.execute(
            "SELECT target, bytes FROM documents WHERE chunk = ? AND bytes IS NOT NULL", (row,)
        )

    def pieces(self, form: str) -> Iterator[tuple[int, int]]:
        """Start and length in the spool of the pieces of this run, in the order of the inputs."""
        yield from self._database.execute(
            "SELECT start, length FROM chunks JOIN pieces USING (chunk) WHERE form = ? AND run = ? ORDER BY number",
            (form, self._run),
        )

    def has_pieces(self, row: int, forms: tuple[str, ...]) -> bool:
        """Whether each form of a chunk stands in the spool."""
        (count,) = self._database.execute("SELECT count(*) FROM pieces WHERE chunk = ?", (row,)).fetchone()
        return bool(count == len(forms))

    def drop_pieces(self) -> None:
        """The spool is gone."""
        self._database.execute("DELETE FROM pieces")

    def end_of(self, form: str) -> int:
        """Where the spool of a form ends, as far as chunks say."""
        (end,) = self._database.execute(
            "SELECT max(start + length) FROM pieces WHERE form = ?", (form,)
        ).fetchone()
        return end or 0

    def number_of(self, row: int) -> int:
        """The number that a chunk has had."""
        (number,) = self._database.execute("SELECT number FROM chunks WHERE chunk = ?", (row,)).fetchone()
        return int(number)

    def count_chunks(self) -> int:
        """How many chunks are done."""
        (count,) = self._database.execute("SELECT count(*) FROM chunks").fetchone()
        return int(count)

    def failures(self) -> Iterator[tuple[str, str, str]]:
        """uri, code and reason of each failure of this run, in the order of the inputs."""
        yield from self._database.execute(
            "SELECT uri, code, reason FROM documents JOIN chunks USING (chunk)"
            " WHERE code IS NOT NULL AND run = ? ORDER BY number, place",
            (self._run,),
        )

    def counts(self) -> tuple[int, dict[str, int], dict[str, int], Counter[str]]:
        """Of this run: documents, failures by code, notices by kind, diagnostics by code."""
        documents = 0
        failures: dict[str, int] = {}
        kinds: dict[str, int] = {}
        for code, kind, count in self._database.execute(
            "SELECT code, kind, count(*) FROM documents JOIN chunks USING (chunk) WHERE run = ? GROUP BY code, kind",
            (self._run,),
        ):
            documents += count
            if code is not None:
                failures[code] = failures.get(code, 0) + count
            else:
                kinds[kind or ""] = count
        found: Counter[str] = Counter()
        for (counts,) in self._database.execute("SELECT diagnostics FROM chunks WHERE run = ?", (self._run,)):
            found.update(json.loads(counts))
        return documents, failures, kinds, found


def _documents(chunk: Chunk, result: Result) -> Iterator[tuple[object, ...]]:
    """The rows of a chunk's documents, without the chunk's own."""
    files = result.files or [None] * len(chunk.items)
    for place, (item, outcome, file) in enumerate(zip(chunk.items, result.outcomes, files, strict=True)):
        size = None if file is None else len(file)
        yield place, item.uri, item.target, outcome.sha256, size, outcome.code, outcome.reason, outcome.kind

"""A batch from beginning to end: what is done is skipped, the rest is processed, written and recorded.

summary = convert(["crawl/"], Path("output"), Settings(to=("json", "parquet")))
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from gongwen.batch.engines import engine_of
from gongwen.batch.forms import FILES, READERS
from gongwen.batch.interruption import Interruption
from gongwen.batch.item import Chunk, chunks
from gongwen.batch.report import ERRORS, SUMMARY, Summary, summary_of, summary_text, write_errors
from gongwen.batch.settings import Settings
from gongwen.batch.sinks import Sink, chosen
from gongwen.batch.sources import Choice, Sources
from gongwen.batch.spool import Spool, intact, remove
from gongwen.batch.state.file import STORED
from gongwen.batch.state.journal import State
from gongwen.batch.workers.work import Result
from gongwen.errors import GongwenError


class Progress(NamedTuple):
    """The progress of a run."""

    done: int
    """Documents, including those of earlier runs."""
    failed: int
    kept: int
    """Documents that earlier runs had done."""
    uri: str
    """The last one finished."""


def convert(
    inputs: Sequence[str],
    output: str | Path,
    settings: Settings | None = None,
    choice: Choice | None = None,
    force: bool = False,
    on_progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Convert inputs into `output`; continues where an earlier run with the same inputs and settings stopped.

    `on_progress` is called after every chunk. The first SIGINT or SIGTERM lets the documents in hand finish and gives a
    summary that says `stopped`; the second raises `KeyboardInterrupt`.

    Raises `OptionError` for settings that can't be, `SourceError` (`source_missing`) for an input that is nothing, and
    `GongwenError`: `batch_at_work`, `output_clash` where a file that no batch wrote would be replaced, `output_unwritable`,
    `worker_unusable`.
    """
    chosen_settings = settings or Settings()
    sinks = chosen(chosen_settings.to)
    forms = tuple(sorted({sink.form for sink in sinks}))
    max_bytes = chosen_settings.options.max_bytes
    sources = Sources(inputs, replace(choice or Choice(), max_bytes=max_bytes))
    folder = Path(output)
    try:
        state = State(folder, chosen_settings.digest(forms), max_bytes, force)
        try:
            return _Run(sources, folder, chosen_settings, sinks, forms, state, on_progress).run()
        finally:
            state.close()
    except (OSError, sqlite3.OperationalError) as error:
        told_of = getattr(error, "filename", None) or folder
        reason = getattr(error, "strerror", None) or error
        advice = "once that is mended, the same command goes on from here"
        raise GongwenError("output_unwritable", f"{told_of}: {reason}; {advice}") from error


class _Run:
    """One call of `convert`."""

    def __init__(
        self,
        sources: Sources,
        output: Path,
        settings: Settings,
        sinks: list[Sink],
        forms: tuple[str, ...],
        state: State,
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        self._sources, self._output, self._settings = sources, output, settings
        self._sinks, self._forms, self._state, self._on_progress = sinks, forms, state, on_progress
        self._spooled = tuple(form for form in forms if form != FILES)
        self._written = state.written
        self._done = self._failed = self._kept = 0

    def run(self) -> Summary:
        started = monotonic()
        self._refuse_clashes()
        finished = self._state.remembered("finished")
        if self._spooled and finished:
            if self._unchanged(json.loads(finished)):
                return self._nothing_to_do(json.loads(finished), started)
            self._state.start_anew()
        self._written.remove(ERRORS)
        self._state.remember("finished", "")
        if not all(intact(self._state.folder, form, self._state.end_of(form)) for form in self._spooled):
            self._state.start_anew()
        spool = Spool(self._state.folder, {form: self._state.end_of(form) for form in self._spooled})
        try:
            with Interruption() as interruption:
                self._work(spool, interruption)
                stopped = interruption.asked
                outputs = [] if stopped else self._finish(spool)
        finally:
            spool.close()
        self._write_errors()
        if not stopped:
            self._state.remember("finished", json.dumps(outputs))
            self._drop_pieces()
        return self._summary(started, outputs, stopped)

    def _nothing_to_do(self, outputs: list[str], started: float) -> Summary:
        """Everything was done before and is still there."""
        self._state.keep_all()
        self._drop_pieces()
        self._write_errors()
        return self._summary(started, outputs, False)

    def _drop_pieces(self) -> None:
        self._state.drop_pieces()
        remove(self._state.folder, self._spooled)

    def _summary(self, started: float, outputs: list[str], stopped: bool) -> Summary:
        summary = summary_of(
            self._state.counts(),
            dict(self._sources.passed_over),
            self._done - self._kept,
            monotonic() - started,
            outputs,
            stopped,
        )
        self._written.put([(SUMMARY, summary_text(summary).encode())])
        return summary

    def _write_errors(self) -> None:
        made = write_errors(self._written.unfinished, self._state.failures())
        if made is None:
            self._written.remove(ERRORS)
        else:
            self._written.move(made)

    def _refuse_clashes(self) -> None:
        """Raise `output_clash` for a file of the user's that a result would replace, before anything is done."""
        for name in (ERRORS, SUMMARY, *(file for sink in self._sinks for file in sink.files())):
            if not self._written.is_free(name):
                raise self._written.clash(name)
        foreign = self._written.foreign() if FILES in self._forms else None
        if not foreign:
            return
        for chunk in chunks(self._sources):
            row = self._state.find(chunk)
            if row is not None and self._stands(row):
                continue
            for name in (item.target + STORED for item in chunk.items):
                if name.casefold() in foreign and not self._written.is_free(name):
                    raise self._written.clash(name)

    # -------------------------------------------------------------- the work

    def _work(self, spool: Spool, interruption: Interruption) -> None:
        engine = engine_of(self._settings, self._forms)
        with closing(engine.run(self._pending(), lambda: interruption.asked)) as results:
            for chunk, result in results:
                if FILES in self._forms:
                    self._write_files(chunk, result)
                self._state.add(chunk, result, spool.add(result.pieces))
                self._failed += sum(outcome.code is not None for outcome in result.outcomes)
                self._tell(chunk)

    def _pending(self) -> Iterator[Chunk]:
        """The chunks that are not done."""
        for chunk in chunks(self._sources):
            row = self._state.find(chunk)
            if row is None or not self._stands(row):
                yield chunk
                continue
            self._state.keep(row, chunk)
            self._kept += len(chunk.items)
            self._tell(chunk)

    def _stands(self, row: int) -> bool:
        """Whether the results of a chunk are still there."""
        return self._files_stand(row) and self._state.has_pieces(row, self._spooled)

    def _files_stand(self, row: int) -> bool:
        try:
            return all(
                os.stat(f"{self._output}/{target}{STORED}").st_size == size
                for target, size in self._state.files(row)
            )
        except OSError:
            return False

    def _tell(self, chunk: Chunk) -> None:
        self._done += len(chunk.items)
        if self._on_progress:
            self._on_progress(Progress(self._done, self._failed, self._kept, chunk.items[-1].uri))

    def _write_files(self, chunk: Chunk, result: Result) -> None:
        """If a document fails now, the result of an earlier run from other bytes is removed, since it is out of date."""
        names = (item.target + STORED for item in chunk.items)
        self._written.put(zip(names, result.files, strict=True))

    # -------------------------------------------------------------- the end

    def _finish(self, spool: Spool) -> list[str]:
        self._state.finish()
        made: list[Path] = []
        for sink in self._sinks:
            made += sink.write(self._pieces(spool, sink.form), self._written.unfinished)
        return [self._written.move(path) for path in made]

    def _pieces(self, spool: Spool, form: str) -> Iterator[object]:
        if form != FILES:
            read = READERS.get(form, bytes)
            for piece in spool.read(form, self._state.pieces(form)):
                yield read(piece)

    def _unchanged(self, outputs: list[str]) -> bool:
        """Whether a finished run of the same settings had the same chunks and its files are still there."""
        if not all((self._output / name).exists() for name in outputs):
            return False
        count = 0
        for chunk in chunks(self._sources):
            row = self._state.find(chunk)
            if row is None or self._state.number_of(row) != chunk.number or not self._files_stand(row):
                return False
            count += 1
        return count == self._state.count_chunks()

"""The keeper of one worker: starts it, gives it chunks, holds it to its limits, replaces it when it ends.

keeper.run(items)      blocks; the same on this machine's threads and inside a Ray actor
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from time import monotonic
from typing import NamedTuple

from gongwen.batch.item import Item
from gongwen.batch.settings import Settings
from gongwen.batch.workers.pipe import (
    BEGINS,
    HEAD,
    OUT_OF_MEMORY,
    PLACE,
    READY,
    RESULT,
    SETTINGS,
    TASK,
    packed,
)
from gongwen.batch.workers.work import Result, Task
from gongwen.errors import GongwenError

START_SECONDS = 120.0
STRIKES = 2
"""A document whose worker dies so often is the cause; once may be anybody's."""
READ_BYTES = 1 << 20


class Ending(NamedTuple):
    """How a task ended that gave no result."""

    code: str
    reason: str
    place: int | None
    """Of the document in hand: `None` before the first, their number after the last."""


class StoppedError(Exception):
    """The keeper was told to end while a chunk was in hand."""


class Keeper:
    """One worker process at a time, with the limits of the settings."""

    def __init__(self, settings: Settings, forms: tuple[str, ...]) -> None:
        self._settings = settings
        self._forms = forms
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._read = bytearray()

    # -------------------------------------------------------------- chunks

    def run(self, items: Sequence[Item]) -> Result:
        """The result of a chunk, whatever its documents do.

        Raises `GongwenError` (`worker_unusable`) where workers can't be started or end for no document's sake.
        """
        failed: dict[int, tuple[str, str]] = {}
        strikes: Counter[int | None] = Counter()
        careful = False
        while True:
            answer = self._attempt(Task(tuple(items), failed, careful))
            if isinstance(answer, Result):
                return answer
            place, known = answer.place, (answer.code, answer.reason)
            strikes[place] += 1
            if place is None:
                if strikes[None] > STRIKES:
                    raise GongwenError("worker_unusable", answer.reason)
            elif place == len(items):
                careful = True
                if strikes[place] > STRIKES:
                    failed = {at: failed.get(at, known) for at in range(len(items))}
            elif answer.code == "time_limit" or strikes[place] >= STRIKES:
                failed[place] = known

    def _attempt(self, task: Task) -> Result | Ending:
        place: int | None = None
        try:
            self._start()
            self._send(TASK, pickle.dumps(tuple(task), protocol=5), self._settings.timeout)
            while True:
                letter, body = self._receive(self._settings.timeout)
                if letter == BEGINS:
                    (place,) = PLACE.unpack(body)
                elif letter == RESULT:
                    return Result(*pickle.loads(body))
                elif letter == OUT_OF_MEMORY:
                    self._end()
                    reason = f"more than {self._settings.memory} MiB of memory"
                    return Ending("memory_limit", reason, place)
                else:
                    return Ending("internal_error", body.decode(), place)
        except TimeoutError:
            self._end()
            return Ending("time_limit", f"more than {self._settings.timeout:g} seconds", place)
        except (EOFError, BrokenPipeError, ConnectionError):
            return Ending("worker_died", self._death(), place)

    # -------------------------------------------------------------- the process

    def _start(self) -> None:
        if self._closed:
            raise StoppedError
        if self._process is not None and self._process.poll() is None:
            return
        self._end()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "gongwen.batch.workers.process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # a Ctrl-C is for the main process, which lets the workers finish
        )
        assert self._process.stdin is not None
        os.set_blocking(self._process.stdin.fileno(), False)
        try:
            self._send(SETTINGS, pickle.dumps((self._settings, self._forms)), START_SECONDS)
            letter, body = self._receive(START_SECONDS)
        except TimeoutError as error:
            self._end()
            raise GongwenError("worker_unusable", f"no worker in {START_SECONDS:g} seconds") from error
        if letter != READY:
            self._end()
            raise GongwenError("worker_unusable", f"a worker did not start: {body.decode()}")

    def stop(self) -> None:
        """End the worker at once, from any thread; a chunk in hand raises `StoppedError`."""
        self._closed = True
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the worker; no chunk may be in hand."""
        self.stop()
        self._end()

    def _end(self) -> int:
        """End the process, if it has not; its exit status."""
        process, self._process = self._process, None
        self._read = bytearray()
        if process is None:
            return 0
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        return process.wait()

    def _death(self) -> str:
        code = self._end()
        if self._closed:
            raise StoppedError
        if code >= 0:
            return f"its process ended with status {code}"
        try:
            name = signal.Signals(-code).name
        except ValueError:
            name = f"signal {-code}"
        return f"its process was ended by {name}"

    # -------------------------------------------------------------- the pipe

    def _send(self, letter: bytes, body: bytes, seconds: float) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        handle = self._process.stdin.fileno()
        view = packed(letter, body)
        until = monotonic() + seconds if seconds else None
        while view:
            _wait(handle, select.POLLOUT, until)
            view = view[os.write(handle, view) :]

    def _receive(self, seconds: float) -> tuple[bytes, bytes]:
        assert self._process is not None
        assert self._process.stdout is not None
        handle = self._process.stdout.fileno()
        until = monotonic() + seconds if seconds else None
        read = self._read
        while True:
            if len(read) >= HEAD.size:
                length, letter = HEAD.unpack_from(read)
                end = HEAD.size + length
                if len(read) >= end:
                    body = bytes(memoryview(read)[HEAD.size : end])
                    del read[:end]
                    return letter, body
            _wait(handle, select.POLLIN, until)
            more = os.read(handle, READ_BYTES)
            if not more:
                raise EOFError
            read += more


def _wait(handle: int, event: int, until: float | None) -> None:
    """Until the pipe can be used. Raises `TimeoutError`."""
    poll = select.poll()
    poll.register(handle, event)
    if not poll.poll(None if until is None else max(0.0, (until - monotonic()) * 1000)):
        raise TimeoutError

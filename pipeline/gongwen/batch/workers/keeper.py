"""The keeper of one worker: starts it, gives it chunks, holds it to its limits, replaces it when it ends.

keeper.run(items)      blocks; the same on this machine's threads and inside a Ray actor
"""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread, Timer
from typing import BinaryIO, NamedTuple, cast

from gongwen.batch.item import Item
from gongwen.batch.settings import Settings
from gongwen.batch.workers.pipe import (
    BEGINS,
    OUT_OF_MEMORY,
    PLACE,
    READY,
    RESULT,
    SETTINGS,
    TASK,
    receive,
    send,
)
from gongwen.batch.workers.work import Result, Task
from gongwen.errors import GongwenError

START_SECONDS = 120.0
STRIKES = 2
"""A document whose worker dies so often is the cause; once may be anybody's."""
READY_TAKEN = 32 * 1024
"""A pipe takes so many bytes at once, whether the worker reads them or not."""


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
        self._said: SimpleQueue[tuple[bytes, bytes] | None] = SimpleQueue()
        self._listener: Thread | None = None

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
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),  # the same on Windows
        )
        self._said = SimpleQueue()
        self._listener = Thread(target=_listen, args=(self._process, self._said), daemon=True)
        self._listener.start()
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
        if process is None:
            return 0
        process.kill()
        if process.stdin is not None:
            with suppress(OSError):
                process.stdin.close()
        if self._listener is not None:
            self._listener.join()  # the pipe ends with the process
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
        """Raises `TimeoutError` where the worker does not take it."""
        process = self._process
        assert process is not None
        assert process.stdin is not None
        late = Timer(seconds, process.kill) if seconds and len(body) >= READY_TAKEN else None
        if late is not None:
            late.start()
        try:
            send(process.stdin.fileno(), letter, body)
        except OSError as error:
            if late is not None and late.finished.is_set():
                raise TimeoutError from error
            raise BrokenPipeError from error
        finally:
            if late is not None:
                late.cancel()

    def _receive(self, seconds: float) -> tuple[bytes, bytes]:
        """The next message. Raises `TimeoutError`, and `EOFError` where the worker is gone."""
        try:
            message = self._said.get(timeout=seconds or None)
        except Empty as error:
            raise TimeoutError from error
        if message is None:
            raise EOFError
        return message


def _listen(process: subprocess.Popen[bytes], said: SimpleQueue[tuple[bytes, bytes] | None]) -> None:
    """Hand on what a worker says, in a thread of its own: no system call waits on a pipe for a time on every system."""
    assert process.stdout is not None
    with process.stdout as incoming, suppress(OSError, ValueError, EOFError):
        while True:
            said.put(receive(cast("BinaryIO", incoming)))
    said.put(None)

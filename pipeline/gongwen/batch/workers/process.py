"""The process around the work, at the end of a pipe: `python -m gongwen.batch.workers.process`.

Started, fed and ended by `gongwen.batch.workers.keeper`; what is said stands in `gongwen.batch.workers.pipe`.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
from contextlib import suppress
from typing import Any, BinaryIO

from gongwen.batch.settings import Settings
from gongwen.batch.workers.pipe import BEGINS, FAULT, OUT_OF_MEMORY, PLACE, READY, RESULT, receive, send
from gongwen.batch.workers.work import Task, parser_of, work
from gongwen.errors import GongwenError

GARBAGE = (20_000, 20, 50)
"""Thresholds of the garbage collector: a notice is some ten thousand objects that die together, without cycles."""

WARM_UP = "关于开展检查的通知\n一、检查时间\n2024年6月9日前投入3万元。".encode()


def main() -> None:
    """Serve a keeper until its end of the pipe closes."""
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.dup(1)
    os.dup2(2, 1)  # what a library prints must not run into the messages
    with suppress(BrokenPipeError):
        _serve(incoming, outgoing)


def _serve(incoming: BinaryIO, outgoing: int) -> None:
    settings: Settings
    _, body = receive(incoming)
    settings, forms = pickle.loads(body)
    try:
        parse = parser_of(settings.parser)
        work(Task((), {}, False), parse, settings, forms, lambda place: None)
        with suppress(GongwenError):  # what is made at first use is no document's time
            parse(WARM_UP, None, settings.options)
    except Exception as error:
        send(outgoing, FAULT, f"{type(error).__name__}: {error}".encode())
        return
    gc.freeze()
    gc.set_threshold(*GARBAGE)
    _limit_memory(settings.memory)
    late = settings.timeout * 1.5 + 5 if settings.timeout else 0.0

    def begins(place: int) -> None:
        _alarm(late)
        send(outgoing, BEGINS, PLACE.pack(place))

    send(outgoing, READY, b"")
    while True:
        try:
            _, body = receive(incoming)
        except EOFError:
            return
        _answer(outgoing, Task(*pickle.loads(body)), parse, settings, forms, begins)
        _alarm(0.0)


def _answer(outgoing: int, task: Task, *rest: Any) -> None:
    try:
        answer = pickle.dumps(tuple(work(task, *rest)), protocol=5)
    except MemoryError:
        send(outgoing, OUT_OF_MEMORY, b"")
        os._exit(1)
    except Exception as error:
        send(outgoing, FAULT, f"{type(error).__name__}: {error}".encode())
        return
    send(outgoing, RESULT, answer)


def _alarm(seconds: float) -> None:
    """End this process after so long, should its keeper be gone and not do it; 0 calls it off."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory(mebibytes: int) -> None:
    """Hold the address space to what is used now and so much more."""
    try:
        import resource

        with open("/proc/self/statm") as stream:
            used = int(stream.read().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if mebibytes:
        most = used + mebibytes * 1024 * 1024
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


if __name__ == "__main__":
    main()

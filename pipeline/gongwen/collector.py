"""The garbage collector is paused while a notice is made.

A parse creates no cycles, yet the collector would traverse its growing data again and again: a
notice a hundred times as long would take a hundred and sixty times as long. Reference counting frees memory as
usual.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class _Collector:
    """How many parses are running, in any thread, and whether the first of them stopped the collector."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.at_work = 0
        self.stopped = False

    def stop(self) -> None:
        with self.lock:
            if not self.at_work:
                self.stopped = gc.isenabled()
                gc.disable()
            self.at_work += 1

    def go_on(self) -> None:
        with self.lock:
            self.at_work -= 1
            if not self.at_work and self.stopped:
                gc.enable()


_COLLECTOR = _Collector()


@contextmanager
def collector_waits() -> Iterator[None]:
    """Stop the collector until the last of all concurrent parses is done; if it was off before, it stays off.

    >>> with collector_waits():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    _COLLECTOR.stop()
    try:
        yield
    finally:
        _COLLECTOR.go_on()

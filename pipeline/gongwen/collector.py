"""The collector of cycles waits while a notice is made.

What a parse builds holds no cycles, yet the collector would walk through all of it again and again while it grows: a
notice a hundred times as long would take a hundred and sixty times the time. Reference counts free what is done with as
ever.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class _Collector:
    """How many parses are at work, in whatever thread, and whether the first of them stopped the collector."""

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
    """Stop the collector until the last of all that run at a time is done; where it was off before, it stays off.

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

"""What an engine is: it gives chunks to workers and hands back results as they come."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import Protocol

from gongwen.batch.item import Chunk
from gongwen.batch.workers.work import Result

AHEAD = 3
"""Chunks given out for each worker: one in hand, and enough waiting that it never runs dry."""


class Engine(Protocol):
    """Where chunks are done."""

    def run(
        self, chunks: Iterator[Chunk], stopping: Callable[[], bool]
    ) -> Generator[tuple[Chunk, Result], None, None]:
        """Results in the order in which they come; takes chunks only as there is room.

        Once `stopping` is true no chunk is begun; those in hand are finished.
        """
        ...

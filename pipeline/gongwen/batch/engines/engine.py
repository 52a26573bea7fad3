"""An engine gives chunks to workers and hands back results as they arrive."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import Protocol

from gongwen.batch.item import Chunk
from gongwen.batch.workers.work import Result

AHEAD = 3
"""Chunks assigned to each worker: one in progress, and enough waiting that it never idles."""


class Engine(Protocol):
    """Where chunks are processed."""

    def run(
        self, chunks: Iterator[Chunk], stopping: Callable[[], bool]
    ) -> Generator[tuple[Chunk, Result], None, None]:
        """Results in order of arrival; takes chunks only as there is room.

        Once `stopping` is true, no chunk is started; those in progress are finished.
        """
        ...

"""`--engine local`: processes on this machine."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from queue import SimpleQueue

from gongwen.batch.engines.engine import AHEAD
from gongwen.batch.item import Chunk
from gongwen.batch.settings import Settings
from gongwen.batch.workers.keeper import Keeper
from gongwen.batch.workers.work import Result


class LocalEngine:
    """A thread for each worker process, which waits on its pipe."""

    def __init__(self, settings: Settings, forms: tuple[str, ...]) -> None:
        self._keepers = [Keeper(settings, forms) for _ in range(settings.workers)]
        self._idle: SimpleQueue[Keeper] = SimpleQueue()
        for keeper in self._keepers:
            self._idle.put(keeper)

    def run(
        self, chunks: Iterator[Chunk], stopping: Callable[[], bool]
    ) -> Generator[tuple[Chunk, Result], None, None]:
        """See `Engine`."""
        pool = ThreadPoolExecutor(len(self._keepers), thread_name_prefix="gongwen-keeper")
        waiting: dict[Future[Result], Chunk] = {}
        try:
            while True:
                while not stopping() and len(waiting) < AHEAD * len(self._keepers):
                    chunk = next(chunks, None)
                    if chunk is None:
                        break
                    waiting[pool.submit(self._one, chunk)] = chunk
                if stopping():
                    waiting = {future: chunk for future, chunk in waiting.items() if not future.cancel()}
                if not waiting:
                    return
                for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                    yield waiting.pop(future), future.result()
        finally:
            for keeper in self._keepers:
                keeper.stop()
            pool.shutdown(wait=True, cancel_futures=True)
            for keeper in self._keepers:
                keeper.close()

    def _one(self, chunk: Chunk) -> Result:
        keeper = self._idle.get()
        try:
            return keeper.run(chunk.items)
        finally:
            self._idle.put(keeper)

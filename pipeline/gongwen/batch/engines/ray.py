"""`--engine ray`: the same work on a Ray cluster, or on a Ray that is started on this machine.

An actor keeps one worker process, as a thread of the local engine does, so limits, failures and bytes are the same.
Each actor takes a core. Workers read the files that chunks name: on a cluster they must lie where every node sees them,
or come in archives and tables, whose bytes travel with the chunk.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from functools import partial
from typing import Any

from gongwen.batch.engines.engine import AHEAD, Engine
from gongwen.batch.item import Chunk, Item
from gongwen.batch.settings import Settings
from gongwen.batch.workers.keeper import Keeper
from gongwen.batch.workers.work import Result
from gongwen.errors import GongwenError
from gongwen.extras import require

MOST_LOSSES = 20
"""After so many lost workers in a row, without a finished chunk, the run is given up."""


def ray_engine(settings: Settings, forms: tuple[str, ...]) -> Engine:
    """Connect to the cluster, or start one here. Raises `OptionError` (`missing_extra`), `GongwenError` (`no_cluster`)."""
    require("--engine ray", "ray", ("ray",))
    import ray

    try:
        if not ray.is_initialized():
            _connect(ray, settings)
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise GongwenError("no_cluster", f"{settings.address or 'a Ray of this machine'}: {error}") from error
    return _RayEngine(ray, settings, forms)


def _connect(ray: Any, settings: Settings) -> None:
    if settings.address is not None:
        ray.init(address=settings.address, log_to_driver=False, logging_level="error")
        return
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    ray.init(
        address="local",
        num_cpus=settings.workers,
        include_dashboard=False,
        log_to_driver=False,
        logging_level="error",
    )


class KeeperActor:
    """A keeper that lives in a process of Ray."""

    def __init__(self, settings: Settings, forms: tuple[str, ...]) -> None:
        self._keeper = Keeper(settings, forms)

    def ready(self) -> bool:
        """Answers once the actor has been placed in the cluster."""
        return True

    def run(self, items: tuple[Item, ...]) -> tuple[Any, ...]:
        """The result of a chunk, as plain values."""
        return tuple(self._keeper.run(items))


class _Pool:
    """The actors of a run: those at work, each with a few chunks before it, and those that wait for a place.

    An actor that is lost, with its node or alone, gives its chunks back, and another is asked for. Where the cluster has
    no room for that one, the rest go on without it.
    """

    def __init__(self, ray: Any, settings: Settings, forms: tuple[str, ...]) -> None:
        self._ray = ray
        self._start = partial(ray.remote(num_cpus=1)(KeeperActor).remote, settings, forms)
        self._actors: list[Any] = []
        self._starting: dict[Any, int] = {}
        self._load: dict[int, int] = {}  # chunks before each actor at work
        self._given: dict[Any, tuple[Chunk, int]] = {}
        self._losses = 0
        cores = int(ray.cluster_resources().get("CPU", 0))
        if not (settings.jobs or cores):
            raise GongwenError(
                "no_cluster", "the cluster has no processor; say --jobs to wait for nodes that join"
            )
        for _ in range(settings.jobs or cores):
            self._ask()

    def has_room(self) -> bool:
        """Whether a chunk may be assigned."""
        return len(self._given) < AHEAD * len(self._load)

    def is_idle(self) -> bool:
        """Whether no chunk is assigned."""
        return not self._given

    def give(self, chunk: Chunk) -> None:
        """Give a chunk to the actor with the fewest."""
        number = min(self._load, key=self._load.__getitem__)
        self._load[number] += 1
        self._given[self._actors[number].run.remote(chunk.items)] = chunk, number

    def wait(self) -> Iterator[tuple[Chunk, Result | None]]:
        """The chunks that return within a second, without a result if their actor was lost."""
        ready, _ = self._ray.wait([*self._given, *self._starting], num_returns=1, timeout=1.0)
        for reference in ready:
            answer = self._answer(reference)
            if reference in self._starting:
                self._begin(self._starting.pop(reference), answer)
                continue
            chunk, number = self._given.pop(reference)
            if answer is None:
                self._lose(number)
            else:
                self._load[number] -= 1
                self._losses = 0
            yield chunk, answer and Result(*answer)

    def close(self) -> None:
        """End all actors."""
        for actor in self._actors:
            self._ray.kill(actor)

    def _ask(self) -> None:
        actor = self._start()
        self._starting[actor.ready.remote()] = len(self._actors)
        self._actors.append(actor)

    def _begin(self, number: int, answer: Any) -> None:
        self._load[number] = 0
        if answer is None:
            self._lose(number)

    def _lose(self, number: int) -> None:
        """An actor is gone; raised once for each of its chunks."""
        if self._load.pop(number, None) is None:
            return
        self._losses += 1
        if self._losses > MOST_LOSSES:
            raise GongwenError("worker_unusable", f"Ray lost {self._losses} workers, one after the other")
        self._ask()

    def _answer(self, reference: Any) -> Any:
        """The result of a call; `None` if its actor was lost."""
        try:
            return self._ray.get(reference)
        except self._ray.exceptions.RayTaskError as error:
            raise error.cause if isinstance(error.cause, GongwenError) else error from None
        except self._ray.exceptions.RayError:  # the actor, its node, or the result that lay there
            return None


class _RayEngine:
    """Chunks to actors, results back."""

    def __init__(self, ray: Any, settings: Settings, forms: tuple[str, ...]) -> None:
        self._ray, self._settings, self._forms = ray, settings, forms

    def run(
        self, chunks: Iterator[Chunk], stopping: Callable[[], bool]
    ) -> Generator[tuple[Chunk, Result], None, None]:
        """See `Engine`. A chunk whose actor is lost with its node is given to another."""
        pool = _Pool(self._ray, self._settings, self._forms)
        lost: list[Chunk] = []
        last = False
        try:
            while not (pool.is_idle() and (stopping() or last)):
                while pool.has_room() and not stopping():
                    chunk = lost.pop() if lost else next(chunks, None)
                    if chunk is None:
                        last = True
                        break
                    pool.give(chunk)
                for chunk, result in pool.wait():
                    if result is None:
                        lost.append(chunk)
                        last = False
                    else:
                        yield chunk, result
        finally:
            pool.close()

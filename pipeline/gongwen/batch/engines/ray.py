"""`--engine ray`: the same work on a Ray cluster, or on a Ray that is started on this machine.

An actor keeps one worker process, as a thread of the local engine does, so limits, failures and bytes are the same.
Each actor takes a core. Workers read the files that chunks name: on a cluster they must lie where every node sees them,
or come in archives and tables, whose bytes travel with the chunk.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from typing import Any

from gongwen.batch.engines.engine import AHEAD, Engine
from gongwen.batch.item import Chunk, Item
from gongwen.batch.keeper import Keeper
from gongwen.batch.settings import Settings
from gongwen.batch.worker import Result
from gongwen.errors import GongwenError
from gongwen.extras import require


def ray_engine(settings: Settings, forms: tuple[str, ...]) -> Engine:
    """Connects to the cluster, or starts one here. Raises `OptionError` (`missing_extra`), `GongwenError` (`no_cluster`)."""
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

    def run(self, items: tuple[Item, ...]) -> tuple[Any, ...]:
        """The result of a chunk, as plain values."""
        return tuple(self._keeper.run(items))

    def close(self) -> None:
        """End the worker."""
        self._keeper.close()


class _RayEngine:
    """Actors, each with a few chunks before it."""

    def __init__(self, ray: Any, settings: Settings, forms: tuple[str, ...]) -> None:
        self._ray, self._settings, self._forms = ray, settings, forms

    def run(
        self, chunks: Iterator[Chunk], stopping: Callable[[], bool]
    ) -> Generator[tuple[Chunk, Result], None, None]:
        """See `Engine`. A chunk whose actor is lost with its node is given to another."""
        ray = self._ray
        workers = self._settings.jobs or int(ray.cluster_resources().get("CPU", 1))
        kind = ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=-1)(KeeperActor)
        actors = [kind.remote(self._settings, self._forms) for _ in range(workers)]
        load = dict.fromkeys(range(workers), 0)
        waiting: dict[Any, tuple[Chunk, int]] = {}
        try:
            while True:
                while not stopping() and len(waiting) < AHEAD * workers:
                    chunk = next(chunks, None)
                    if chunk is None:
                        break
                    least = min(load, key=load.__getitem__)
                    load[least] += 1
                    waiting[actors[least].run.remote(chunk.items)] = (chunk, least)
                if not waiting:
                    return
                ready, _ = ray.wait(list(waiting), num_returns=1)
                for reference in ready:
                    chunk, actor = waiting.pop(reference)
                    load[actor] -= 1
                    yield chunk, Result(*self._value(reference))
        finally:
            for actor in actors:
                ray.kill(actor)

    def _value(self, reference: Any) -> Any:
        try:
            return self._ray.get(reference)
        except self._ray.exceptions.RayTaskError as error:
            raise error.cause if isinstance(error.cause, GongwenError) else error from None

"""Engines: where the chunks of a batch are processed. `local` on this machine, `ray` on a cluster."""

from __future__ import annotations

from gongwen.batch.engines.engine import Engine
from gongwen.batch.engines.local import LocalEngine
from gongwen.batch.settings import Settings
from gongwen.errors import OptionError

__all__ = ["Engine", "engine_of"]


def engine_of(settings: Settings, forms: tuple[str, ...]) -> Engine:
    """The engine that the settings name. Raises `OptionError` (`unknown_engine`, `missing_extra`)."""
    if settings.engine == "local":
        return LocalEngine(settings, forms)
    if settings.engine == "ray":
        from gongwen.batch.engines.ray import ray_engine

        return ray_engine(settings, forms)
    raise OptionError("unknown_engine", f"{settings.engine!r} is none of local, ray")

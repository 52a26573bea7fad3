"""The settings of a batch: those that decide the bytes, and limits that don't."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field

from gongwen.errors import OptionError
from gongwen.options import Options
from gongwen.version import VERSION

PARSER = "gongwen.assembly:parse"
MOST_SECONDS = 1_000_000
MOST_MEMORY = 16_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How a batch is run; raises `OptionError` (`wrong_limit`). Forms, options and parser decide the bytes of the results; all else does not."""

    to: tuple[str, ...] = ("json",)
    """Names of sinks: `json`, `jsonl`, `parquet` ..."""
    options: Options = field(default_factory=Options)
    parser: str = PARSER
    """`module:function` with the signature of `gongwen.parse`, importable in the workers, for those who wrap it."""
    jobs: int = 0
    """Worker processes, 0 for one per core."""
    engine: str = "local"
    """`local` or `ray`."""
    address: str | None = None
    """Of a Ray cluster; one is started on this machine where there is none."""
    timeout: float = 60.0
    """Seconds that a document may take, 0 for no limit."""
    memory: int = 2048
    """MiB that a worker may take beyond what it starts with, 0 for no limit. Only enforced on Linux."""

    def __post_init__(self) -> None:
        if not (0 <= self.timeout <= MOST_SECONDS and 0 <= self.memory <= MOST_MEMORY and self.jobs >= 0):
            raise OptionError(
                "wrong_limit",
                f"timeout {self.timeout:g} seconds, memory {self.memory} MiB, jobs {self.jobs}: none is below 0, a timeout "
                f"has at most {MOST_SECONDS} seconds and memory at most {MOST_MEMORY} MiB",
            )

    @property
    def workers(self) -> int:
        """The number of worker processes."""
        return self.jobs or available_cores()

    def digest(self, forms: tuple[str, ...]) -> bytes:
        """A digest of all that decides the bytes of a result: forms, options, parser and version."""
        decisive = repr((VERSION, self.options, self.parser, sorted(forms)))
        return hashlib.blake2b(decisive.encode(), digest_size=16).digest()


def available_cores() -> int:
    """The cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1

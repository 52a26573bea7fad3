"""Several programs in one process, turn by turn: A B, B A, A B ...

What slows the machine down for a moment slows all of them. The one that goes first changes each round, the
garbage of one is collected before the clock of the next starts, and what lives for ever is kept out of the
collector's way.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Any

Turn = Mapping[str, Callable[[], Any]]
"""The same work by several programs: `{"gongwen": ..., "trafilatura": ...}`."""


def pin_to_one_core() -> str:
    """Keep this process on one core where the system can; says what was done."""
    if not hasattr(os, "sched_setaffinity"):
        return "not pinned: this system can't"
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return f"pinned to core {core}"


def seconds(work: Callable[[], Any]) -> float:
    """One run by the wall clock, the garbage of earlier runs collected first."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def take_turns(turns: Sequence[Turn], rounds: int) -> dict[str, float]:
    """The seconds that each program takes for all turns: the median of several rounds, after a warm-up."""
    _round(turns, backwards=False)
    gc.collect()
    gc.freeze()
    try:
        totals = [_round(turns, backwards=number % 2 == 1) for number in range(rounds)]
    finally:
        gc.unfreeze()
    return {name: median(total[name] for total in totals) for name in turns[0]}


def _round(turns: Sequence[Turn], backwards: bool) -> dict[str, float]:
    total = dict.fromkeys(turns[0], 0.0)
    for turn in turns:
        for name in sorted(turn, key=list(turn).index, reverse=backwards):
            total[name] += seconds(turn[name])
    return total

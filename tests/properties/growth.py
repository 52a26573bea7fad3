"""How time grows with length: in processor seconds, which the work of others on the machine does not touch."""

import gc
from collections.abc import Callable
from time import process_time

TIMES = 4
AT_MOST = 10
"""Four times the length: linear work takes four times as long, quadratic work sixteen."""
RUNS = 3


def growth(work: Callable[[int], object], length: int) -> float:
    """How many times as long `work` takes on four times the length; the best of three runs where one seems too slow."""
    short, long = _taken(work, length), _taken(work, TIMES * length)
    for _ in range(RUNS - 1):
        if long < AT_MOST * short:
            break
        short, long = max(short, _taken(work, length)), min(long, _taken(work, TIMES * length))
    return long / short


def _taken(work: Callable[[int], object], length: int) -> float:
    gc.collect()
    start = process_time()
    work(length)
    return process_time() - start

"""How time grows with length: in processor seconds, which the work of others on the machine does not touch."""

import gc
from collections.abc import Callable
from time import process_time

TIMES = 4
AT_MOST = 10
"""Four times the length: linear work takes four times as long, quadratic work sixteen."""


def growth(work: Callable[[int], object], length: int) -> float:
    """How many times as long `work` takes on four times the length, the best of three runs each."""
    return _best(work, TIMES * length) / _best(work, length)


def _best(work: Callable[[int], object], length: int) -> float:
    taken = []
    for _ in range(3):
        gc.collect()
        start = process_time()
        work(length)
        taken.append(process_time() - start)
    return min(taken)

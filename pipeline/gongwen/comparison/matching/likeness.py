"""Which texts of one notice share most with which of the other, without checking every pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from gongwen.comparison.matching.weights import Weights

BEST = 6
"""How many partners of each text are considered."""


def likeness(
    ours: Mapping[int, Set[str]], theirs: Mapping[int, Set[str]], weights: Weights
) -> Iterator[tuple[int, int, float]]:
    """Pairs of texts and how alike they are, the best first: those among the best of either text."""
    of = weights.of
    holders: dict[str, list[int]] = defaultdict(list)
    for place, held in theirs.items():
        for word in held:
            if of[word]:
                holders[word].append(place)
    total = {place: weights.sum(held) for place, held in theirs.items()}
    ranked: list[tuple[float, int, int]] = []
    for place, held in ours.items():
        shared: dict[int, int] = defaultdict(int)
        for word in held & holders.keys():
            weight = of[word]
            for other in holders[word]:
                shared[other] += weight
        mine = weights.sum(held)
        ranked += [(-2 * weight / (mine + total[other]), place, other) for other, weight in shared.items()]
    for value, a, b in _best(sorted(ranked)):
        yield a, b, -value


def _best(ranked: Iterable[tuple[float, int, int]]) -> Iterable[tuple[float, int, int]]:
    count: tuple[dict[int, int], dict[int, int]] = (defaultdict(int), defaultdict(int))
    for row in ranked:
        _, a, b = row
        if count[0][a] < BEST or count[1][b] < BEST:
            yield row
        count[0][a] += 1
        count[1][b] += 1

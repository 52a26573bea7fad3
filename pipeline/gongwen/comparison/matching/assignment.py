"""One-to-one assignment: the pairs with the greatest total worth, using each side once.

a: x 0.9, y 0.8      b: x 0.8           a-y and b-x, 1.6 together; a greedy a-x would leave b alone

Shortest augmenting paths (Jonker and Volgenant 1987) over the pairs with any worth. Each left
has a seat of its own, worth nothing and closed to all others, so that it may also stay alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush

Worth = Mapping[int, Mapping[int, float]]
"""left -> right -> what the pair is worth, above 0. Both are places, from 0."""


def assign(worth: Worth) -> dict[int, int]:
    """The pairs left -> right with the greatest total worth.

    >>> assign({0: {0: 0.9, 1: 0.8}, 1: {0: 0.8}})
    {0: 1, 1: 0}
    """
    top = max((value for row in worth.values() for value in row.values()), default=0.0)
    table = _Table({left: _costs(left, row, top) for left, row in sorted(worth.items())})
    for left in table.costs:
        table.seat(left)
    return {left: right for left, right in sorted(table.right_of.items()) if right >= 0}


def _costs(left: int, row: Mapping[int, float], top: float) -> list[tuple[int, float]]:
    """What each seat costs: the seat of its own has a negative number."""
    return [*((right, top - value) for right, value in sorted(row.items())), (-1 - left, top)]


@dataclass(slots=True)
class _Table:
    """Who sits where so far, with the prices (dual variables) that prove it cheapest."""

    costs: dict[int, list[tuple[int, float]]]
    right_of: dict[int, int] = field(default_factory=dict)
    left_of: dict[int, int] = field(default_factory=dict)
    due: dict[int, float] = field(default_factory=dict)
    price: dict[int, float] = field(default_factory=dict)

    def seat(self, newcomer: int) -> None:
        """Give the newcomer a seat by the cheapest chain of moves."""
        reached: dict[int, float] = {}
        through: dict[int, int] = {}
        settled: dict[int, float] = {}
        heap: list[tuple[float, int]] = []
        asking, sofar = newcomer, 0.0
        while True:
            rest = sofar - self.due.get(asking, 0.0)
            for right, cost in self.costs[asking]:
                away = rest + cost - self.price.get(right, 0.0)
                if right not in settled and away < reached.get(right, away + 1):
                    reached[right], through[right] = away, asking
                    heappush(heap, (away, right))
            while heap[0][1] in settled:
                heappop(heap)
            sofar, seat = heappop(heap)
            settled[seat] = sofar
            if seat not in self.left_of:
                break
            asking = self.left_of[seat]
        for right, away in settled.items():
            if right in self.left_of:
                holder = self.left_of[right]
                self.due[holder] = self.due.get(holder, 0.0) + sofar - away
            self.price[right] = self.price.get(right, 0.0) - (sofar - away)
        self.due[newcomer] = self.due.get(newcomer, 0.0) + sofar
        self._move(newcomer, seat, through)

    def _move(self, newcomer: int, seat: int, through: Mapping[int, int]) -> None:
        while True:
            mover = through[seat]
            left = self.right_of.get(mover)
            self.right_of[mover], self.left_of[seat] = seat, mover
            if mover == newcomer or left is None:
                return
            seat = left

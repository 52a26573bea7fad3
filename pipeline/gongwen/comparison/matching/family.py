"""Which units of a notice contain which, and which are next to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from gongwen.comparison.units import Unit


class Family:
    """Parents, children and siblings of the units of one notice."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.children: dict[int | None, list[int]] = defaultdict(list)
        self.rank: list[int] = []
        for unit in units:
            siblings = self.children[unit.parent]
            self.rank.append(len(siblings))
            siblings.append(unit.place)

    def neighbour(self, place: int, step: int) -> int | None:
        """The sibling before or after, `None` where there is none."""
        siblings = self.children[self.units[place].parent]
        at = self.rank[place] + step
        return siblings[at] if 0 <= at < len(siblings) else None

    def children_that_met(self, other: Family, partner: Mapping[int, int]) -> dict[tuple[int, int], float]:
        """The share of matched children of two units, at least one of which has children: 1 if all match."""
        met: dict[tuple[int, int], int] = defaultdict(int)
        for ours, theirs in partner.items():
            mother, father = self.units[ours].parent, other.units[theirs].parent
            if mother is not None and father is not None:
                met[mother, father] += 1
        return {
            (a, b): 2 * count / (len(self.children[a]) + len(other.children[b]))
            for (a, b), count in met.items()
        }

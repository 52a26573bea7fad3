"""What was moved: to another section, or within the order of its siblings.

一二三四 → 一三四二        二 was moved; the other three are still in order
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from gongwen.comparison.matching.grouping import Match
from gongwen.comparison.units import Unit


def moved(matches: Sequence[Match], left: Sequence[Unit], right: Sequence[Unit]) -> set[Match]:
    """The matches whose sections don't correspond, or that left the order of their siblings."""
    group_left = {place: number for number, match in enumerate(matches) for place in match.left}
    group_right = {place: number for number, match in enumerate(matches) for place in match.right}
    found: set[Match] = set()
    siblings: dict[int | None, list[Match]] = defaultdict(list)
    for match in matches:
        if not match.left or not match.right:
            continue
        ours, theirs = left[match.left[0]].parent, right[match.right[0]].parent
        mother = None if ours is None else group_left[ours]
        father = None if theirs is None else group_right[theirs]
        if mother != father:
            found.add(match)
        else:
            siblings[mother].append(match)
    for family in siblings.values():
        family.sort(key=lambda match: match.left[0])
        kept = longest_rising([match.right[0] for match in family])
        found.update(match for number, match in enumerate(family) if number not in kept)
    return found


def longest_rising(numbers: Sequence[int]) -> set[int]:
    """The positions of a longest rising subsequence.

    >>> sorted(longest_rising([0, 3, 1, 2]))
    [0, 2, 3]
    """
    ends: list[int] = []
    at: list[int] = []
    before: list[int | None] = []
    for position, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(at[length - 1] if length else None)
        if length == len(ends):
            ends.append(number)
            at.append(position)
        else:
            ends[length], at[length] = number, position
    kept: set[int] = set()
    last = at[-1] if at else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept

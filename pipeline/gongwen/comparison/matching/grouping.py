"""Units without a partner of their own: part of a pair that they make more alike, or added, or removed.

9.工程招投标管理存在漏洞,部分项目竣工验收滞后  →  3.工程招标投标监管存在盲区 + 4.已完工项目竣工验收长期滞后
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from gongwen.comparison.matching.family import Family
from gongwen.comparison.matching.weights import Weights, Words

HELD = 0.5
"""The share of a part's words that its whole must contain."""
PROBLEM = 0.2
"""What a problem that was merged with another, or split from it, has in common with the whole."""
FRESH = 0.35
"""The share of its words in the whole that the other part lacks."""
CHILDREN = 0.6
"""Or this share of its children are children of the whole."""

Held = Mapping[int, Words]
Pairs = Collection[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Match:
    """Corresponding units, by index; one side is empty for what was added or removed."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float

    @property
    def turned(self) -> Match:
        """The same from the other side."""
        return Match(self.right, self.left, self.similarity)


@dataclass(frozen=True, slots=True)
class _Side:
    """One side, as seen from the other."""

    family: Family
    words: Held
    partner: Mapping[int, int]


def grouped(
    partner: Mapping[int, int],
    alike: Mapping[tuple[int, int], float],
    families: tuple[Family, Family],
    words: tuple[Held, Held],
    weights: Weights,
) -> list[Match]:
    """Every unit in exactly one match: pairs, with the parts split off or merged, and units on their own."""
    back = {right: left for left, right in partner.items()}
    left = _Side(families[0], words[0], partner)
    right = _Side(families[1], words[1], back)
    merged = _parts(left, right, alike.keys(), weights)
    split = _parts(right, left, {(b, a) for a, b in alike}, weights)
    more_left, more_right = _by_whole(merged), _by_whole(split)
    found = []
    for a, b in sorted(partner.items()):
        ours, theirs = sorted([a, *more_left[b]]), sorted([b, *more_right[a]])
        similarity = alike.get((a, b), 0.0 if a in words[0] else 1.0)
        if len(ours) + len(theirs) > 2:
            similarity = max(similarity, _together(ours, theirs, words, weights))
        found.append(Match(tuple(ours), tuple(theirs), similarity))
    found += [
        Match((u.place,), (), 0.0)
        for u in families[0].units
        if u.place not in partner and u.place not in merged
    ]
    found += [
        Match((), (u.place,), 0.0) for u in families[1].units if u.place not in back and u.place not in split
    ]
    return found


def _by_whole(parts: Mapping[int, int]) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for part, whole in parts.items():
        groups[whole].append(part)
    return groups


def _parts(side: _Side, other: _Side, seen: Pairs, weights: Weights) -> dict[int, int]:
    """Each unit of a side without a partner that is part of one on the other side, with that unit. Children go first."""
    near: dict[int, set[int]] = defaultdict(set)
    for place, whole in seen:
        near[place].add(whole)
    joined = dict(side.partner)
    parts: dict[int, int] = {}
    for unit in reversed(side.family.units):
        place = unit.place
        if place in side.partner:
            continue
        homes = _homes(place, side, other, joined)
        wholes = sorted(whole for whole in near[place] | homes.keys() if whole in other.partner)
        fits = [
            (max(_fit(place, whole, side, other, weights), homes.get(whole, 0.0)), -whole) for whole in wholes
        ]
        if fits and max(fits)[0] > 0:
            joined[place] = parts[place] = -max(fits)[1]
    return parts


def _homes(place: int, side: _Side, other: _Side, joined: Mapping[int, int]) -> dict[int, float]:
    """Where the children of a unit went, and what share of them, if large enough."""
    children = side.family.children[place]
    count: dict[int, int] = defaultdict(int)
    for child in children:
        mother = other.family.units[joined[child]].parent if child in joined else None
        if mother is not None:
            count[mother] += 1
    return {home: met / len(children) for home, met in count.items() if met >= CHILDREN * len(children)}


def _fit(part: int, whole: int, side: _Side, other: _Side, weights: Weights) -> float:
    """How well a unit is part of another that has a partner already; 0 if it isn't."""
    if part not in side.words or whole not in other.words:
        return 0.0
    first = side.words[other.partner[whole]]
    ours, theirs = side.words[part], other.words[whole]
    if not ours.problem == theirs.problem == first.problem:
        return 0.0
    held = weights.held(ours.all, theirs.all)
    if ours.problem:
        held = weights.headings(ours, theirs)
        if held < PROBLEM:
            return 0.0
    elif held < HELD:
        return 0.0
    shared = ours.all & theirs.all
    return held if weights.held(shared, shared - first.all) >= FRESH else 0.0


def _together(
    ours: Collection[int], theirs: Collection[int], words: tuple[Held, Held], weights: Weights
) -> float:
    left = [words[0][place].all for place in ours if place in words[0]]
    right = [words[1][place].all for place in theirs if place in words[1]]
    return weights.alike(frozenset().union(*left), frozenset().union(*right))

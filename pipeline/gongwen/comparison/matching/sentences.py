"""Which sentence of one notice corresponds to which of the other, wherever it stands.

word for word in both       the same, within the same section first
the same but for numbers    the same, if nothing else reads like this
the rest by worth           rare words in common, the section: one assignment for all
what is left over           part of a neighbour's partner (split, merged); else it was added or removed
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gongwen.comparison.matching.assignment import assign
from gongwen.comparison.matching.grouping import Match
from gongwen.comparison.matching.likeness import likeness
from gongwen.comparison.matching.places import longest_rising
from gongwen.comparison.matching.weights import Weights, bare, pairs
from gongwen.comparison.sentences import Sentence

TELLING = 8
"""From so many characters on, two sentences that only differ in numbers are the same."""
LEAST, LEAST_ELSEWHERE = 0.27, 0.45
"""What two sentences must have in common, within a section and across sections."""
TOGETHER = 0.2
"""What a common section adds."""
OUT_OF_PLACE = 0.02
"""What the greatest distance costs."""
HELD, FRESH = 0.55, 0.5
"""The share of a part's words that its whole must contain, and of these the share that the other part must lack."""

Groups = Mapping[int, int]
"""The number of each unit's match."""


@dataclass(frozen=True, slots=True)
class Link:
    """Corresponding sentences, by index; one side is empty for what was added or removed."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float
    moved: bool

    @property
    def turned(self) -> Link:
        """The same from the other side."""
        return Link(self.right, self.left, self.similarity, self.moved)


def link(left: Sequence[Sentence], right: Sequence[Sentence], matches: Sequence[Match]) -> list[Link]:
    """Every sentence of both sides in exactly one link; `matches` are those of their units."""
    ours = {place: number for number, match in enumerate(matches) for place in match.left}
    theirs = {place: number for number, match in enumerate(matches) for place in match.right}
    partner = _same([one.key for one in left], [one.key for one in right], left, right, (ours, theirs), {})
    texts = [bare(one.key) for one in left], [bare(one.key) for one in right]
    long = [[text if len(text) >= TELLING else "" for text in side] for side in texts]
    partner |= _same(long[0], long[1], left, right, (ours, theirs), partner)
    taken = set(partner.values())
    words = (
        {one.place: pairs(texts[0][one.place]) for one in left if one.place not in partner},
        {one.place: pairs(texts[1][one.place]) for one in right if one.place not in taken},
    )
    weights = Weights([*words[0].values(), *words[1].values()])
    alike = {(a, b): own for a, b, own in likeness(*words, weights)}
    worth: dict[int, dict[int, float]] = {place: {} for place in words[0]}
    for (a, b), own in alike.items():
        together = ours[left[a].unit] == theirs[right[b].unit]
        if own >= (LEAST if together else LEAST_ELSEWHERE):
            away = a / len(left) - b / len(right)
            worth[a][b] = own - LEAST / 2 + (TOGETHER if together else 0.0) - OUT_OF_PLACE * away * away
    partner |= assign(worth)
    return _links(left, right, (ours, theirs), partner, words, weights, alike)


def _same(
    our_keys: Sequence[str],
    their_keys: Sequence[str],
    left: Sequence[Sentence],
    right: Sequence[Sentence],
    groups: tuple[Groups, Groups],
    partner: Mapping[int, int],
) -> dict[int, int]:
    """Sentences with one key: in order within a section, then the rest in order."""
    taken = set(partner.values())
    waiting: dict[str, list[int]] = defaultdict(list)
    at_home: dict[tuple[str, int], list[int]] = defaultdict(list)
    for other in reversed(right):
        if (key := their_keys[other.place]) and other.place not in taken:
            at_home[key, groups[1][other.unit]].append(other.place)
    found: dict[int, int] = {}
    rest: list[int] = []
    for one in left:
        if (key := our_keys[one.place]) and one.place not in partner:
            if home := at_home.get((key, groups[0][one.unit])):
                found[one.place] = home.pop()
            else:
                rest.append(one.place)
    for (key, _), places in at_home.items():
        waiting[key] += places
    for places in waiting.values():
        places.sort(reverse=True)
    for place in rest:
        if others := waiting.get(our_keys[place]):
            found[place] = others.pop()
    return found


def _links(
    left: Sequence[Sentence],
    right: Sequence[Sentence],
    groups: tuple[Groups, Groups],
    partner: Mapping[int, int],
    words: tuple[Mapping[int, frozenset[str]], Mapping[int, frozenset[str]]],
    weights: Weights,
    alike: Mapping[tuple[int, int], float],
) -> list[Link]:
    back = {b: a for a, b in partner.items()}
    merged = _parts(left, words, weights, partner, back)
    split = _parts(right, (words[1], words[0]), weights, back, partner)
    more_left, more_right = _by_whole(merged), _by_whole(split)
    straying = _straying(left, right, groups, partner)
    found = [
        Link(
            tuple(sorted([a, *more_left[b]])),
            tuple(sorted([b, *more_right[a]])),
            alike.get((a, b), 1.0),
            a in straying,
        )
        for a, b in sorted(partner.items())
    ]
    found += [Link((a,), (), 0.0, False) for a in range(len(left)) if a not in partner and a not in merged]
    found += [Link((), (b,), 0.0, False) for b in range(len(right)) if b not in back and b not in split]
    return found


def _by_whole(parts: Mapping[int, int]) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for part, whole in parts.items():
        groups[whole].append(part)
    return groups


def _parts(
    side: Sequence[Sentence],
    words: tuple[Mapping[int, frozenset[str]], Mapping[int, frozenset[str]]],
    weights: Weights,
    partner: Mapping[int, int],
    back: Mapping[int, int],
) -> dict[int, int]:
    """Each sentence without a partner that is part of its neighbour's partner, with that."""
    parts: dict[int, int] = {}
    for one in side:
        if one.place in partner:
            continue
        near = [
            partner[at]
            for at in (one.place - 1, one.place + 1)
            if at in partner and side[at].unit == one.unit and partner[at] in words[1]
        ]
        fits = [(_fit(one.place, whole, words, weights, back), -whole) for whole in near]
        if fits and max(fits)[0] > 0:
            parts[one.place] = -max(fits)[1]
    return parts


def _fit(
    part: int,
    whole: int,
    words: tuple[Mapping[int, frozenset[str]], Mapping[int, frozenset[str]]],
    weights: Weights,
    back: Mapping[int, int],
) -> float:
    """How well a sentence is part of another that has a partner already; 0 if it isn't."""
    ours, theirs, first = words[0][part], words[1][whole], words[0][back[whole]]
    held = weights.held(ours, theirs)
    shared = ours & theirs
    return held if held >= HELD and weights.held(shared, shared - first) >= FRESH else 0.0


def _straying(
    left: Sequence[Sentence],
    right: Sequence[Sentence],
    groups: tuple[Groups, Groups],
    partner: Mapping[int, int],
) -> set[int]:
    """The sentences now in another section, or out of order in their own."""
    homes: dict[int, list[int]] = defaultdict(list)
    found: set[int] = set()
    for a in sorted(partner):
        home = groups[0][left[a].unit]
        if home == groups[1][right[partner[a]].unit]:
            homes[home].append(a)
        else:
            found.add(a)
    for places in homes.values():
        kept = longest_rising([partner[a] for a in places])
        found.update(a for at, a in enumerate(places) if at not in kept)
    return found

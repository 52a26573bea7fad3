"""Which unit of one notice corresponds to which of the other, decided for the whole notice at once.

equal texts first      what is word for word in both, once in each
the rest by worth      words in common, matched children and neighbours, the place: one assignment for all
what is left over      joins a pair that it makes more alike (split, merged); else it was added or removed
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from gongwen.comparison.matching.assignment import assign
from gongwen.comparison.matching.family import Family
from gongwen.comparison.matching.grouping import Match, grouped
from gongwen.comparison.matching.likeness import likeness
from gongwen.comparison.matching.weights import Weights, Words, bare, words_of
from gongwen.comparison.units import Unit

CHILDREN, LONG = 0.6, 150
"""The share of matched children in the worth of a pair (the rest is its words); half of it if a side has a long text."""
HALF = 0.5
"""If two problems have too little in common themselves, more than this share of their measures must match."""
SAME_PARENT, SAME_CHILDREN, NEIGHBOURS, SAME_MARKER = 0.12, 0.1, 0.06, 0.03
"""What the same place adds."""
OUT_OF_PLACE = 0.02
"""What the greatest distance costs, growing with its square: repeated texts stay in order."""
OTHER_KIND = {frozenset({"issue", "measure"}): 0.25, frozenset({"issue", "section"}): 0.1}
"""What a pair of two kinds loses: a problem is not a measure, but a section may be a problem that only one notice calls so."""
LEAST = 0.24
"""Only what exceeds this counts as the worth of a pair."""
LEAST_ALIKE = 0.12
"""With less in common and no matched children, the same place does not make a pair."""
HEADING = 0.8
"""The share of headings in the likeness of two sections, if they are long enough to be distinctive."""
LEAST_PROBLEM = 0.17
"""Each round words a problem anew: with this much in common two are the same, wherever they stand."""
COPIES = 12
"""If there are more copies of a text, the order decides; if there are fewer, the place."""
ROUNDS = 3
"""Each uses the children and neighbours matched in the one before."""

Alike = dict[tuple[int, int], float]


def align(left: Sequence[Unit], right: Sequence[Unit]) -> list[Match]:
    """Every unit of both sides in exactly one match."""
    fixed = _equal_texts(left, right)
    taken = set(fixed.values())
    words = (
        {unit.place: words_of(unit) for unit in left if unit.place not in fixed},
        {unit.place: words_of(unit) for unit in right if unit.place not in taken},
    )
    weights = Weights(held.all for side in words for held in side.values())
    seen = likeness(
        {place: held.all for place, held in words[0].items()},
        {place: held.all for place, held in words[1].items()},
        weights,
    )
    alike = {(a, b): _alike(whole, words[0][a], words[1][b], weights) for a, b, whole in seen}
    families = Family(left), Family(right)
    partner = dict(fixed)
    for _ in range(ROUNDS if words[0] and words[1] else 0):
        met = families[0].children_that_met(families[1], partner)
        for a, b in met.keys() - alike.keys():
            if a in words[0] and b in words[1]:
                whole = weights.alike(words[0][a].all, words[1][b].all)
                alike[a, b] = _alike(whole, words[0][a], words[1][b], weights)
        found = fixed | assign(_worth(alike, met, partner, families, words))
        if found == partner:
            break
        partner = found
    return grouped(partner, alike, families, words, weights)


def _equal_texts(left: Sequence[Unit], right: Sequence[Unit]) -> dict[int, int]:
    """What is word for word in both: once in each, or so often that only the order decides.

    If two notices are identical, everything. Then what is the same except for its numbers.
    """
    if [unit.text for unit in left] == [unit.text for unit in right]:
        return {unit.place: unit.place for unit in left}
    found = _same({unit.place: unit.text for unit in left}, {unit.place: unit.text for unit in right})
    taken = set(found.values())
    return found | _same(
        {unit.place: bare(unit.text) for unit in left if unit.place not in found},
        {unit.place: bare(unit.text) for unit in right if unit.place not in taken},
    )


def _same(left: Mapping[int, str], right: Mapping[int, str]) -> dict[int, int]:
    ours, theirs = _places(left), _places(right)
    shared = [text for text in ours if text and text in theirs]
    found = {ours[text][0]: theirs[text][0] for text in shared if len(ours[text]) == len(theirs[text]) == 1}
    often = {text for text in shared if max(len(ours[text]), len(theirs[text])) > COPIES}
    return found | _in_order(left, right, often) if often else found


def _in_order(left: Mapping[int, str], right: Mapping[int, str], often: Set[str]) -> dict[int, int]:
    """Copies of texts that are in the same order among all those in both notices."""
    from rapidfuzz.distance import LCSseq

    ours, theirs = list(left.items()), list(right.items())
    found: dict[int, int] = {}
    for code in LCSseq.opcodes([text for _, text in ours], [text for _, text in theirs]):
        if code.tag == "equal":
            rows = zip(
                ours[code.src_start : code.src_end], theirs[code.dest_start : code.dest_end], strict=True
            )
            found |= {a: b for (a, text), (b, _) in rows if text in often}
    return found


def _places(texts: Mapping[int, str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, text in texts.items():
        places[text].append(place)
    return places


def _alike(whole: float, left: Words, right: Words, weights: Weights) -> float:
    if left.problem and right.problem:
        return weights.headings(left, right)
    if not left.named or not right.named or whole < LEAST_ALIKE / 4:
        return whole
    named = HEADING * weights.headings(left, right) if left.clauses and right.clauses else 0.0
    return max(whole, (weights.alike(left.named, right.named) + whole) / 2, named + (1 - HEADING) * whole)


def _worth(
    alike: Alike,
    met: Alike,
    partner: dict[int, int],
    families: tuple[Family, Family],
    words: tuple[dict[int, Words], dict[int, Words]],
) -> dict[int, dict[int, float]]:
    left, right = families
    worth: dict[int, dict[int, float]] = {place: {} for place in words[0]}
    for (a, b), own in alike.items():
        children = met.get((a, b), 0.0)
        problems = words[0][a].problem and words[1][b].problem
        least = LEAST_PROBLEM if problems else LEAST
        if own < (LEAST_PROBLEM if problems else LEAST_ALIKE) and children <= (HALF if problems else 0):
            continue
        long = max(len(words[0][a].all), len(words[1][b].all)) > LONG
        share = CHILDREN / 2 if long else CHILDREN
        base = max(own, (1 - share) * own + share * children)
        value = base + SAME_CHILDREN * children + _place(a, b, partner, left, right) - least
        if value > 0:
            worth[a][b] = value
    return worth


def _place(a: int, b: int, partner: dict[int, int], left: Family, right: Family) -> float:
    """What the place of two units adds."""
    one, other = left.units[a], right.units[b]
    value = 0.0
    if one.parent is None or other.parent is None:
        value += SAME_PARENT if one.parent is other.parent else 0.0
    elif partner.get(one.parent) == other.parent:
        value += SAME_PARENT
    for step in (-1, 1):
        near, far = left.neighbour(a, step), right.neighbour(b, step)
        if (near is None and far is None) or (near is not None and partner.get(near) == far):
            value += NEIGHBOURS / 2
    if one.printed == other.printed:
        value += SAME_MARKER
    value -= OTHER_KIND.get(frozenset({one.kind, other.kind}), 0.0)
    return value - OUT_OF_PLACE * (a / len(left.units) - b / len(right.units)) ** 2

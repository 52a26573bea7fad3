"""The order of work of a comparison, on one screen.

units of both → matches → what was moved → sentences linked → pairs with their changes → Comparison
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, get_args

from gongwen.comparison.changes.naming import Circumstances, pair_of
from gongwen.comparison.changes.sentences import only_headings, sentence_pair
from gongwen.comparison.changes.sides import Side, linked
from gongwen.comparison.diagnostics import diagnose
from gongwen.comparison.matching.alignment import align
from gongwen.comparison.matching.grouping import Match
from gongwen.comparison.matching.places import moved
from gongwen.comparison.matching.sentences import Link, link
from gongwen.comparison.rounds import of_two_rounds
from gongwen.comparison.segments import Source
from gongwen.comparison.sentences import sentences_of
from gongwen.comparison.units import units_of
from gongwen.contract import Generator, Notice, given_notice
from gongwen.contract.comparison import FORMAT, Change, Comparison, Pair, Party
from gongwen.version import VERSION

Together = TypeVar("Together", Match, Link)


def compare(old: Notice, new: Notice) -> Comparison:
    """What changed from one notice to another: sections, issues and measures aligned, with their wording and figures.

    Both are notices: `gongwen.load` reads stored JSON, `gongwen.read` a page or text. `compare(new, old)` says the same
    from the other side. A comparison of two notices with nothing in common says so in `diagnostics`.

    Raises `ContractError` (`not_a_notice`, `other_version`) for anything else.
    """
    old, new = given_notice(old), given_notice(new)
    turned = (new.text, new.id) < (old.text, old.id)
    sides = _side(old), _side(new)
    first, second = reversed(sides) if turned else sides
    matches = align(first.units, second.units)
    displaced = moved(matches, first.units, second.units)
    links = link(first.sentences, second.sentences, matches)
    found = linked(first.sentences, second.sentences, links)
    if turned:
        matches, displaced = [match.turned for match in matches], {match.turned for match in displaced}
        links = [one.turned for one in links]
    given = Circumstances(displaced, of_two_rounds(old, new), found, turned)
    pairs = [pair_of(match, *sides, given) for match in _in_order(matches)]
    return Comparison(
        format=FORMAT,
        generator=Generator(name="gongwen", version=VERSION),
        left=party_of(old),
        right=party_of(new),
        summary=summary_of(pairs),
        pairs=pairs,
        sentences=[
            sentence_pair(one, *sides, turned) for one in _in_order(links) if not only_headings(one, *sides)
        ],
        diagnostics=diagnose(old, new, pairs),
    )


def _side(notice: Notice) -> Side:
    units, source = units_of(notice), Source(notice)
    return Side(notice, units, source, sentences_of(units, source))


def summary_of(pairs: Sequence[Pair]) -> dict[Change, int]:
    """How many pairs bear each change."""
    counts: dict[Change, int] = dict.fromkeys(get_args(Change), 0)
    for pair in pairs:
        for change in pair.changes:
            counts[change] += 1
    return counts


def _in_order(matches: Sequence[Together]) -> list[Together]:
    """In the order of the new notice; removed pairs follow the pair that they stood after."""
    after: dict[int, int] = {
        place: match.right[0] for match in matches if match.right for place in match.left
    }
    last, seat = -1, {}
    for place in sorted(place for match in matches for place in match.left):
        last = seat[place] = after.get(place, last)
    return sorted(
        matches,
        key=lambda match: (match.right[0], -1) if match.right else (seat[match.left[0]], match.left[0]),
    )


def party_of(notice: Notice) -> Party:
    """A notice as it is named in a comparison."""
    metadata = notice.metadata
    return Party(
        id=notice.id,
        uri=notice.source.uri,
        title=notice.title,
        issuers=[issuer.value for issuer in metadata.issuers],
        signed_on=metadata.signed_on.value if metadata.signed_on else None,
    )

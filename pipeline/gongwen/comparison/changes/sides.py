"""Both texts of a pair, laid side by side: its headings, then sentence by sentence.

（一）加强领导。 甲。 乙。      加强领导 | 强化领导 · 甲 | 甲 · 乙 | - · - | 丙
（一）强化领导。 甲。 丙。
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gongwen.comparison.matching.places import longest_rising
from gongwen.comparison.matching.sentences import Link
from gongwen.comparison.segments import Source
from gongwen.comparison.sentences import Sentence
from gongwen.comparison.units import Piece, Unit
from gongwen.contract import Notice


@dataclass(frozen=True, slots=True)
class Side:
    """One notice as needed for making pairs."""

    notice: Notice
    units: Sequence[Unit]
    source: Source
    sentences: Sequence[Sentence]


class Both(NamedTuple):
    """Corresponding passages of both texts; one side is empty for what only the other has."""

    left: Sequence[Piece]
    right: Sequence[Piece]

    @property
    def turned(self) -> Both:
        """The same from the other side."""
        return Both(self.right, self.left)


@dataclass(frozen=True, slots=True)
class Linked:
    """The sentences of both notices by unit, and which of them correspond."""

    left: Mapping[int, Sequence[Sentence]]
    right: Mapping[int, Sequence[Sentence]]
    link_of_left: Mapping[int, Link]


def linked(left: Sequence[Sentence], right: Sequence[Sentence], links: Sequence[Link]) -> Linked:
    """The sentences and their links, indexed by unit and by sentence."""
    return Linked(_by_unit(left), _by_unit(right), {place: link for link in links for place in link.left})


def _by_unit(sentences: Sequence[Sentence]) -> dict[int, list[Sentence]]:
    found: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        found.setdefault(sentence.unit, []).append(sentence)
    return found


def both_in_order(ours: Sequence[Unit], theirs: Sequence[Unit], given: Linked) -> list[Both]:
    """The texts of some units of both sides as passages in the order of both: nothing is left out, nothing crosses."""
    left = [part for unit in ours for part in _parts(unit, given.left)]
    right = [part for unit in theirs for part in _parts(unit, given.right)]
    seat = {sentence.place: at for at, sentence in enumerate(right)}
    home = {sentence.place: at for at, sentence in enumerate(left)}
    links = [
        link
        for link in dict.fromkeys(given.link_of_left[place] for place in home if place in given.link_of_left)
        if link.right and _one_run(link.left, home) and _one_run(link.right, seat)
    ]
    kept = longest_rising([seat[link.right[0]] for link in links])
    found: list[Both] = []
    a = b = 0
    for at in sorted(kept):
        link = links[at]
        first, other = home[link.left[0]], seat[link.right[0]]
        found += _between(left[a:first], right[b:other])
        a, b = first + len(link.left), other + len(link.right)
        found.append(Both(_spans(left[first:a]), _spans(right[other:b])))
    return found + _between(left[a:], right[b:])


def _parts(unit: Unit, sentences: Mapping[int, Sequence[Sentence]]) -> Sequence[Sentence]:
    """The sentences of a unit; a text of mere punctuation counts as one, too."""
    if found := sentences.get(unit.place):
        return found
    return [Sentence(-1 - unit.place, unit.place, start, end, "", False) for start, end in unit.pieces]


def _one_run(places: Sequence[int], seats: Mapping[int, int]) -> bool:
    """Are the sentences here, one after the other?"""
    here = [seats[place] for place in places if place in seats]
    return len(here) == len(places) and here[-1] - here[0] == len(here) - 1


def _between(left: Sequence[Sentence], right: Sequence[Sentence]) -> list[Both]:
    """What is between two corresponding sentences: headings correspond, and so do two single sentences."""
    found: list[Both] = []
    if left and right and (len(left) == len(right) == 1 or (left[0].heading and right[0].heading)):
        found = [Both([left[0].span], [right[0].span])]
        left, right = left[1:], right[1:]
    found += [part for part in (Both(_spans(left), []), Both([], _spans(right))) if any(part)]
    return found


def _spans(sentences: Sequence[Sentence]) -> list[Piece]:
    return [sentence.span for sentence in sentences]

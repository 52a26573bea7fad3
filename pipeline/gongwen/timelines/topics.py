"""A topic through the years: a section or issue of one notice that continues in the next, and in the one after.

    2019 理论学习不深入 → 2022 理论学习抓得不实            recurring
    2019 公务接待不规范 → (nothing) → 2025 公务接待超标     returned

Neighbours in time are aligned as two notices are compared. What is left over is held against the topics that are gone
or were left over too, for some come back after a gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gongwen.comparison.matching.alignment import align
from gongwen.comparison.matching.weights import Weights, bare, pairs
from gongwen.comparison.units import Unit, state_of, units_of
from gongwen.contract import Notice
from gongwen.contract.timeline import Appearance, Topic, TopicState

SAME_ISSUE = 0.2
"""An issue with less in common with its counterpart is a different one, even if their measures are the same."""
COMES_BACK = 0.45
"""With this much in common, a left-over unit is one that had disappeared."""


@dataclass(slots=True)
class _Thread:
    """A topic as far as it has been followed."""

    seen: list[tuple[int, list[Unit], float | None]] = field(default_factory=list)

    @property
    def last(self) -> int:
        return self.seen[-1][0]


def topics_of(notices: Sequence[Notice]) -> list[Topic]:
    """The sections and issues of a series as topics, in order of first appearance."""
    threads: list[_Thread] = []
    before: list[Unit] = []
    owner: dict[int, _Thread] = {}
    for at, notice in enumerate(notices):
        units = units_of(notice)
        matched = _continued(before, units, owner, at) if at else {}
        gone = [thread for thread in threads if thread.last < at]
        left = [unit for unit in units if unit.place not in matched and _is_topic(unit)]
        matched |= _returned(gone, left, at)
        for unit in left:
            if unit.place not in matched:
                threads.append(_Thread([(at, [unit], None)]))
                matched[unit.place] = threads[-1]
        before, owner = units, matched
    return [_topic(number, thread, len(notices) - 1) for number, thread in enumerate(threads, 1)]


def _is_topic(unit: Unit) -> bool:
    return unit.kind != "measure" and bool(unit.named) and (unit.marker is not None or unit.kind == "issue")


def _continued(
    before: Sequence[Unit], units: Sequence[Unit], owner: dict[int, _Thread], at: int
) -> dict[int, _Thread]:
    """The threads that continue from one notice to the next, by the index of the unit."""
    found: dict[int, _Thread] = {}
    for match in align(before, units):
        threads = [owner[place] for place in match.left if place in owner]
        theirs = [units[place] for place in match.right]
        if not threads or not theirs or not any(map(_is_topic, theirs)):
            continue
        if match.similarity < SAME_ISSUE and any(unit.kind == "issue" for unit in theirs):
            continue
        for thread in {id(thread): thread for thread in threads}.values():
            thread.seen.append((at, theirs, match.similarity))
        found.update((unit.place, threads[0]) for unit in theirs)
    return found


def _returned(gone: Sequence[_Thread], left: Sequence[Unit], at: int) -> dict[int, _Thread]:
    """The units whose headings resemble that of a topic that had disappeared; each topic once, the most alike first.

    Only headings count: what a section says about its year does not recur.
    """
    if not gone or not left:
        return {}
    old = [pairs(bare(thread.seen[-1][1][0].named)) for thread in gone]
    new = [pairs(bare(unit.named)) for unit in left]
    weights = Weights([*old, *new])
    alike = sorted(
        (-value, a, b)
        for a, ours in enumerate(old)
        for b, theirs in enumerate(new)
        if not ours.isdisjoint(theirs)
        and gone[a].seen[-1][1][0].kind == left[b].kind
        and (value := weights.alike(ours, theirs)) >= COMES_BACK
    )
    taken: set[int] = set()
    found: dict[int, _Thread] = {}
    for value, a, b in alike:
        if a not in taken and left[b].place not in found:
            taken.add(a)
            found[left[b].place] = gone[a]
            gone[a].seen.append((at, [left[b]], -value))
    return found


def _topic(number: int, thread: _Thread, latest: int) -> Topic:
    first, last = thread.seen[0][0], thread.last
    units = thread.seen[-1][1]
    return Topic(
        id=f"t{number}",
        kind="issue"
        if any(unit.kind == "issue" for _, seen, _ in thread.seen for unit in seen)
        else "section",
        name=_name(units),
        first=first,
        last=last,
        state=_state([at for at, _, _ in thread.seen], latest),
        appearances=[
            Appearance(
                notice=at,
                units=[unit.id for unit in seen],
                name=_name(seen),
                similarity=None if similarity is None else round(similarity, 3),
                status=state_of(seen),
            )
            for at, seen, similarity in thread.seen
        ],
    )


def _name(units: Iterable[Unit]) -> str:
    return next((unit.named for unit in units if unit.named), "")


def _state(seen: Sequence[int], latest: int) -> TopicState:
    if seen[-1] < latest:
        return "gone"
    if len(set(seen)) == 1:
        return "new"
    return "recurring" if latest - 1 in seen else "returned"

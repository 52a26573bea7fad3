"""The topics of a series as a matrix: one row per topic, one column per notice, each cell with what the notice says has come of it.

                  2019  2022  2025
反复出现 recurring
理论学习不深入      完    阶    完
再度出现 returned
公务接待不规范      完          中
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gongwen.contract import State
from gongwen.contract.timeline import Appearance, Series, Topic
from gongwen.reports.words import SHORT_STATES, STATES, TOPIC_STATES

ROOMY, DENSE = 6, 12
"""Up to so many notices a cell has room for the state in words; beyond so many, columns are narrow and what was seen
once and is gone stands in a list of its own."""
SEEN = "●"


@dataclass(frozen=True, slots=True)
class Cell:
    """A topic in one notice."""

    text: str
    look: str
    details: str
    """The name there, its units, and the state in words."""


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic and a cell for each notice, `None` where it is absent."""

    topic: Topic
    cells: list[Cell | None]


@dataclass(frozen=True, slots=True)
class TopicMatrix:
    """The matrix of one series."""

    groups: list[tuple[str, list[TopicRow]]]
    """By state of the topic: recurring ones first, gone ones last."""
    once: list[tuple[str, list[Topic]]]
    """By notice: topics that only that one has."""
    states: list[State]
    """The states in any cell, for the legend."""
    counts: list[tuple[str, int]]
    """How many topics are of each state."""
    dense: bool


def topic_matrix(series: Series) -> TopicMatrix:
    """The matrix; every topic is in a group or in the list of those seen once."""
    count = len(series.notices)
    dense = count > DENSE
    listed = [
        topic for topic in series.topics if dense and topic.state == "gone" and topic.first == topic.last
    ]
    left_out = {topic.id for topic in listed}
    rows = [TopicRow(one, _cells(one, count)) for one in series.topics if one.id not in left_out]
    said = {one.status for topic in series.topics for one in topic.appearances}
    found = Counter(topic.state for topic in series.topics)
    return TopicMatrix(
        groups=[
            (state, group)
            for state in TOPIC_STATES
            if (group := [row for row in rows if row.topic.state == state])
        ],
        once=[
            (moment.label, alone)
            for at, moment in enumerate(series.notices)
            if (alone := [topic for topic in listed if topic.first == at])
        ],
        states=[state for state in STATES if state in said],
        counts=[(state, found[state]) for state in TOPIC_STATES if found[state]],
        dense=dense,
    )


def _cells(topic: Topic, count: int) -> list[Cell | None]:
    cells: list[Cell | None] = [None] * count
    for one in topic.appearances:
        cells[one.notice] = _cell(one, STATES if count <= ROOMY else SHORT_STATES)
    return cells


def _cell(one: Appearance, names: dict[State, str]) -> Cell:
    details: Sequence[str] = (
        one.name,
        " ".join(one.units),
        f"{STATES[one.status]} {one.status}" if one.status else "",
    )
    text = names[one.status] if one.status else SEEN
    return Cell(text, one.status or "seen", " · ".join(part for part in details if part))

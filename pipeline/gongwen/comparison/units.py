"""What is aligned: sections, issues and measures, each once, with its own text.

1.针对政治理论学习不到位问题        an issue; its own text is the heading and the status line
整改完成情况：6月底前已整改完毕。
一是健全学习机制。……               a measure, one level below
二、……                             a section
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongwen.contract import Issue, Marker, Mention, Notice, Section, State
from gongwen.contract.comparison import Kind

Piece = tuple[int, int]
BARE_NUMBER = re.compile(r"\W*(?:\d+|[一二三四五六七八九十]+是?)\W*|\s*")
"""A cell with the number of its row, and what is left of a cell without its measures: 1. 2. 3."""


class Unit(NamedTuple):
    """A section, an issue or a measure of one notice."""

    place: int
    """Its index among the notice's units, in the order of the text."""
    kind: Kind
    id: str
    parent: int | None
    """Index of the unit that contains it."""
    marker: Marker | None
    pieces: tuple[Piece, ...]
    """Spans of its own text in order, the heading first; the marker is not part of it."""
    headed: bool
    """The first piece is a heading."""
    text: str
    """Its own text as printed, heading first."""
    named: str
    """The heading, or the problem of an issue, as printed."""
    issue: Issue | None

    @property
    def printed(self) -> tuple[str, int | str] | None:
        """Style and number of the marker: 11 and 11. are the same, 1. and (1) are not; of a table row, its number."""
        marker = self.marker
        if marker is None and self.issue and self.issue.number is not None:
            return "row", self.issue.number
        return (marker.style, marker.text if marker.ordinal is None else marker.ordinal) if marker else None


class _Row(NamedTuple):
    """A record without a section of its own: an issue in a table row, a measure in a plain paragraph."""

    span: Piece
    kind: Kind
    id: str
    issue: Issue | None


def units_of(notice: Notice) -> list[Unit]:
    """Every section, issue and measure of a notice in the order of the text, parents before their children."""
    records, rows = _records(notice)
    units: list[Unit] = []
    pending: list[tuple[Section, int | None]] = [(section, None) for section in reversed(notice.outline)]
    while pending:
        section, parent = pending.pop()
        kind, name, issue = records.get(section.id, ("section", section.id, None))
        here = len(units)
        inside = (
            [row for row in rows if any(a <= row.span[0] < b for a, b in section.content)] if rows else []
        )
        heading = [section.heading_span] if section.heading_span else []
        own = [*heading, *_without(notice.text, section.content, [row.span for row in inside])]
        named = issue.problem if issue else section.heading or ""
        units.append(
            _unit(notice, here, kind, name, parent, section.marker, own, bool(heading), named, issue)
        )
        enclosing: list[tuple[Piece, int]] = []
        for row in inside:
            while enclosing and enclosing[-1][0][1] < row.span[1]:
                enclosing.pop()
            below = [other.span for other in inside if other is not row and _covers(row.span, other.span)]
            own = _without(notice.text, [row.span], below)
            above = enclosing[-1][1] if enclosing else here
            named = row.issue.problem if row.issue else ""
            enclosing.append((row.span, len(units)))
            units.append(
                _unit(notice, len(units), row.kind, row.id, above, None, own, False, named, row.issue)
            )
        pending += [(child, here) for child in reversed(section.children)]
    return units


def state_of(units: Sequence[Unit]) -> State | None:
    """The state of some units: of several issues, the last one stated."""
    states = [unit.issue.status.state for unit in units if unit.issue and unit.issue.status]
    return states[-1] if states else None


def mentions_in(notice: Notice, piece: Piece) -> Iterator[Mention]:
    """The mentions that begin in a piece of a notice."""
    start, end = piece
    at = bisect_left(notice.mentions, start, key=lambda mention: mention.span[0])
    while at < len(notice.mentions) and notice.mentions[at].span[0] < end:
        yield notice.mentions[at]
        at += 1


def _unit(
    notice: Notice,
    place: int,
    kind: Kind,
    name: str,
    parent: int | None,
    marker: Marker | None,
    own: Sequence[Piece],
    headed: bool,
    named: str,
    issue: Issue | None,
) -> Unit:
    text = "\n".join([notice.text[start:end] for start, end in own])
    return Unit(place, kind, name, parent, marker, tuple(own), headed, text, named, issue)


def _records(notice: Notice) -> tuple[dict[str, tuple[Kind, str, Issue | None]], list[_Row]]:
    """Which section is which record, and the records without a section."""
    if not notice.issues:
        return {}, []
    known = {section.id: section for section in notice.walk()}
    sections: dict[str, tuple[Kind, str, Issue | None]] = {}
    rows: list[_Row] = []
    for issue in notice.issues:
        home = known.get(issue.section or "")
        if home and home.id not in sections and _opens(home, issue.span):
            sections[home.id] = ("issue", issue.id, issue)
        else:
            rows.append(_Row(issue.span, "issue", issue.id, issue))
    for issue in notice.issues:
        for number, measure in enumerate(issue.measures, 1):
            home = known.get(measure.section or "")
            if home and home.id not in sections and _opens(home, measure.span):
                sections[home.id] = ("measure", home.id, None)
            elif measure.span != issue.span:
                rows.append(_Row(measure.span, "measure", f"{issue.id}/{number}", None))
    return sections, sorted(rows, key=lambda row: (row.span[0], -row.span[1], row.kind))


def _opens(section: Section, span: Piece) -> bool:
    """Does the record begin where its section does? A table row begins inside its section."""
    first = (
        section.heading_span[0] if section.heading_span else section.content[0][0] if section.content else -1
    )
    return section.span[0] <= span[0] <= max(first, section.span[0])


def _covers(outer: Piece, inner: Piece) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _without(text: str, pieces: Sequence[Piece], holes: Sequence[Piece]) -> list[Piece]:
    """The pieces without the holes, which are in order, and without bare numbers before these."""
    if not holes:
        return list(pieces)
    parts = [part for piece in pieces for part in _parts(piece, holes)]
    cells = [cell for part in parts for cell in _cells(text, part)]
    return [cell for cell in cells if not BARE_NUMBER.fullmatch(text, *cell)]


def _cells(text: str, piece: Piece) -> Iterator[Piece]:
    """The cells of a piece of a table row."""
    start, end = piece
    while (tab := text.find("\t", start, end)) >= 0:
        yield start, tab
        start = tab + 1
    yield start, end


def _parts(piece: Piece, holes: Sequence[Piece]) -> Iterator[Piece]:
    start, end = piece
    for hole in holes:
        if hole[0] >= end or hole[1] <= start:
            continue
        if hole[0] > start:
            yield start, hole[0]
        start = max(start, hole[1])
    if start < end:
        yield start, end

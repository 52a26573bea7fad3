"""What a match is called (unchanged, reworded, moved ...) and its wording, figures, documents and status.

only a number differs               figures_changed
only the status line differs        status_changed
the marker differs                  renumbered; the marker is not part of the wording
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from gongwen.comparison.changes.countings import absences, countings, facing
from gongwen.comparison.changes.documents import citations, cited
from gongwen.comparison.changes.figures import figures
from gongwen.comparison.changes.sides import Both, Linked, Side, both_in_order
from gongwen.comparison.changes.tones import tone as tone_of
from gongwen.comparison.changes.wording import Run, runs_in_order, stretches
from gongwen.comparison.matching.grouping import Match
from gongwen.comparison.segments import Segment
from gongwen.comparison.units import Piece, Unit, state_of
from gongwen.contract import Notice, State
from gongwen.contract.comparison import Change, Citations, Edit, Figure, Kind, Pair, Tone

ORDER: tuple[Change, ...] = get_args(Change)
SILENT = re.compile(r"[\W_]*")
REAL = frozenset({"value_changed", "operator_changed", "redefined", "explicitly_absent"})
"""Figures that make a pair `figures_changed`; a number added or removed with its words is wording."""
LABEL = 12
"""The most characters of the label of a status line: 整改完成情况："""
RANK: dict[Kind, int] = {"issue": 0, "measure": 1, "section": 2}


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a match needs to know about all others."""

    moved: Collection[Match]
    two_rounds: bool
    linked: Linked
    """The sentences, seen from the side on which the alignment is based."""
    turned: bool
    """The old notice is on the right of the alignment."""


def pair_of(match: Match, old: Side, new: Side, given: Circumstances) -> Pair:
    """The published pair of a match; `match` and both parties as the caller named them, old and new."""
    ours = [old.units[place] for place in match.left]
    theirs = [new.units[place] for place in match.right]
    kind = min((unit.kind for unit in [*ours, *theirs]), key=RANK.__getitem__)
    left, right = [unit.id for unit in ours], [unit.id for unit in theirs]
    left_pieces = [piece for unit in ours for piece in unit.pieces]
    right_pieces = [piece for unit in theirs for piece in unit.pieces]
    if given.turned:
        both = [part.turned for part in both_in_order(theirs, ours, given.linked)]
    else:
        both = both_in_order(ours, theirs, given.linked)
    found = runs_of(both, old, new, given.turned)
    wording = [Edit(op=op, left=a, right=b) for op, a, b in stretches(found, old.source, new.source)]
    if not ours or not theirs:
        changes: list[Change] = ["removed" if ours else "added"]
        return _pair(kind, left, right, match.similarity, changes, wording)
    status = _status(ours, theirs)
    changed = [run for run in found if not run.equal]
    numbers = figures_of(found, both, old, new, given.turned) if changed else []
    names = _names(match, ours, theirs, given)
    if any(figure.relation in REAL for figure in numbers):
        names.add("figures_changed")
    if status:
        names.add("status_changed")
    lines = (_status_lines(ours, old.notice), _status_lines(theirs, new.notice)) if status else ([], [])
    if is_reworded(changed, numbers, *lines):
        names.add("reworded")
    return _pair(
        kind,
        left,
        right,
        match.similarity if changed else 1.0,
        in_order(names),
        wording,
        status=status,
        tone=tone_of(_problems(ours), _problems(theirs)) if kind == "issue" and changed else None,
        figures=numbers,
        documents=citations(cited(old.notice, left_pieces), cited(new.notice, right_pieces))
        if changed
        else None,
    )


def _pair(
    kind: Kind,
    left: list[str],
    right: list[str],
    similarity: float,
    changes: list[Change],
    wording: list[Edit],
    *,
    status: tuple[State | None, State | None] | None = None,
    tone: Tone | None = None,
    figures: Sequence[Figure] = (),
    documents: Citations | None = None,
) -> Pair:
    return Pair(
        kind=kind,
        left=left,
        right=right,
        similarity=round(similarity, 3),
        changes=changes,
        status=status,
        tone=tone,
        figures=list(figures),
        documents=documents or Citations(added=[], dropped=[]),
        wording=wording,
    )


def runs_of(both: Sequence[Both], old: Side, new: Side, turned: bool) -> list[Run]:
    """The runs of both texts, computed from the same side whichever notice is the old one."""
    ours = [piece for part in both for piece in part.left]
    theirs = [piece for part in both for piece in part.right]
    before = [old.source.folded[slice(*piece)] for piece in ours]
    after = [new.source.folded[slice(*piece)] for piece in theirs]
    if before == after:
        return [Run(True, _whole(ours), _whole(theirs))] if before else []
    if not turned:
        return runs_in_order(old.source, new.source, [(part.left, part.right) for part in both])
    mirrored = runs_in_order(new.source, old.source, [(part.right, part.left) for part in both])
    return [Run(run.equal, run.right, run.left) for run in mirrored]


def _whole(pieces: Sequence[Piece]) -> tuple[Segment, ...]:
    return tuple(Segment("", start, end) for start, end in pieces)


def figures_of(
    found: Sequence[Run], both: Sequence[Both], old: Side, new: Side, turned: bool
) -> list[Figure]:
    """The figures that changed, or were added or removed; two numbers are one figure only if their sentences match."""
    before = [
        replace(one, home=home)
        for home, part in enumerate(both)
        for one in countings(old.notice, old.source.folded, part.left)
    ]
    after = [
        replace(one, home=home)
        for home, part in enumerate(both)
        for one in countings(new.notice, new.source.folded, part.right)
    ]
    if not before and not after:
        return []
    unset = (
        absences(old.notice.text, old.source.folded, [piece for part in both for piece in part.left]),
        absences(new.notice.text, new.source.folded, [piece for part in both for piece in part.right]),
    )
    return figures(before, after, facing(found, before, after), *unset, turned=turned)


def _names(match: Match, ours: Sequence[Unit], theirs: Sequence[Unit], given: Circumstances) -> set[Change]:
    """The changes that follow from place, markers and number of parts."""
    names: set[Change] = set()
    if match in given.moved:
        names.add("moved")
    if len(theirs) > 1:
        names.add("split")
    if len(ours) > 1:
        names.add("merged")
    if len(ours) == len(theirs) == 1 and ours[0].printed != theirs[0].printed:
        names.add("renumbered")
    if given.two_rounds and all(unit.kind == "issue" for unit in (*ours, *theirs)):
        names.add("recurring")
    return names


def _status(ours: Sequence[Unit], theirs: Sequence[Unit]) -> tuple[State | None, State | None] | None:
    """From and to, where the state changed."""
    before, after = state_of(ours), state_of(theirs)
    return (before, after) if before != after else None


def _problems(units: Sequence[Unit]) -> str:
    return "，".join(unit.issue.problem for unit in units if unit.issue)


def in_order(names: Collection[Change]) -> list[Change]:
    """The changes in the order of the contract; `unchanged` where there is none."""
    return [change for change in ORDER if change in names] or ["unchanged"]


def is_reworded(
    changed: Sequence[Run],
    numbers: Sequence[Figure],
    left_lines: Sequence[Piece] = (),
    right_lines: Sequence[Piece] = (),
) -> bool:
    """Do the runs differ in more than figures that are reported as such and the lines of a changed status?"""
    real = [figure for figure in numbers if figure.left and figure.right]
    before = {figure.left.span for figure in real if figure.left}
    after = {figure.right.span for figure in real if figure.right}
    return any(
        _words(run.left, before, left_lines) != _words(run.right, after, right_lines) for run in changed
    )


def _words(segments: Sequence[Segment], figures: set[Piece], lines: Sequence[Piece]) -> list[str]:
    return [
        segment.key
        for segment in segments
        if (segment.start, segment.end) not in figures
        and not any(start <= segment.start < end for start, end in lines)
        and not SILENT.fullmatch(segment.key)
    ]


def _status_lines(units: Sequence[Unit], notice: Notice) -> list[Piece]:
    """The lines that state the status: 整改完成情况：……。"""
    lines = []
    for unit in units:
        if unit.issue and unit.issue.status:
            start, end = unit.issue.status.span
            opened = notice.text.rfind("\n", 0, start) + 1
            label = notice.text[opened:start]
            lines.append(
                (opened if len(label) <= LABEL and label.rstrip().endswith(("：", ":")) else start, end)
            )
    return lines

"""A status with its place in the text, and the deadline beside it.

整改完成情况：6月底前已整改到位并长期坚持。    completed, ongoing, until the end of June
整改时限：2022年6月底                          the deadline of an issue whose status has none
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gongwen.model import Draft
from gongwen.model.records import IssueStatus
from gongwen.profiles.rectification.passages import Piece, dates_in
from gongwen.rules.outcomes import statuses


class Status(NamedTuple):
    """A status and its place in the text."""

    reading: statuses.Reading
    start: int
    end: int


def deadline(draft: Draft, pieces: Sequence[Piece], status: Status | None) -> str | None:
    """The deadline given by a 时限."""
    piece = next((piece for piece in pieces if piece.label == "deadline"), None)
    return deadline_in(draft, piece.start, piece.end, status) if piece else None


def deadline_in(draft: Draft, start: int, end: int, status: Status | None) -> str | None:
    """The deadline that a passage gives for an issue with this status."""
    done = bool(status and status.reading.state in statuses.FULFILLED)
    folded = draft.body.folded[start:end]
    return statuses.deadline_of(folded, dates_in(draft, start, end), start, draft.context.date, done)


def read(draft: Draft, start: int, end: int) -> statuses.Reading | None:
    """The status stated by a passage."""
    folded = draft.body.folded[start:end]
    return statuses.read(folded, dates_in(draft, start, end), start, draft.context.date)


def issue_status(draft: Draft, status: Status | None, deadline: str | None) -> IssueStatus | None:
    """The status of an issue with its words."""
    if status is None:
        return None
    reading, start, end = status
    return IssueStatus(
        draft.body.text[start:end], reading.state, reading.ongoing, reading.deadline or deadline, (start, end)
    )

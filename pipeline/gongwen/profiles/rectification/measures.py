"""What stands under the heading of an issue: its status, and the measures taken.

    一是……  （1）……  ①……                        numbered measures, one each
    修订《规则》……                              a plain paragraph, one each
    局党组采取以下措施：                           introduces the list below it, no measure
    个别支部形式单一：仍以集中读文件为主。            describes the problem, no measure

A measure's `text` is exactly what stands at its `span`, without its marker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongwen.model import Draft, Node, Span
from gongwen.model.records import IssueStatus, Measure
from gongwen.profiles.rectification.passages import Piece, labels_in, pieces, trimmed
from gongwen.profiles.rectification.status import (
    bracketed as bracketed_status,
)
from gongwen.profiles.rectification.status import (
    progress,
)
from gongwen.profiles.rectification.status import (
    stated as stated_status,
)
from gongwen.profiles.rectification.status.stated import Status

DESCRIBES = re.compile(
    r"(?:经查|巡[视察](?:组)?(?:反馈)?(?:指出|发现|认为|反馈)|反馈(?:指出|意见)|审计(?:发现|查出|指出)|检查发现)"
)
LEAST = 4
"""The fewest characters of a paragraph that is a measure: 清退到位."""
NOTHING = re.compile(r"\(?(?:无|略|暂无|同上|见附件|详见附件)\)?[。;]?")
"""What is printed in place of a measure if there is none."""


class Account(NamedTuple):
    """What the text of an issue says about it."""

    status: IssueStatus | None
    measures: list[Measure]


def account(draft: Draft, node: Node, title: Span, bracketed: Status | None) -> Account:
    """Status and measures of the issue that a section is, below its `title`."""
    below = max(title.end, bracketed.end + 1) if bracketed else title.end
    children = [child for child in node.children if child.marker]
    tail = _tail(draft, children)
    own = list(pieces(draft, node.content, below))
    line_end = draft.body.folded.find("\n", title.end)
    labelled, rest = _status(draft, own, line_end if line_end >= 0 else node.span.end, bool(children))
    if bracketed and labelled and (_is_term(own, labelled) or not progress.is_verdict(draft, labelled)):
        labelled, rest = None, own
    if tail:
        last = list(pieces(draft, tail, 0))
        at_end, more = _status(draft, last, 0, False)
        labelled, rest, own = labelled or at_end, [*rest, *more], [*own, *last]
    if labelled and _is_term(own, labelled) and (said := progress.closing(draft, rest, children)):
        labelled, rest = said, own
    found = labelled or bracketed or progress.closing(draft, rest, children)
    limit = tail[0].start if tail else node.span.end
    measures = [
        *_paragraphs(draft, rest, bool(children), found),
        *(_numbered(draft, one, found, limit) for one in children),
    ]
    stated = sorted((one for one in measures if one.text), key=lambda one: one.span)
    return Account(
        stated_status.issue_status(draft, found, stated_status.deadline(draft, own, found)), stated
    )


def measure(draft: Draft, start: int, end: int, node: Node | None = None) -> Measure:
    """A measure, with its section if it is numbered."""
    text = draft.body.text
    heading = node.heading if node else None
    return Measure(
        section=node.id if node else None,
        ordinal=node.marker.ordinal if node and node.marker else None,
        heading=text[heading.start : heading.end] if heading else None,
        text=text[start:end],
        span=(start, end),
    )


def _tail(draft: Draft, children: Sequence[Node]) -> list[Span]:
    """What follows a label after the last measure: it belongs to the issue, although the outline assigns it to the item."""
    if not children:
        return []
    last = children[-1]
    while last.children:
        last = last.children[-1]
    folded = draft.body.folded
    for at, (start, end) in enumerate(last.content):
        for found in labels_in(folded, start, end):
            if found.lastgroup != "measure" and folded[found.start() - 1] in "\n。;":
                return [Span(found.start(), end), *last.content[at + 1 :]]
    return []


def _status(
    draft: Draft, own: Sequence[Piece], line_end: int, listed: bool
) -> tuple[Status | None, list[Piece]]:
    """The first status after a label or in a paragraph of its own, and the pieces without it.

    What stands before it in the heading's own line describes the problem, where measures follow.
    """
    found: tuple[int, Status] | None = None
    labelled = any(piece.label == "status" for piece in own)
    for at, piece in enumerate(own):
        if found and piece.label != "status":
            continue
        one = _status_in(draft, piece, labelled)
        if one and (found is None or _outweighs(draft, found[1], one)):
            found = at, one
    return (
        (found[1], _besides(draft, own, found[0], found[1], line_end, listed)) if found else (None, list(own))
    )


def _status_in(draft: Draft, piece: Piece, labelled: bool) -> Status | None:
    """The status that one piece states."""
    if piece.label == "status" or (piece.label == "deadline" and not labelled):
        return progress.announced(draft, piece)
    if not piece.label and piece.end - piece.start <= progress.SHORT:
        return progress.unannounced(draft, piece)
    return None


def _is_term(own: Sequence[Piece], status: Status) -> bool:
    """Whether a status only comes from a 时限 (整改时限：立行立改), which anything else outweighs."""
    return any(piece.label == "deadline" and piece.start <= status.start < piece.end for piece in own)


def _outweighs(draft: Draft, former: Status, latter: Status) -> bool:
    """整改情况：完成改造3处，1处在建。完成情况：基本完成。 is judged by the verdict."""
    return progress.is_verdict(draft, latter) and not progress.is_verdict(draft, former)


def _besides(
    draft: Draft, own: Sequence[Piece], at: int, found: Status, line_end: int, listed: bool
) -> list[Piece]:
    """The pieces without the status that the one at `at` states."""
    piece = own[at]
    rest = [Piece("", found.end, piece.end)] if piece.end - found.end > LEAST else []
    ahead = trimmed(draft.body.folded, piece.start, found.start)
    if progress.is_verdict(draft, found) and ahead[1] - ahead[0] >= LEAST:
        rest.insert(0, Piece("measure", ahead[0], ahead[1] - (draft.body.folded[ahead[1] - 1] == ",")))
    after = [*rest, *own[at + 1 :]]
    describes = bool(after) or listed
    before = [one for one in own[:at] if one.label or not describes or one.start >= line_end]
    return [*before, *after]


def _paragraphs(draft: Draft, own: Sequence[Piece], listed: bool, status: Status | None) -> Iterator[Measure]:
    folded = draft.body.folded
    for piece in own:
        start, end = trimmed(folded, piece.start, piece.end)
        end = start + len(
            folded[start:end].rstrip(bracketed_status.OPENINGS)
        )  # of a label in brackets: (责任单位:……)
        if (
            piece.label in ("deadline", "other")
            or end - start < LEAST
            or NOTHING.fullmatch(folded, start, end)
        ):
            continue
        if status and start <= status.start < end <= status.end + 2:
            start, end = trimmed(folded, start, bracketed_status.opening_of(folded, start, status))
            if end - start < LEAST:
                continue
        if listed and folded[end - 1] in ":,":
            continue
        if (listed or len(own) > 1) and DESCRIBES.match(folded, start, end):
            continue
        yield measure(draft, start, end)


def _numbered(draft: Draft, node: Node, status: Status | None, limit: int) -> Measure:
    """A numbered measure, without the status and the labels that stand at the end of the last one."""
    folded, start, end = draft.body.folded, node.span.start, min(node.span.end, limit)
    if status and start < status.start and status.end + 2 >= end > status.start:
        end = bracketed_status.opening_of(folded, start, status)
    start, end = trimmed(folded, node.marker.end if node.marker else start, end)
    return measure(draft, start, end, node)

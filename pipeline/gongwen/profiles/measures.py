"""What stands under the heading of an issue: its status, and the measures taken.

    整改完成情况：6月底前已整改到位并长期坚持。        a line of its own, told by its label
    （已完成，长期坚持）                           in brackets behind the heading, or at the end
    责任单位：办公室；整改时限：2022年6月底            labels that name neither; the 时限 gives the deadline
    一是……  （1）……  修订《规则》……              measures: numbered ones one each, plain paragraphs one each

A measure's `text` is exactly what stands at its `span`, without its marker. A sentence that only leads on to the list
below it is no measure, nor is a description of the problem that stands before a status line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from gongwen.model import Draft, Mention, Node, Span
from gongwen.rules import statuses

SHORT = 40
"""Most characters of a status that no label announces, or that is not understood."""
BRACKETS = re.compile(r"\(([^()]{2,40})\)[\s。;]*$")
LEADING_BRACKETS = re.compile(r"[\s。:;,]*\(([^()]{2,40})\)")
STATUS_BEGINS = re.compile(
    r"(?:目前|现)?,?(?:该|此|本|上述)?(?:项)?(?:问题|任务|整改任务|整改工作)?,?(?:已|均|全部|正在|基本|尚未|未|部分|整改|阶段|持续整改|长期|立行立改|完成|申请延期|\d{1,4}年|\d{1,2}月)"
)
LAST_SENTENCE = re.compile(
    r"(?<=[。;])\s*(?:目前,?|现)?(?:该|此|上述)?(?:问题|项|任务|整改任务)?[^。;,]{2,18}(?:,[^。;,]{2,24})?。?$"
)
CONTINUES = re.compile(
    r"(?:并|将|下一步|今后|长期|持续|预计|力争|计划|确保|申请|待|已|正|基本|取得|完成率|整改率|其余|剩余|尚|未|\d{2,4}年|\d{1,2}月|年底)"
)
"""How a clause goes on that is still about the status, not about what was done."""
LONG = 24
"""From so many characters a status sentence may tell of measures too."""
GOES_ON = re.compile(r"(?:并|将|下一步|今后|长期|持续|后续)")
DESCRIBES = re.compile(
    r"(?:经查|巡[视察](?:组)?(?:反馈)?(?:指出|发现|认为|反馈)|反馈(?:指出|意见)|审计(?:发现|查出|指出)|检查发现)"
)
EDGE = " \n。:;,、：；，"


class Status(NamedTuple):
    """A status and the place that it quotes."""

    reading: statuses.Reading
    start: int
    end: int


class Piece(NamedTuple):
    """A stretch of an issue's own text under one label, or under none."""

    label: str
    """`status`, `deadline`, `measure`, `other`, or nothing."""
    start: int
    end: int


class Account(NamedTuple):
    """What an issue's text says of it."""

    status: dict[str, Any] | None
    measures: list[dict[str, Any]]


def account(draft: Draft, node: Node, title: Span, bracketed: Status | None) -> Account:
    """Status and measures of the issue that a section is, below its `title`."""
    below = max(title.end, bracketed.end + 1) if bracketed else title.end
    children = [child for child in node.children if child.marker]
    tail = _tail(draft, children)
    pieces = list(_pieces(draft, node.content, below))
    labelled, rest = _status(draft, pieces, bool(node.children))
    if tail:
        last = list(_pieces(draft, tail, 0))
        at_end, more = _status(draft, last, False)
        labelled, rest, pieces = labelled or at_end, [*rest, *more], [*pieces, *last]
    found = labelled or bracketed or _closing(draft, rest, children)
    limit = tail[0].start if tail else node.span.end
    measures = [
        *_paragraphs(draft, rest, node, found),
        *(_numbered(draft, one, found, limit) for one in children),
    ]
    told = sorted((one for one in measures if one["text"]), key=lambda one: one["span"])
    return Account(plain_status(draft, found, _deadline(draft, pieces, found)), told)


def has_status_line(draft: Draft, node: Node) -> bool:
    """Whether a paragraph of the section's own text opens with a label of a status."""
    for start, end in node.content:
        found = statuses.LABEL.match(draft.body.folded, start, end)
        if found and found.lastgroup == "status" and node.heading is not None:
            return True
    return False


def bracketed(draft: Draft, start: int, end: int, *, leading: bool = False) -> Status | None:
    """A status in brackets at the end of a stretch, or at its beginning."""
    folded = draft.body.folded
    found = (
        LEADING_BRACKETS.match(folded, start, end)
        if leading
        else BRACKETS.search(folded, max(start, end - 46), end)
    )
    if found is None:
        return None
    first, last = found.span(1)
    if label := statuses.LABEL.match(folded, first, last):
        first = label.end()
    reading = read(draft, first, last)
    return Status(reading, first, last) if reading and reading.sure else None


def read(draft: Draft, start: int, end: int) -> statuses.Reading | None:
    """The status that a stretch of the text states."""
    folded = draft.body.folded[start:end]
    return statuses.read(folded, dates_in(draft, start, end), start, draft.context.date)


def dates_in(draft: Draft, start: int, end: int) -> list[Mention]:
    """The dates that stand in a stretch."""
    mentions = draft.mentions
    at = bisect_left(mentions, start, key=lambda one: one.start)
    found = []
    while at < len(mentions) and mentions[at].start < end:
        if mentions[at].kind == "date":
            found.append(mentions[at])
        at += 1
    return found


def plain_status(draft: Draft, status: Status | None, deadline: str | None) -> dict[str, Any] | None:
    """The status as the contract has it."""
    if status is None:
        return None
    reading, start, end = status
    return {
        "text": draft.body.text[start:end],
        "state": reading.state,
        "ongoing": reading.ongoing,
        "deadline": reading.deadline or deadline,
        "span": (start, end),
    }


def measure(draft: Draft, start: int, end: int, node: Node | None = None) -> dict[str, Any]:
    """A measure as the contract has it; of a numbered one with its section."""
    text = draft.body.text
    heading = node.heading if node else None
    return {
        "section": node.id if node else None,
        "ordinal": node.marker.ordinal if node and node.marker else None,
        "heading": text[heading.start : heading.end] if heading else None,
        "text": text[start:end],
        "span": (start, end),
    }


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the punctuation and blanks that the stretch begins with, nor blanks at its end."""
    while start < end and text[start] in EDGE:
        start += 1
    while start < end and text[end - 1] in " \n":
        end -= 1
    return start, end


# -------------------------------------------------------------------------------- pieces


def _pieces(draft: Draft, content: Iterable[Span], after: int) -> Iterable[Piece]:
    folded = draft.body.folded
    for span in content:
        if span.end <= after:
            continue
        start, end = trimmed(folded, max(span.start, after), span.end)
        labels = list(_labels(folded, start, end))
        first = labels[0].start() if labels else end
        if start < first:
            yield Piece("", start, first)
        for label, following in zip(labels, [*labels[1:], None], strict=False):
            last = following.start() if following else end
            if label.end() < last:
                yield Piece(label.lastgroup or "", label.end(), last)


def _labels(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The labels of a stretch; most have no colon, and are not looked at closer."""
    if folded.find(":", start, end) >= 0:
        yield from statuses.LABEL.finditer(folded, start, end)


def _tail(draft: Draft, children: Sequence[Node]) -> list[Span]:
    """What stands under a label behind the last measure: it is the issue's, though the outline gives it to the item."""
    if not children:
        return []
    last = children[-1]
    while last.children:
        last = last.children[-1]
    folded = draft.body.folded
    for at, (start, end) in enumerate(last.content):
        for found in _labels(folded, start, end):
            if found.lastgroup != "measure" and folded[found.start() - 1] in "\n。;":
                return [Span(found.start(), end), *last.content[at + 1 :]]
    return []


def _status(draft: Draft, pieces: Sequence[Piece], listed: bool) -> tuple[Status | None, list[Piece]]:
    """The first status that a label announces or that is a paragraph of its own, and the pieces without it."""
    for at, piece in enumerate(pieces):
        if piece.label == "status":
            found = _announced(draft, piece, listed)
        elif not piece.label and piece.end - piece.start <= SHORT:
            found = _unannounced(draft, piece)
        elif piece.label == "deadline" and not any(one.label == "status" for one in pieces):
            found = _announced(draft, piece, listed)
        else:
            continue
        if found:
            rest = [Piece("", found.end, piece.end)] if piece.end - found.end > 6 else []
            before = [
                one
                for one in pieces[:at]
                if not (rest or pieces[at + 1 :] or listed) or one.label == "measure"
            ]
            return found, [*before, *rest, *pieces[at + 1 :]]
    return None, list(pieces)


def _announced(draft: Draft, piece: Piece, listed: bool) -> Status | None:
    folded = draft.body.folded
    start, end = piece.start, _sentence_end(folded, piece.start, piece.end)
    reading = read(draft, start, end)
    if reading and reading.sure and end - start > LONG:
        end = _clauses_end(draft, start, end)
        reading = read(draft, start, end)
    if reading and (reading.sure or end - start <= SHORT):
        return Status(reading, start, end)
    if reading is None and end - start <= SHORT and piece.end - end < 3 and piece.label == "status":
        return Status(statuses.Reading("unknown", False, None, False), start, end)
    return None


def _clauses_end(draft: Draft, start: int, end: int) -> int:
    """The end of the clauses that tell the status: 已完成整改,盘点资产126件 is a status and a measure."""
    folded = draft.body.folded
    comma = folded.find(",", start, end)
    while comma >= 0:
        first = read(draft, start, comma)
        if first and first.sure and not CONTINUES.match(folded, comma + 1, end):
            return comma
        comma = folded.find(",", comma + 1, end)
    return end


def _sentence_end(folded: str, start: int, end: int) -> int:
    """The end of the first sentence, with the next where that says that it goes on; the stop is left out."""
    stop = folded.find("。", start, end)
    if stop < 0:
        return _bare_end(folded, start, end)
    if GOES_ON.match(folded, stop + 1) and end - start <= 2 * SHORT:
        following = folded.find("。", stop + 1, end)
        stop = following if following > 0 else stop
    return stop


def _bare_end(folded: str, start: int, end: int) -> int:
    while start < end and folded[end - 1] in " \n。;":
        end -= 1
    return end


def _unannounced(draft: Draft, piece: Piece) -> Status | None:
    folded = draft.body.folded
    if not STATUS_BEGINS.match(folded, piece.start, piece.end):
        return bracketed(draft, piece.start, piece.end) if folded[piece.start] == "(" else None
    end = _bare_end(folded, piece.start, piece.end)
    if "。" in folded[piece.start : end] and _sentence_end(folded, piece.start, end) < end:
        return None
    reading = read(draft, piece.start, end)
    return Status(reading, piece.start, end) if reading and reading.sure else None


def _closing(draft: Draft, pieces: Sequence[Piece], children: Sequence[Node]) -> Status | None:
    """A status at the very end of the issue: under its label, in brackets, or as a short sentence."""
    folded = draft.body.folded
    start, end = (pieces[-1].start, pieces[-1].end) if pieces else (0, 0)
    if children and children[-1].span.end > end:
        start, end = children[-1].span
    if found := bracketed(draft, start, end):
        return found
    last = LAST_SENTENCE.search(folded, max(start, end - 60), end)
    if last is None:
        return None
    first, end = trimmed(folded, *last.span())
    end = _bare_end(folded, first, end)
    reading = read(draft, first, end) if STATUS_BEGINS.match(folded, first, end) else None
    closes = reading is not None and reading.sure and re.search("整改|完成$|销号|到位", folded[first:end])
    return Status(reading, first, end) if reading and closes else None


def _deadline(draft: Draft, pieces: Sequence[Piece], status: Status | None) -> str | None:
    for piece in pieces:
        if piece.label == "deadline":
            done = bool(status and status.reading.state in statuses.FULFILLED)
            dates = dates_in(draft, piece.start, piece.end)
            folded = draft.body.folded[piece.start : piece.end]
            return statuses.deadline_of(folded, dates, piece.start, draft.context.date, done)
    return None


# -------------------------------------------------------------------------------- measures


def _paragraphs(
    draft: Draft, pieces: Sequence[Piece], node: Node, status: Status | None
) -> Iterable[dict[str, Any]]:
    folded = draft.body.folded
    for piece in pieces:
        start, end = trimmed(folded, piece.start, piece.end)
        if piece.label in ("deadline", "other") or end - start < 6:
            continue
        if status and start <= status.start < end <= status.end + 2:
            start, end = trimmed(folded, start, status.start - (folded[status.start - 1] == "("))
            if end - start < 6:
                continue
        if node.children and (folded[end - 1] in ":," or DESCRIBES.match(folded, start, end)):
            continue
        yield measure(draft, start, end)


def _numbered(draft: Draft, node: Node, status: Status | None, limit: int) -> dict[str, Any]:
    """A numbered measure, without the status and the labels that stand at the end of the last one."""
    folded, start, end = draft.body.folded, node.span.start, min(node.span.end, limit)
    if status and start < status.start and status.end + 2 >= end > status.start:
        end = status.start - (folded[status.start - 1] == "(")
    start, end = trimmed(folded, node.marker.end if node.marker else start, end)
    return measure(draft, start, end, node)

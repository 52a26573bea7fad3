"""Where an issue says what has come of it.

整改完成情况：6月底前已整改到位并长期坚持。        a line of its own with a label
已完成整改，并长期坚持。                        a line of its own without a label
……该问题已整改到位。                           the last sentence
整改时限：2022年6月底                          the deadline, and the status where nothing else is said

A status in brackets or after a dash is read by `bracketed`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongwen.model import Draft, Node
from gongwen.profiles.rectification.passages import Piece, bare_end, trimmed
from gongwen.profiles.rectification.status.bracketed import OPENINGS, bracketed
from gongwen.profiles.rectification.status.stated import Status, read
from gongwen.rules.outcome_words import AIMED, AT_ONCE, DONE_BY_ITSELF
from gongwen.rules.outcomes import labels, statuses, verdicts

SHORT = 40
"""The most characters of a status without a label, or of one that is not understood."""
LONGEST_STATUS = 500
"""No status runs on for so many characters; each comma is read from the beginning."""
LONG = 24
"""From so many characters on, a status sentence may also describe measures."""
STATUS_BEGINS = re.compile(
    rf"""
    (?:目前|现)?,?(?:该|此|本|上述)?(?:项)?(?:问题|任务|整改任务|整改工作)?,?        # 目前，该问题
    (?: 已|均|全部|正在|基本|尚未|未|部分|阶段|持续整改|长期                      # 已……
      | 完成|整改|{DONE_BY_ITSELF}(?=$|[,。;])                               # 完成整改; 办结
      | {"|".join(AT_ONCE)}|申请延期                                        # 立行立改
      | \d{{1,4}}年|\d{{1,2}}月                                            # 2024年6月底前完成
    )
    """,
    re.VERBOSE,
)
LAST_SENTENCE = re.compile(
    r"(?<=[。;])\s*(?:目前,?|现)?(?:该|此|上述)?(?:问题|项|任务|整改任务)?[^。;,]{2,18}(?:,[^。;,]{2,24})?。?$"
)
CONTINUES = re.compile(
    rf"(?:并|将|下一步|今后|长期|持续|{AIMED}|申请|待|已|正|基本|取得|完成率|整改率|其余|剩余|尚|未|\d{{2,4}}年|\d{{1,2}}月|年底)"
)
"""How a clause begins that is still about the status, not about what was done."""
GOES_ON = re.compile(r"(?:并|将|下一步|今后|长期|持续|后续)")


def has_status_line(draft: Draft, node: Node) -> bool:
    """Whether a paragraph of the section's own text opens with a label of a status."""
    for start, end in node.content:
        found = labels.LABEL.match(draft.body.folded, start, end)
        if found and found.lastgroup == "status" and node.heading is not None:
            return True
    return False


def announced(draft: Draft, piece: Piece) -> Status | None:
    """The status after a label: the verdict that ends it, else its beginning; one that is not understood is unknown."""
    folded = draft.body.folded
    if not verdicts.opens(folded, piece.start, piece.end) and (
        found := verdict(draft, piece.start, piece.end)
    ):
        return found
    start, end = piece.start, _sentence_end(folded, piece.start, piece.end)
    reading = read(draft, start, end)
    if reading and reading.sure and end - start > LONG:
        end = _clauses_end(draft, start, end)
        reading = read(draft, start, end)
    if reading and (reading.sure or end - start <= SHORT):
        return Status(reading, start, end)
    finished = "完成" in folded[max(0, start - 8) : start]
    if reading is None and finished and end - start <= SHORT and piece.end - end < 3:
        return Status(statuses.Reading("unknown", False, None, False), start, end)
    return None


def verdict(draft: Draft, start: int, end: int) -> Status | None:
    """The sentence at the end of a passage that is just a verdict, or its last clause after prose."""
    folded = draft.body.folded
    end = bare_end(folded, start, end)
    place = verdicts.closing(folded, start, end)
    if place is None:
        comma = folded.rfind(",", start, end)
        if comma < 0 or not verdicts.is_verdict(folded[comma + 1 : end]) or _says(draft, start, comma):
            return None
        place = verdicts.Place(comma + 1, end)
    reading = read(draft, *place)
    if reading and reading.sure:
        return Status(_due_before(draft, start, place.start, reading), *place)
    return None


def _due_before(draft: Draft, start: int, end: int, reading: statuses.Reading) -> statuses.Reading:
    """剩余3件计划11月底前审结。正在整改。: what is not done yet is to be done by the deadline in the prose."""
    if reading.deadline or reading.state in statuses.FULFILLED:
        return reading
    before = read(draft, start, end)
    ahead = before and before.deadline and statuses.TO_COME.search(draft.body.folded, start, end)
    return reading._replace(deadline=before.deadline) if before and ahead else reading


def is_verdict(draft: Draft, status: Status) -> bool:
    """Whether the words of a status say nothing else."""
    return verdicts.are_verdicts(draft.body.folded[status.start : status.end])


def _says(draft: Draft, start: int, end: int) -> bool:
    """Whether the last sentence before a clause states a status by itself."""
    begins = max(start, draft.body.folded.rfind("。", start, end) + 1)
    return read(draft, begins, end) is not None


def _clauses_end(draft: Draft, start: int, end: int) -> int:
    """The end of the clauses on the status: 已完成整改,盘点资产126件 is a status and a measure."""
    folded = draft.body.folded
    comma = folded.find(",", start, end)
    while 0 <= comma < start + LONGEST_STATUS:
        first = read(draft, start, comma)
        if first and first.sure and not CONTINUES.match(folded, comma + 1, end):
            return comma
        comma = folded.find(",", comma + 1, end)
    return end


def _sentence_end(folded: str, start: int, end: int) -> int:
    """The end of the first sentence, or of the next one if that continues it, without the full stop."""
    stop = folded.find("。", start, end)
    if stop < 0:
        return bare_end(folded, start, end)
    if GOES_ON.match(folded, stop + 1) and end - start <= 2 * SHORT:
        following = folded.find("。", stop + 1, end)
        stop = following if following > 0 else stop
    return stop


def unannounced(draft: Draft, piece: Piece) -> Status | None:
    """The status given by a short paragraph."""
    folded = draft.body.folded
    end = bare_end(folded, piece.start, piece.end)
    if not STATUS_BEGINS.match(folded, piece.start, piece.end) and not verdicts.is_verdict(
        folded[piece.start : end]
    ):
        return bracketed(draft, piece.start, piece.end) if folded[piece.start] in OPENINGS else None
    if "。" in folded[piece.start : end] and _sentence_end(folded, piece.start, end) < end:
        return None
    reading = read(draft, piece.start, end)
    return Status(reading, piece.start, end) if reading and reading.sure else None


def closing(draft: Draft, pieces: Sequence[Piece], children: Sequence[Node]) -> Status | None:
    """A status at the very end of the issue: after its label, in brackets, or as a short sentence."""
    folded = draft.body.folded
    accounts = [piece for piece in pieces if piece.label not in ("deadline", "other")]
    start, end = (accounts[-1].start, accounts[-1].end) if accounts else (0, 0)
    if children and children[-1].span.end > end:
        start, end = children[-1].span
    if found := bracketed(draft, start, end):
        return found
    place = verdicts.closing(folded, max(start, end - 2 * verdicts.MOST), end)
    reading = read(draft, *place) if place else None
    if place and reading and reading.sure and bare_end(folded, start, end) == place.end:
        return Status(reading, *place)
    last = LAST_SENTENCE.search(folded, max(start, end - 60), end)
    if last is None:
        return None
    first, end = trimmed(folded, *last.span())
    end = bare_end(folded, first, end)
    reading = read(draft, first, end) if STATUS_BEGINS.match(folded, first, end) else None
    closes = reading is not None and reading.sure and re.search("整改|完成$|销号|到位", folded[first:end])
    return Status(reading, first, end) if reading and closes else None

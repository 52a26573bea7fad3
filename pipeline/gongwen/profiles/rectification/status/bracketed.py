"""A status in brackets or after a dash, at the end of a heading or text, or at its beginning.

1.针对学习不深入问题（已完成，长期坚持）       已完成，长期坚持
作风不实——已完成                               已完成
（整改情况：已完成）制定学习计划……            已完成
"""

from __future__ import annotations

import re

from gongwen.model import Draft
from gongwen.profiles.rectification.status.stated import Status, read
from gongwen.rules.outcomes import labels, verdicts

OPENINGS, CLOSINGS = "([【〔", ")]】〕"
INSIDE = r"([^()\[\]【】〔〕\n]{2,40})"
BRACKETS = re.compile(rf"[(\[【〔]{INSIDE}[)\]】〕][\s。;]*$")
LEADING_BRACKETS = re.compile(rf"[\s。:;,]*[(\[【〔]{INSIDE}[)\]】〕]")
DASHED = re.compile(r"(?:——|--|—)\s*([^—。;,\n-]{2,24}(?:,[^—。;\n-]{2,24})?)[\s。;]*$")
"""作风不实——已完成"""


def bracketed(draft: Draft, start: int, end: int, *, leading: bool = False) -> Status | None:
    """A status in brackets or after a dash at the end of a passage, or in brackets at its beginning."""
    folded = draft.body.folded
    found = (
        LEADING_BRACKETS.match(folded, start, end)
        if leading
        else BRACKETS.search(folded, max(start, end - 46), end)
    )
    if found is None and not leading:
        found = DASHED.search(folded, max(start, end - 60), end)
        found = found if found and verdicts.is_verdict(found[1]) else None
    if found is None:
        return None
    first, last = found.span(1)
    if label := labels.LABEL.match(folded, first, last):
        first = label.end()
    reading = read(draft, first, last)
    return Status(reading, first, last) if reading and reading.sure else None


def opening_of(folded: str, start: int, status: Status) -> int:
    """Where a status begins, including its bracket or dash, in a passage that begins at `start`."""
    closes = folded[status.end : status.end + 1]
    if closes and closes in CLOSINGS:
        mark = max(folded.rfind(opening, start, status.start) for opening in OPENINGS)
        return mark if mark >= 0 else status.start
    return start + len(folded[start : status.start].rstrip("— -"))

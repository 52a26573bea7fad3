"""巡视巡察: who inspected whom, of what kind, when, and when it was fed back; from the lead of a notice.

根据市委统一部署，2021年10月11日至12月24日，市委第一巡察组对市水利局党组进行了常规巡察。2022年2月16日，市委
第一巡察组向市水利局党组反馈了巡察意见。

市委第一巡察组 · 市水利局党组 · 常规巡察 · 2021-10-11 .. 2021-12-24 · 2022-02-16
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gongwen.model import Draft, Mention, Span
from gongwen.model.records import Inspection
from gongwen.profiles.rectification.inspection import dates as when
from gongwen.profiles.rectification.inspection import inspected_body
from gongwen.profiles.rectification.inspection import wording as inspections
from gongwen.profiles.rectification.inspection.wording import kind_of

CLAUSE = re.compile(r"[,。;:\n\0]")
LED_BY = re.compile(r".*(?:部署和要求|部署|安排|要求|计划|规定)(?=[^,]{2,20}组$)")
NAMED = re.compile("[^\0, 于从自在期间]")


class Act(NamedTuple):
    """The clause on the inspection."""

    start: int
    end: int
    inspector: str | None
    inspected: str | None
    kind: str


def read(draft: Draft) -> Inspection:
    """The `inspection` of a record; what the lead does not say is `None`."""
    start, end = _lead(draft)
    text, folded = draft.body.text, draft.body.folded
    dates = [one for one in draft.mentions if one.kind == "date" and start <= one.start < end]
    title = draft.metadata.title.value if draft.metadata.title else ""
    act = _act(text, _masked(folded, dates, end), start, end)
    feedback = when.feedback(folded, dates, start, end)
    period = when.period(folded, dates, Span(act.start, act.end) if act else None, feedback)
    kind = (act and act.kind) or kind_of(title)
    inspector = (act and act.inspector) or inspections.inspector_in(title)
    if inspector is None and kind == "审计":
        inspector = _auditor(draft, end)
    fed_back = when.feedback_day(folded, feedback, period[1], draft.context.date)
    started, ended = when.settled(period, fed_back.date if fed_back else draft.context.date)
    body = inspections.TITLE_BODY.match(title)
    return Inspection(
        inspector=inspector,
        level=inspections.level_of(inspector, folded[start:end], title),
        kind=kind,
        inspected=inspected_body.named(draft, act.inspected)
        if act and act.inspected
        else (body["body"] if body else None),
        started_on=started and started.isoformat(),
        ended_on=ended and ended.isoformat(),
        feedback_on=fed_back and fed_back.isoformat(),
    )


def _lead(draft: Draft) -> tuple[int, int]:
    """From the document's first text to its first number, or some way into a text without numbers."""
    blocks = [block for block in draft.body.blocks if block.role in ("lead", "paragraph", "heading", "item")]
    start = blocks[0].start if blocks else 0
    first = next((node.span.start for node in draft.outline if node.marker), len(draft.body.text))
    reach = 3000 if first > start else 1500
    return start, min(first if first > start else len(draft.body.text), start + reach)


def _masked(folded: str, dates: Sequence[Mention], end: int) -> str:
    """The text up to the end of the lead with a NUL for each character of a date, since no date is part of a name."""
    pieces, at = [], 0
    for date in dates:
        pieces += [folded[at : date.start], "\0" * (date.end - date.start)]
        at = date.end
    return "".join([*pieces, folded[at : max(end, at)]])


def _act(text: str, masked: str, start: int, end: int) -> Act | None:
    for found in inspections.ACT.finditer(masked, start, end):
        inspected = found["inspected"]
        if inspected and (len(inspected) > 100 or re.search(r"反馈|整改|意见", inspected)):
            continue
        inspector = _before(text, masked, start, found.start())
        if inspected is None and inspector and not inspector.endswith("组"):
            inspector = None
        place = found.span("inspected")
        target = text[slice(*place)].strip(" ,，") if inspected else None
        if target and found["kind"].endswith("审计"):
            audited = inspections.AUDITED.match(target)
            target = audited.group() if audited else None
            inspector = inspections.SENT_OUT.sub("", inspector) if inspector else None
        return Act(found.start(), found.end(), inspector, target, kind_of(found["kind"]) or found["kind"])
    received = inspections.PASSIVE.search(masked, start, end)
    if received is None:
        return None
    inspector = text[slice(*received.span("inspector"))]
    return Act(*received.span(), inspector, None, kind_of(received["kind"]) or "")


def _before(text: str, masked: str, start: int, end: int) -> str | None:
    """The inspector before 对: the last clause that is not a date, without 于 and 从."""
    sentence = max(masked.rfind("。", start, end), masked.rfind("\n", start, end), start - 1) + 1
    at = end
    while at > sentence:
        cut = at
        while cut > sentence and not CLAUSE.match(masked, cut - 1):
            cut -= 1
        clause = masked[cut:at].rstrip(" 于从自在分别")
        if led := LED_BY.match(clause):
            cut, clause = cut + led.end(), clause[led.end() :]
        lead = len(clause) - len(clause.lstrip("由 "))
        if inspections.INSPECTOR.search(clause):
            return text[cut + lead : cut + len(clause)]
        if NAMED.search(clause):
            return None
        at = cut - 1
    return None


def _auditor(draft: Draft, end: int) -> str | None:
    """The audit office named by the reporter's line or the lead."""
    title = draft.metadata.title
    found = inspections.AUDITOR.search(draft.body.text, title.span.end if title and title.span else 0, end)
    return found.group() if found else None

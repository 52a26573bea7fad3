"""Are two notices by one body and on two inspections? Only a problem of an earlier round of the same body can recur.

2018年10月15日至12月20日,市委第三巡察组 · 2021年10月11日至12月24日，市委第一巡察组        two rounds
中共江临市水利局党组 · 江临市水利局 · 市水利局                                          one body
"""

from __future__ import annotations

from datetime import date

from gongwen.contract import Inspection, Notice
from gongwen.rules.organisations.bodies import state_organ

APART = 300
"""The fewest days between notices on two rounds, if neither says which inspection it answers."""


def of_two_rounds(left: Notice, right: Notice) -> bool:
    """Do they answer two inspections of one body? Judged by the inspections' dates, the inspectors, and their own dates."""
    if not of_one_body(left, right):
        return False
    old, new = _inspection(left), _inspection(right)
    if old and new:
        for name in ("started_on", "ended_on", "feedback_on", "inspector"):
            ours, theirs = getattr(old, name), getattr(new, name)
            if ours and theirs:
                return bool(ours != theirs)
    before, after = _day(left), _day(right)
    return before is not None and after is not None and abs((after - before).days) >= APART


def of_one_body(left: Notice, right: Notice) -> bool:
    """Is an issuer of one an issuer of the other, its party group or its short name? Also yes if one names none."""
    ours, theirs = ([state_organ(one.value) for one in notice.metadata.issuers] for notice in (left, right))
    if not ours or not theirs:
        return True
    return any(a.endswith(b) or b.endswith(a) for a in ours for b in theirs)


def _inspection(notice: Notice) -> Inspection | None:
    return next((record.inspection for record in notice.records if record.type == "rectification"), None)


def _day(notice: Notice) -> date | None:
    signed = notice.metadata.signed_on or notice.metadata.published_at
    try:
        return date.fromisoformat(signed.value[:10]) if signed else None
    except ValueError:
        return None

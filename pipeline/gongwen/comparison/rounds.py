"""Are two notices of one inspection, or of two? Only a problem of an earlier round can come back.

2018年10月15日至12月20日,市委第三巡察组 · 2021年10月11日至12月24日，市委第一巡察组        two rounds
"""

from __future__ import annotations

from datetime import date

from gongwen.contract import Inspection, Notice

APART = 300
"""Days between two notices that are of two rounds, where neither says which inspection it answers."""


def of_two_rounds(left: Notice, right: Notice) -> bool:
    """Do they answer two inspections? By the dates of the inspections, else the inspectors, else their own dates."""
    old, new = _inspection(left), _inspection(right)
    if old and new:
        for name in ("started_on", "ended_on", "feedback_on", "inspector"):
            ours, theirs = getattr(old, name), getattr(new, name)
            if ours and theirs:
                return bool(ours != theirs)
    before, after = _day(left), _day(right)
    return before is not None and after is not None and abs((after - before).days) >= APART


def _inspection(notice: Notice) -> Inspection | None:
    return next((record.inspection for record in notice.records if record.type == "rectification"), None)


def _day(notice: Notice) -> date | None:
    signed = notice.metadata.signed_on or notice.metadata.published_at
    try:
        return date.fromisoformat(signed.value[:10]) if signed else None
    except ValueError:
        return None

"""When an inspection was, and when it was fed back.

    2021年10月11日至12月24日，……进行了常规巡察。2022年2月16日，……反馈了巡察意见。   2021-10-11 .. 2021-12-24, 2022-02-16

Named assumptions: an end without a year has that of the beginning, a year later where it would lie before it (the dates
stage); feedback without a year has that of the period's end, a year later where it would lie before that; a period
without any year is the last one before the feedback or the notice; 近日 is no date.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from gongwen.model import Mention, Span
from gongwen.rules.inspections import ACT

FEEDBACK = re.compile(r"反馈(?!问题|意见整改|会|指出|后)")

Period = tuple[datetime.date | None, datetime.date | None, bool]
"""First and last day, and whether a year is printed."""


def feedback(folded: str, dates: Sequence[Mention], start: int, end: int) -> Mention | None:
    """The date of the sentence that tells of the feedback: the last one before the word."""
    for found in FEEDBACK.finditer(folded, start, end):
        sentence = max(folded.rfind("。", start, found.start()), folded.rfind("\n", start, found.start())) + 1
        before = [date for date in dates if sentence <= date.start < found.start()]
        told = re.search(r"向|反馈了|进行了?反馈|并于|反馈巡|反馈情况", folded[sentence : found.end() + 6])
        single = before and not (ACT.search(folded, before[-1].end, found.start()) and len(before) < 2)
        if told and before and single and not re.search(r"根据|按照", folded[before[-1].end : found.start()]):
            return before[-1]
    return None


def period(folded: str, dates: Sequence[Mention], act: Span | None, feedback: Mention | None) -> Period:
    """The stretch in the sentence of the inspection: the last before the act, or the first range of the lead."""
    rest = [date for date in dates if date is not feedback]
    if act:
        sentence = max(folded.rfind("。", 0, act.start), folded.rfind("\n", 0, act.start)) + 1
        stop = folded.find("。", act.end)
        inside = [date for date in rest if sentence <= date.start < (stop if stop > 0 else len(folded))]
    else:
        inside = [date for date in rest if _days(date)[0] != _days(date)[1] and _of_inspection(folded, date)][
            :1
        ]
    chosen = next(
        (date for date in inside if all(_days(date)) and date.value["start"] != date.value["end"]), None
    )
    chosen = chosen or next((date for date in inside if date.value["start"]), None)
    if chosen is None:
        return None, None, True
    first, last = _days(chosen)
    if chosen.value["relation"] in ("since", "on"):
        until = next((d for d in inside if d.start >= chosen.end and d.value["relation"] == "until"), None)
        last = _days(until)[1] if until and until.start - chosen.end < 4 else None
    return first, last, _has_year(folded, chosen)


def _days(date: Mention) -> tuple[datetime.date | None, datetime.date | None]:
    start, end = date.value["start"], date.value["end"]
    return (
        datetime.date.fromisoformat(start[:10]) if start else None,
        datetime.date.fromisoformat(end[:10]) if end else None,
    )


def _of_inspection(folded: str, date: Mention) -> bool:
    """Whether the sentence that a date stands in goes on to an inspection."""
    stop = folded.find("。", date.end)
    return bool(re.search("巡视|巡察|督察", folded[date.end : stop if stop > 0 else date.end + 80]))


def _has_year(folded: str, date: Mention) -> bool:
    return bool(re.search(r"(?:19|20)\d\d|[今去明本当]年|二[〇○零]", folded[date.start : date.end]))


def feedback_day(
    folded: str, feedback: Mention | None, ended: datetime.date | None, written: datetime.date | None
) -> datetime.date | None:
    """The day of the feedback, in the year that fits the period's end."""
    if feedback is None:
        return None
    day, last = _days(feedback)
    day = day or last
    if day is None or _has_year(folded, feedback):
        return day
    if ended is None:
        return _in_year(day, day.year - 1) if written and day > written else day
    day = _in_year(day, ended.year)
    return _in_year(day, ended.year + 1) if day < ended else day


def settled(
    period: Period, before: datetime.date | None
) -> tuple[datetime.date | None, datetime.date | None]:
    """The period, moved to an earlier year where it bears none and would lie after the feedback."""
    first, last, printed = period
    if printed or first is None or before is None or (last or first) <= before:
        return first, last
    return _in_year(first, first.year - 1), last and _in_year(last, last.year - 1)


def _in_year(day: datetime.date, year: int) -> datetime.date:
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)

"""When an inspection took place, and when its findings were fed back.

    2021年10月11日至12月24日，……进行了常规巡察。2022年2月16日，……反馈了巡察意见。   2021-10-11 .. 2021-12-24, 2022-02-16
    2021年5月至7月，……进行了常规巡察，并于2021年9月反馈。                           2021-05 .. 2021-07, 2021-09

Named assumptions: an end without a year takes that of the beginning, or the next one where it would precede it (the dates
stage); feedback without a year takes that of the period's end, or the next one where it would precede that; a period
without any year is the last one before the feedback or the notice; 近日 is no date. A month alone stays a month (ISO 8601
with reduced precision), since no day is given.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from gongwen.model import Mention, Span
from gongwen.profiles.rectification.inspection.wording import ACT
from gongwen.rules.dates.years import names_year

FEEDBACK = re.compile(
    r"""
    反馈(?!问题|意见整改|整改(?:落实|完成|进展)?情况|会|指出|后)                       # 向局党组反馈了巡察意见
    | 召开了?
      (?:[省市县区]委|[校院]党委|巡[视察]|督察|意见|情况|工作|集中|专题){0,5}
      反馈(?:大会|会议?)(?!精神|要求|部署)                                        # 召开了市委巡察情况反馈会
    """,
    re.VERBOSE,
)
ANNOUNCED = re.compile(
    r"向|反馈了|进行了?(?:[集正统分现书][一-鿿])?反馈|并于|反馈巡|反馈情况|反馈(?:大会|会)"
)
AT_ONCE = re.compile(
    r"(?:[上下]午)?,?(?:[^,。;]{2,20}(?:组|委|办))?(?:正式|集中|统一|分别|现场|当面|书面|作了?|进行了?){0,2}(?:反馈|召开)"
)
"""6月15日反馈。 6月15日，县委第三巡察组集中反馈。"""
ENOUGH = re.compile(r"[,。;\n]|了|巡|意见(?!的|整改)")
NO_DAY = re.compile(r"(?:(?P<month>月份?)|年)(?:起|以来|开始|期间)?$")
DAY = re.compile("[日号旬初底末]|月中|年$")
RANGE = re.compile(r"[至到~—–-]+")


class Day(NamedTuple):
    """A day, or the first or last one of a month or year that is given alone."""

    date: datetime.date
    length: int
    """How many characters of its ISO form are known: 10, 7 for a month, 4 for a year."""

    def isoformat(self) -> str:
        """2021-10-11, or 2021-05 for a month."""
        return self.date.isoformat()[: self.length]


Period = tuple[Day | None, Day | None, bool]
"""First and last day, and whether a year is printed."""


def feedback(folded: str, dates: Sequence[Mention], start: int, end: int) -> Mention | None:
    """The date in the sentence on the feedback: the last one before the word."""
    for found in FEEDBACK.finditer(folded, start, end):
        sentence = max(folded.rfind("。", start, found.start()), folded.rfind("\n", start, found.start())) + 1
        before = [date for date in dates if sentence <= date.start < found.start()]
        announced = ANNOUNCED.search(folded, sentence, min(found.end() + 6, len(folded))) or _at_once(
            folded, before, found
        )
        single = before and not (ACT.search(folded, before[-1].end, found.start()) and len(before) < 2)
        if (
            announced
            and before
            and single
            and not re.search(r"根据|按照", folded[before[-1].end : found.start()])
        ):
            return before[-1]
    return None


def _at_once(folded: str, before: Sequence[Mention], found: re.Match[str]) -> bool:
    """Whether the word follows right after the date and who gives the feedback."""
    if not before or not ENOUGH.match(folded, found.end()):
        return False
    return AT_ONCE.fullmatch(folded, before[-1].end, found.start() + 2) is not None


def period(folded: str, dates: Sequence[Mention], act: Span | None, feedback: Mention | None) -> Period:
    """The period in the sentence on the inspection: the last one before the verb, or the first range of the lead."""
    rest = [date for date in dates if date is not feedback]
    if act:
        sentence = max(folded.rfind("。", 0, act.start), folded.rfind("\n", 0, act.start)) + 1
        stop = folded.find("。", act.end)
        inside = [date for date in rest if sentence <= date.start < (stop if stop > 0 else len(folded))]
    else:
        inside = [
            date for date in rest if len(set(_days(folded, date))) > 1 and _of_inspection(folded, date)
        ][:1]
    chosen = next(
        (date for date in inside if all(_days(folded, date)) and date.value["start"] != date.value["end"]),
        None,
    )
    chosen = chosen or next((date for date in inside if date.value["start"]), None)
    if chosen is None:
        return None, None, True
    first, last = _days(folded, chosen)
    if chosen.value["relation"] in ("since", "on"):
        until = next((d for d in inside if d.start >= chosen.end and d.value["relation"] == "until"), None)
        last = _days(folded, until)[1] if until and until.start - chosen.end < 4 else None
    return first, last, names_year(folded[chosen.start : chosen.end])


def _days(folded: str, date: Mention) -> tuple[Day | None, Day | None]:
    first, *others = RANGE.split(folded[date.start : date.end])
    last = others[-1] if others else first
    start, end = date.value["start"], date.value["end"]
    if others and "月" in last and not DAY.search(first):  # 1-3月
        first = first.rstrip() + "月" * ("月" not in first)
    return start and _day(start, first), end and _day(end, last)


def _day(iso: str, words: str) -> Day:
    alone = NO_DAY.search(words.strip())
    length = 10 if alone is None else 7 if alone["month"] else 4
    return Day(datetime.date.fromisoformat(iso[:10]), length)


def _of_inspection(folded: str, date: Mention) -> bool:
    """Whether the sentence that a date stands in goes on to an inspection."""
    stop = folded.find("。", date.end)
    return bool(re.search("巡视|巡察|督察", folded[date.end : stop if stop > 0 else date.end + 80]))


def feedback_day(
    folded: str, feedback: Mention | None, ended: Day | None, written: datetime.date | None
) -> Day | None:
    """The day of the feedback, in the year that fits the period's end."""
    if feedback is None:
        return None
    first, last = _days(folded, feedback)
    day = first or last
    if day is None or names_year(folded[feedback.start : feedback.end]):
        return day
    if ended is None:
        return _in_year(day, day.date.year - 1) if written and day.date > written else day
    day = _in_year(day, ended.date.year)
    return (
        _in_year(day, ended.date.year + 1)
        if day.isoformat() < ended.isoformat()[: len(day.isoformat())]
        else day
    )


def settled(period: Period, before: datetime.date | None) -> tuple[Day | None, Day | None]:
    """The period, moved to an earlier year if it has none and would follow the feedback."""
    first, last, printed = period
    if printed or first is None or before is None or (last or first).date <= before:
        return first, last
    return _in_year(first, first.date.year - 1), last and _in_year(last, last.date.year - 1)


def _in_year(day: Day, year: int) -> Day:
    leap = (day.date.month, day.date.day) == (2, 29)
    return day._replace(date=day.date.replace(year=year, day=28) if leap else day.date.replace(year=year))

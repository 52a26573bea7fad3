"""Dates: 2020年4月3日, 6月底前, 2019年9月25日至12月31日, “十三五”期间, 截至目前, 近日.

A mention is one expression with the words that say how it is meant (前 以来 起 截至). Assumptions, by name:

- 旬: 上旬 is 1-10, 中旬 11-20, 下旬 21 to the end; X旬前 and X底前 end with that stretch;
- 近日, 近三年, 过去五年 and 每年9月底 are dates that nothing resolves; 为期6个月, 一年内 are quantities, no dates;
- 今年, 目前 and a year that is not printed count from the notice's own date, never from today; what 已 says is done lies
  before it. Without a date 今年 and 去年 count from the year that a report is made for, where that is told.

Sources: GB/T 15835-2011; 国民经济五年规划 (the n-th begins 2016 + 5(n-13)). How dates are written is in `date_pattern`,
what they name in `date_readings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from gongwen.model import Context, Diagnostic, Mention, Span, Value
from gongwen.rules.amounts.numbers import broken_before
from gongwen.rules.dates.frames import RECURRING, Frame, read_in_frame
from gongwen.rules.dates.pattern import (
    DATE,
    LEADS,
    LISTED,
    LUNAR_BEFORE,
    LUNAR_DAY,
    TAIL,
    TRIGGER,
)
from gongwen.rules.dates.readings import YEAR_PRINTED, Part, days_of
from gongwen.rules.numerals import chinese_number

CLOCK = re.compile(
    r"""
    (?<![\d:])(?P<hour>\d{1,2}|[零一二三四五六七八九十]{1,3})
    (?::|时|点)
    (?:(?P<minute>\d{1,2})(?!\d) | (?P<half>半) | (?P<quarter>[一三])刻)?     # 14:30, 9时30分, 8点半
    """,
    re.VERBOSE,
)
LATE = ("下午", "午后", "傍晚", "晚", "夜")
"""From noon on: 下午3点 is 15:00."""
LAST_OF_LEADS = frozenset(lead[-1] for lead in LEADS)
STATES = frozenset({"截至", "截止", "截止到"})
MARKED = re.compile(r"(?:\A|\n)[ \u3000]*\d{1,2}\.\Z")
UNKNOWN = "unknown"
"""Grain of a day or month whose year nothing tells; `none` is that of 近日, which names none."""


def find_dates(text: str, folded: str, context: Context) -> list[Mention]:
    """The dates of a text; each value is `{start, end, grain, relation, resolved}` of the contract."""
    frame = Frame.of(context)
    found: list[Mention] = []
    year: int | None = None
    paragraph_end = -1
    last = 0
    for trigger in TRIGGER.finditer(folded):
        start = trigger.start()
        if start < last:
            continue
        match = DATE.match(folded, start)
        if match is None or _is_none(match, folded):
            continue
        if start > paragraph_end:
            paragraph_end = folded.find("\n", start)
            paragraph_end = len(folded) if paragraph_end < 0 else paragraph_end
            year = None
        opened = last
        if lunar := _lunar(match, folded):
            found.append(Mention("date", *lunar, _value(None, None, "none", "during", False)))
            last = lunar[1]
            continue
        part, printed, begins = read_in_frame(match, folded, frame, year, opened)
        if part and printed:
            year = part.start.year
        mention = _mention(match, part, folded, last, begins)
        if match.lastgroup == "listed_days" and part:
            found += _each_day(match, part, mention)
        else:
            found.append(mention)
        last = mention.end
        while part and part.grain == "day" and (listed := LISTED.match(folded, last)):
            last = listed.end()
            if day := days_of(part.start.year, part.start.month, listed[1]):
                found.append(Mention("date", listed.start(1), last, _placed(day, "on", ("", ""))))
    return found


def _lunar(match: re.Match[str], folded: str) -> tuple[int, int] | None:
    """Start and end of 农历五月初五 and 大年初一, which name no day of the solar calendar."""
    if match.lastgroup not in ("point", "yearend"):
        return None
    start, end = match.start(), match.end()
    before = LUNAR_BEFORE.search(folded, max(0, start - 2), start)
    day = LUNAR_DAY.match(folded, end) or LUNAR_DAY.match(folded, max(start, end - 1))
    if before is None and day is None:
        return None
    return before.start() if before else start, max(end, day.end() if day else end)


def _each_day(match: re.Match[str], first: Part, whole: Mention) -> list[Mention]:
    """5月1、2、3日 as three days, each at its own place."""
    found, at = [], match.start("dl")
    for number in match["dl"].split("、"):
        day = days_of(first.start.year, first.start.month, number)
        start, end = (whole.start if at == match.start("dl") else at), at + len(number)
        if day:
            found.append(Mention("date", start, end, _placed(day, "on", ("", ""))))
        at = end + 1
    if found:
        found[-1] = found[-1]._replace(end=whole.end)
    return found


def doubts(text: str, mentions: Iterable[Mention]) -> list[Diagnostic]:
    """A diagnostic for each date among the mentions whose year or day nothing tells: 6月底前 in a text without a year."""
    return [
        Diagnostic(
            "unresolved_date",
            f"{text[mention.start : mention.end]} names no day that can be told",
            Span(mention.start, mention.end),
        )
        for mention in mentions
        if mention.kind == "date" and mention.value["grain"] == UNKNOWN
    ]


def _is_none(match: re.Match[str], folded: str) -> bool:
    """第127届, 〔2020〕 and a telephone number hold no date."""
    form, start = match.lastgroup, match.start()
    if form != "lost" and start:
        before = folded[start - 1]
        if before == "." and (
            YEAR_PRINTED.match(folded, start) or MARKED.search(folded, max(0, start - 5), start)
        ):
            return False  # the point of a marker: 1.2024年底前完成, 2.7月15日召开
        if before == "\n" and not YEAR_PRINTED.match(folded, start) and broken_before(folded, start):
            return True
        if before.isdigit() or before in "第./" or (before == "-" and form != "iso"):
            return True
    return form == "plan" and (match["n5"] == "五" or (match.group()[0] != "“" and not match["phase"]))


def _mention(match: re.Match[str], part: Part | None, folded: str, last: int, begins: int) -> Mention:
    form, start, end = match.lastgroup or "", begins, match.end()
    lead = _lead(folded, start, last)
    if lead in ("到", "至") and form in ("now", "vague", "plan"):
        lead = ""
    before = folded[start - 1 : start] == " "
    start -= len(lead) + (1 if lead and before else 0)
    tail = ""
    if (found := TAIL.match(folded, end)) and not (
        found.group().endswith("开始") and lead not in ("自", "从")
    ):
        tail, end = found.group().strip(), found.end()
    if part is None or folded[max(0, start - 4) : start].endswith(RECURRING):
        named = form not in ("vague", "lost", "now") and part is None
        return Mention("date", start, end, _value(None, None, UNKNOWN if named else "none", "during", False))
    times = _times(match) if form in ("point", "iso") else ("", "")
    return Mention("date", start, end, _placed(part, _relation(form, match, lead, tail, part), times))


def _lead(folded: str, start: int, last: int) -> str:
    """The 截至, 自, 到 ... right before a date."""
    end = start - 1 if folded[start - 1 : start] == " " else start
    if folded[end - 1 : end] in LAST_OF_LEADS:
        for lead in LEADS:
            if folded.startswith(lead, end - len(lead)) and end - len(lead) >= last:
                return lead
    return ""


def _relation(form: str, match: re.Match[str], lead: str, tail: str, part: Part) -> str:
    if tail.endswith(("以来", "至今")) or form == "party" or (form == "plan" and match["phase"] == "以来"):
        return "since"
    if tail.endswith("前"):
        return "by"
    if tail.endswith(("起", "后", "开始")):
        return "since"
    if lead in STATES or (lead and tail == "为止") or form == "now":
        return "as_of"
    if form == "yearend" and match["e"].endswith("内"):
        return "by"
    if lead in ("到", "至") and form in ("point", "yearend", "year"):
        return "until"
    return "on" if part.start == part.end else "during"


def _placed(part: Part, relation: str, times: tuple[str, str]) -> Value:
    start, end = part.start.isoformat() + times[0], part.end.isoformat() + times[1]
    if relation in ("by", "as_of", "until"):
        return _value(None, end, part.grain, relation, True)
    if relation == "since":
        return _value(start, None, part.grain, relation, True)
    return _value(start, end, part.grain, relation, True)


def _value(start: str | None, end: str | None, grain: str, relation: str, resolved: bool) -> Value:
    return {"start": start, "end": end, "grain": grain, "relation": relation, "resolved": resolved}


def _times(match: re.Match[str]) -> tuple[str, str]:
    """The times of day of the two ends, `T08:30`; empty where none is printed."""
    if match["iso"]:
        time = _time(match["iso1"][8:])
        return time, "" if match["iso2"] else time
    first = _time(match["t1"])
    second = _time(match["t2"] or match["t3"], after=first if match["t3"] else "")
    return first, second or ("" if match["m2"] or match["dd"] or match["xx"] else first)


def _time(text: str | None, after: str = "") -> str:
    """A time of day; 下午2:30至5:00 ends at 17:00: `after` is the time that it can't lie before."""
    found = CLOCK.search(text) if text else None
    if found is None or text is None:
        return ""
    hour = int(found["hour"]) if found["hour"].isdecimal() else chinese_number(found["hour"])
    if hour is None:
        return ""
    minute = int(found["minute"] or 0)
    if found["half"] or found["quarter"]:
        minute = 30 if found["half"] else {"一": 15, "三": 45}[found["quarter"]]
    if hour < 12 and (text.startswith(LATE) or (text.startswith("中午") and hour < 3)):
        hour += 12
    if after and hour < 12 and f"T{hour:02d}:{minute:02d}" < after:
        hour += 12
    return f"T{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""

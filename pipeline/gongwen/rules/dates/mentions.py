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
from gongwen.rules.dates.pattern import (
    DATE,
    LEADS,
    LISTED,
    NUM,
    SHORT_YEAR,
    TAIL,
    TRIGGER,
    YEAR_DIGITS,
    YEAR_WORD,
)
from gongwen.rules.dates.readings import Part, days_of, number_of, read, year_of

YEAR_PRINTED = re.compile(rf"{YEAR_DIGITS} ?年")
CLOCK = re.compile(r"(?<![\d:])(\d{1,2})(?::|时)(\d\d)?(?!\d)")
YEAR_NAMED = re.compile(
    rf"{YEAR_DIGITS}|{SHORT_YEAR} ?年(?= ?\d{{1,2}} ?月)|(?<![目当应基以今])(?:{YEAR_WORD})"
)
"""目前年度, 应当年底前 and 今后年度 hold no word for a year."""
DONE = re.compile("前?(?:均|都|就|全部)?已")
LAST_OF_LEADS = frozenset(lead[-1] for lead in LEADS)
STATES = frozenset({"截至", "截止", "截止到"})
RECURRING = ("每年", "每年的", "每年度")
UNKNOWN = "unknown"
"""Grain of a day or month whose year nothing tells; `none` is that of 近日, which names none."""


def find_dates(text: str, folded: str, context: Context) -> list[Mention]:
    """The dates of a text; each value is `{start, end, grain, relation, resolved}` of the contract."""
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
        part = read(match, context, year)
        if part and year is None and _is_past(match, part, folded, context):
            part = read(match, context, part.start.year - 1)
        if part and (match.lastgroup in ("iso", "packed") or YEAR_PRINTED.search(match.group())):
            year = part.start.year
        mention = _mention(match, part, folded, last)
        found.append(mention)
        last = mention.end
        while part and part.grain == "day" and (listed := LISTED.match(folded, last)):
            last = listed.end()
            if day := days_of(part.start.year, part.start.month, listed[1]):
                found.append(Mention("date", listed.start(1), last, _placed(day, "on", ("", ""))))
    return found


def names_year(folded: str) -> bool:
    """Whether a year is printed in a passage, be it in digits or as a word.

    >>> names_year("2021年3月"), names_year("21年3月"), names_year("今年3月"), names_year("应当年底前完成")
    (True, True, True, False)
    """
    return YEAR_NAMED.search(folded) is not None


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
        if before == "." and YEAR_PRINTED.match(folded, start):
            return False  # the point of a marker: 1.2024年底前完成
        if before == "\n" and not YEAR_PRINTED.match(folded, start) and broken_before(folded, start):
            return True
        if before.isdigit() or before in "第./" or (before == "-" and form != "iso"):
            return True
    return form == "plan" and (match["n5"] == "五" or (match.group()[0] != "“" and not match["phase"]))


def _is_past(match: re.Match[str], part: Part, folded: str, context: Context) -> bool:
    """12月底前已完成 in a notice of January speaks of the year before."""
    if context.date is None or part.start <= context.date:
        return False
    return DONE.match(folded, match.end()) is not None and not names_year(match.group())


def _mention(match: re.Match[str], part: Part | None, folded: str, last: int) -> Mention:
    form, start, end = match.lastgroup or "", match.start(), match.end()
    lead = _lead(folded, start, last)
    if lead in ("到", "至") and form in ("now", "vague", "plan"):
        lead = ""
    before = folded[start - 1 : start] == " "
    start -= len(lead) + (1 if lead and before else 0)
    tail = ""
    if found := TAIL.match(folded, end):
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
    if tail in ("前", "以前", "之前"):
        return "by"
    if tail in ("起", "以后", "之后", "后"):
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
    first, second = _time(match["t1"]), _time(match["t2"] or match["t3"])
    return first, second or ("" if match["m2"] or match["dd"] or match["xx"] else first)


def _time(text: str | None) -> str:
    found = CLOCK.search(text) if text else None
    if found is None or text is None:
        return ""
    hour = int(found[1]) + (12 if ("下" in text or "晚" in text) and int(found[1]) < 12 else 0)
    return f"T{hour:02d}:{found[2] or '00'}" if hour < 24 else ""


# -------------------------------------------------------------------------------- one date alone

ALONE = re.compile(
    rf"^\s*(?P<y>{YEAR_DIGITS})\s?(?:年|[-/.])\s?(?P<m>{NUM})\s?(?:月|[-/.])\s?(?P<d>{NUM})\s?(?:日|号)?(?:\s*[T ]?\s*(?P<t>\d{{1,2}}(?::|时)\d\d(?::\d\d|分(?:\d\d秒)?)?))?(?:\.0)?\s*$"
)
LAST = frozenset("日号分秒M一二三四五六七八九十")
"""What a date alone ends with, if not with a digit; most lines are told from one by their ends."""
CLOCK_SIGNS = str.maketrans({"时": ":", "分": ":", "秒": None})
AMERICAN = re.compile(
    r"^\s*(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>(?:19|20)\d\d)(?:\s+\d{1,2}:\d\d:\d\d\s?[AP]M)?\s*$"
)
SPACES = re.compile(
    r"(?<=[\d年月日〇○零一二三四五六七八九十])\s+(?=[年月日])|(?<=[年月])\s+(?=[\d一二三四五六七八九十])"
)


def read_date(text: str) -> str | None:
    """One date with an optional time, as a page's table gives it, in ISO 8601; `None` for anything else.

    >>> read_date("2018年11月07日"), read_date("2020-11-10 17时08分"), read_date("二〇二〇年三月五日"), read_date("近日")
    ('2018-11-07', '2020-11-10T17:08', '2020-03-05', None)
    """
    line = text.strip()
    if (
        not line
        or not (line[0].isdecimal() or line[0] in "一二")
        or not (line[-1].isdecimal() or line[-1] in LAST)
    ):
        return None
    line = SPACES.sub("", line)
    found = ALONE.match(line) or AMERICAN.match(line)
    if found is None:
        return None
    year, month = year_of(found["y"], None, Context()), number_of(found["m"])
    part = days_of(year, month, found["d"])
    if part is None:
        return None
    time = (found.groupdict().get("t") or "").translate(CLOCK_SIGNS).rstrip(":")
    hour = f"T{time.zfill(8 if time.count(':') == 2 else 5)}" if time else ""
    return part.start.isoformat() + hour


DATE_ENDS = frozenset("日号分0123456789")


def is_date_line(folded: str) -> bool:
    """Whether a line is nothing but one date, as under a signature.

    >>> is_date_line("2020 年 3 月 5 日"), is_date_line("2020年3月5日召开会议")
    (True, False)
    """
    ends = folded[-1:] in DATE_ENDS and len(folded) < 30 and "/" not in folded
    return ends and read_date(folded) is not None

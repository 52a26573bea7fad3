"""One date alone on its line or in its field, as under a signature."""

from __future__ import annotations

import re

from gongwen.rules.dates.pattern import WEEKDAY
from gongwen.rules.dates.stretches import days_of, number_of
from gongwen.rules.dates.years import NUM, REPUBLIC, YEAR_DIGITS, Reference, year_of

ALONE = re.compile(
    rf"""
    ^\s*(?:中华)?(?P<y>{YEAR_DIGITS}|{REPUBLIC})\s?(?:年|[-/.])\s?(?P<m>{NUM})\s?(?:月|[-/.])\s?(?P<d>{NUM})\s?[日号]?     # 2018年11月07日
    (?:\s*[T\ ]?\s*(?P<t>\d{{1,2}}[:时]\d\d(?::\d\d|分(?:\d\d秒)?)?))?                             # 17时08分
    (?:\.0)?\s*$
    """,
    re.VERBOSE,
)
WITH_WEEKDAY = re.compile(rf"\s*(?:\({WEEKDAY}\)|{WEEKDAY})$")
"""2023年9月4日 星期一"""
LAST = frozenset("日号分秒M一二三四五六七八九十")
"""What a date alone ends with, if not a digit; this rules out most lines."""
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
    if line[-1:] in WEEKDAY_ENDS:
        line = WITH_WEEKDAY.sub("", line.replace("（", "(").replace("）", ")"))
    if (
        not line
        or not (line[0].isdecimal() or line[0] in "一二中民")
        or not (line[-1].isdecimal() or line[-1] in LAST)
    ):
        return None
    line = SPACES.sub("", line)
    found = ALONE.match(line) or AMERICAN.match(line)
    if found is None:
        return None
    year, month = year_of(found["y"], None, Reference()), number_of(found["m"])
    part = days_of(year, month, found["d"])
    if part is None:
        return None
    time = (found.groupdict().get("t") or "").translate(CLOCK_SIGNS).rstrip(":")
    hour = f"T{time.zfill(8 if time.count(':') == 2 else 5)}" if time else ""
    return part.start.isoformat() + hour


WEEKDAY_ENDS = frozenset("一二三四五六天日)）")
DATE_ENDS = frozenset("日号分0123456789") | WEEKDAY_ENDS


def is_date_line(folded: str) -> bool:
    """Whether a line is nothing but one date, as under a signature.

    >>> is_date_line("2020 年 3 月 5 日"), is_date_line("2023年9月4日 星期一"), is_date_line("2020年3月5日召开会议")
    (True, True, False)
    """
    ends = folded[-1:] in DATE_ENDS and len(folded) < 30 and "/" not in folded
    return ends and read_date(folded) is not None

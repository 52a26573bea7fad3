"""The time of a day: 9:30, 上午九点, 晚8点半, 下午2:30至5:00, 零时."""

from __future__ import annotations

import re

from gongwen.rules.numerals import chinese_number

PART_OF_DAY = "凌晨|清晨|早上|早晨|早(?![日已期])|上午|中午|下午|午后|傍晚|晚上|晚间|晚|夜间|夜里|深夜|白天"
HOUR = r"(?:\d{1,2}|[一二]?十[一二三四五六七八九]?|[零〇一二两三四五六七八九])"
CLOCK = (
    rf"(?:\d{{1,2}}:\d\d|{HOUR}[时点](?![要意建希注看措问间内])"
    r"(?:整|半|[一三]刻|(?:\d{1,2}|[零〇一二三四五]?十?[一二三四五六七八九十])分(?!钟|[之类别组公行支部])|\d\d(?![\d万亿人名个])|))"
)
TIME = rf"(?:{PART_OF_DAY})? ?{CLOCK}|{PART_OF_DAY}"
READ = re.compile(
    rf"(?P<part>{PART_OF_DAY})? ?(?P<hour>{HOUR})(?:(?P<sign>[:时点])(?P<minute>整|半|[一三]刻|\d\d?|[零〇一二三四五六七八九十]+)?)"
)
MINUTES = {"整": 0, "半": 30, "一刻": 15, "三刻": 45}
AFTER_NOON = frozenset({"下午", "午后", "傍晚", "晚上", "晚间", "晚", "夜间", "夜里", "深夜"})


def time_of(text: str | None, after: str = "") -> str:
    """`T14:30` for 下午2点半; empty where no hour is printed. `after` is the start of the range that ends here.

    >>> time_of("下午2点半"), time_of("九点"), time_of("零时"), time_of("5:00", "T14:30"), time_of("24时"), time_of("上午")
    ('T14:30', 'T09:00', 'T00:00', 'T17:00', '', '')
    """
    found = READ.search(text) if text else None
    if found is None:
        return ""
    hour, minute = _number(found["hour"]), found["minute"]
    minutes = MINUTES[minute] if minute in MINUTES else _number(minute) if minute else 0
    said = found["part"] in AFTER_NOON or (found["part"] == "中午" and hour < 3)
    follows = not found["part"] and after > "T12" and f"T{hour:02d}:{minutes:02d}" < after
    if hour < 12 and (said or follows):
        hour += 12
    return f"T{hour:02d}:{minutes:02d}" if hour < 24 and minutes < 60 else ""


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else chinese_number(text.lstrip("零〇").replace("两", "二")) or 0

"""Periods: what year, month and a day or a part of the month make."""

from __future__ import annotations

import datetime
from calendar import isleap
from typing import NamedTuple

from gongwen.rules.numerals import chinese_number

XUN = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}
"""First and last day of the parts of a month."""
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
YEARS = range(1000, 2101)


class Part(NamedTuple):
    """A period, both ends inclusive, and how precise its wording was."""

    start: datetime.date
    end: datetime.date
    grain: str


def number_of(text: str | None) -> int | None:
    """The number in 3日, 十二 or 第三季度; `None` where there is none."""
    if not text:
        return None
    digits = text.rstrip("日号 ")
    if digits.isdecimal():
        return int(digits)
    digits = "".join(character for character in text if character.isdecimal())
    return (
        int(digits) if digits else chinese_number("".join(filter("一二三四五六七八九十".__contains__, text)))
    )


def last_day(year: int, month: int) -> int:
    """The number of days of a month.

    >>> last_day(2024, 2), last_day(2023, 2)
    (29, 28)
    """
    return 29 if month == 2 and isleap(year) else LENGTHS[month - 1]


def days_of(
    year: int | None, month: int | None, day: str | None = None, part: str | None = None
) -> Part | None:
    """The period that year, month and a day or a part of the month name."""
    if year is None or month is None or not 1 <= month <= 12 or year not in YEARS:
        return None
    last = last_day(year, month)
    if day is not None:
        number = number_of(day)
        if number is None or not 1 <= number <= last:
            return None
        date = datetime.date(year, month, number)
        return Part(date, date, "day")
    first, end, grain = 1, last, "month"
    if part and part.endswith("旬"):
        first = min(XUN[name][0] for name in part[:-1])
        end = min(max(XUN[name][1] for name in part[:-1]), last)
        grain = "xun"
    elif part and part[-1] in "底末":
        first, grain = last, "month_end"
    elif part:
        end, grain = 10, "month_start"
    return Part(datetime.date(year, month, first), datetime.date(year, month, end), grain)


def full_years(first: int | None, last: int | None = None, grain: str = "year") -> Part | None:
    """Whole years; `None` where the last precedes the first."""
    last = first if last is None else last
    if first is None or last is None or first not in YEARS or last not in YEARS or last < first:
        return None
    return Part(datetime.date(first, 1, 1), datetime.date(last, 12, 31), grain)

"""What a date means: a match of `date_pattern.DATE` gives the stretch of days that it names.

    6月底 -> 30 June          8月下旬 -> 21 to 31 August      三季度末 -> 30 September      “十四五” -> 2021 to 2025

A year that is not printed is that of the last full date in the same paragraph, else that of the notice's own date; the
end of a range without year or month inherits the start's, a year later where it would lie before the start.
"""

from __future__ import annotations

import datetime
import re
from calendar import isleap
from collections.abc import Callable
from typing import NamedTuple

from gongwen.model import Context
from gongwen.rules.dates.pattern import CONGRESSES, NEXT_YEAR, SHORT_YEAR, YEAR_DIGITS, YEAR_WORD
from gongwen.rules.numerals import chinese_number, positional_number

XUN = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}
"""First and last day of the parts of a month."""


QUARTER = re.compile("[一二三四1-4]")
FOLLOWING = frozenset(NEXT_YEAR.split("|"))
SHIFTS = {"次": 1, "去": -1, "上": -1, "明": 1, "前": -2, "后": 2}
"""Years from the present one, by the first character of a word."""
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


YEAR_PRINTED = re.compile(rf"{YEAR_DIGITS} ?年")
YEAR_NAMED = re.compile(
    rf"{YEAR_DIGITS}|{SHORT_YEAR} ?年(?= ?\d{{1,2}} ?月)|(?<![目当应基以今])(?:{YEAR_WORD})"
)
"""目前年度, 应当年底前 and 今后年度 hold no word for a year."""


class Part(NamedTuple):
    """A stretch of days, both ends inclusive, and how fine the words for it were."""

    start: datetime.date
    end: datetime.date
    grain: str


def read(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    """The days that a match of `DATE` names; `None` where nothing tells them.

    `year` is the last one printed in the same paragraph.
    """
    reader = READERS.get(match.lastgroup or "")
    return reader(match, context, year) if reader else None


def names_year(folded: str) -> bool:
    """Whether a year is printed in a passage, be it in digits or as a word.

    >>> names_year("2021年3月"), names_year("21年3月"), names_year("今年3月"), names_year("应当年底前完成")
    (True, True, True, False)
    """
    return YEAR_NAMED.search(folded) is not None


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


def year_of(printed: str | None, word: str | None, context: Context) -> int | None:
    """The year that digits or a word (去年) name; a word counts from the notice's own date, else from its year.

    上年 and 本年 of a report that gives no date count from the year that it speaks of, which the word does not tell.
    """
    if printed:
        year = int(printed) if printed.isdecimal() and printed.isascii() else positional_number(printed)
        return year if year is None or year > 99 else year + (2000 if year <= 50 else 1900)
    if not word:
        return None
    shift = SHIFTS.get(word[0], 0)
    if context.date:
        return context.date.year + shift
    return context.year + shift if context.year and word[0] not in "上本当" else None


def _last_day(year: int, month: int) -> int:
    return 29 if month == 2 and isleap(year) else LENGTHS[month - 1]


def days_of(
    year: int | None, month: int | None, day: str | None = None, part: str | None = None
) -> Part | None:
    """The stretch that year, month and a day or a part of the month name."""
    if year is None or month is None or not 1 <= month <= 12 or not 1000 <= year <= 2100:
        return None
    last = _last_day(year, month)
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


def _full_year(year: int | None, end: int | None = None) -> Part | None:
    if year is None or not 1000 <= year <= 2100:
        return None
    return Part(datetime.date(year, 1, 1), datetime.date(end or year, 12, 31), "year")


def _inferred(context: Context, year: int | None) -> int | None:
    return year if year is not None else context.date.year if context.date else None


def _in_year(printed: str | None, word: str | None, context: Context, year: int | None) -> int | None:
    """The year of a day or month: 去年7月 is of no other year, be it unknown; 当年12月底 of the last printed one."""
    named = year_of(printed, word, context)
    if named is not None or (word and word[0] not in "本当"):
        return named
    return _inferred(context, year)


def _read_point(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    printed, word, month, day, part = match.group("y1", "w1", "m1", "d1", "x1")
    first_year = _in_year(printed, word, context, year)
    first = days_of(first_year, number_of(month), day, part)
    if first is None or first_year is None or not any(match.group("m2", "dd", "xx")):
        return first
    last = _end_of_range(match, first, first_year, context)
    return first._replace(end=last.end, grain="span") if last and last.end >= first.start else first


def _end_of_range(match: re.Match[str], first: Part, year: int, context: Context) -> Part | None:
    """The second day of 9月25日至12月31日; without a month it lies in the first one's, without a year maybe in the next."""
    printed, word, month, day, part, bare_day, bare_part = match.group(
        "y2", "w2", "m2", "d2", "x2", "dd", "xx"
    )
    if not month:
        return days_of(year, first.start.month, bare_day, bare_part)
    in_year = year + 1 if word in FOLLOWING else year_of(printed, word, context) or year
    last = days_of(in_year, number_of(month), day, part)
    if last and last.end < first.start and not printed:
        return days_of(in_year + 1, number_of(month), day, part)
    return last


def _read_months(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    in_year = _in_year(match["y3"], match["w3"], context, year)
    first, last = days_of(in_year, number_of(match["m3"])), days_of(in_year, number_of(match["m4"]))
    if first and last and in_year and last.end < first.start:
        last = days_of(in_year + 1, number_of(match["m4"]))
    return first._replace(end=last.end, grain="span") if first and last else None


def _read_years(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    first, last = year_of(match["y5"], None, context), year_of(match["y6"], None, context)
    whole = _full_year(first, last)
    return whole._replace(grain="span") if whole and last and first and last >= first else None


def _read_half(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    in_year = _in_year(match["y7"], match["w7"], context, year)
    if in_year is None:
        return None
    word = match["h"]
    if "半年" in word:
        first, last, grain = (1, 6, "half") if word[0] in "上前" else (7, 12, "half")
    elif word[0] == "前" and "季" in word:
        first, last, grain = 1, 3 * {"二": 2, "两": 2, "2": 2}.get(word[1], 3), "span"
    elif word.startswith("前三季"):
        first, last, grain = 1, 9, "span"
    elif word[0] == "前":
        first, last, grain = 1, number_of(word) or 0, "span"
        if not 1 <= last <= 12:
            return None
    else:
        first, last, grain = _quarters(word, match["q2"])
    end = datetime.date(in_year, last, _last_day(in_year, last))
    return Part(end if match["qe"] else datetime.date(in_year, first, 1), end, grain)


def _quarters(word: str, second: str | None) -> tuple[int, int, str]:
    """First and last month of 三季度, 一至三季度, 第三季度至第四季度."""
    numbers = [number_of(digit) or 1 for digit in QUARTER.findall(word)]
    end = number_of(second) or numbers[-1]
    return numbers[0] * 3 - 2, max(numbers[0], end) * 3, "span" if end > numbers[0] else "quarter"


def _read_festival(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    """2021年国庆节: named, and left to who knows its days."""
    return None


def _read_decade(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    """20世纪六七十年代, 上世纪九十年代初."""
    if match["century"]:
        century = number_of(match["century"]) or 0
    elif context.date:
        century = context.date.year // 100 + (0 if match["age"].startswith("上") else 1)
    else:
        century = 20 if match["age"].startswith("上") else 21
    tens = match["tens"]
    digits = (
        [int(tens)]
        if tens.isdecimal()
        else [10 * (number_of(digit) or 0) for digit in tens.rstrip("十") or "一"]
    )
    first, last = (century - 1) * 100 + digits[0], (century - 1) * 100 + digits[-1] + 9
    stage = (match["stage"] or "")[:1]
    if stage in ("初", "前"):
        last = first + 3
    elif stage in ("末", "后"):
        first = last - 3
    elif stage == "中":
        first, last = first + 3, last - 3
    whole = _full_year(first, last)
    return whole._replace(grain="span") if whole else None


def _read_dotted(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    """2008.03-2009.12."""
    first, last = days_of(int(match["dy1"]), int(match["dm1"])), days_of(int(match["dy2"]), int(match["dm2"]))
    return first._replace(end=last.end, grain="span") if first and last and last.end >= first.start else None


def _read_listed_months(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    """2024年3、4月, as one stretch."""
    in_year = _in_year(match["y10"], match["w10"], context, year)
    months = [number_of(month) for month in re.split("[、和]", match["ml"])]
    first, last = days_of(in_year, months[0]), days_of(in_year, months[-1])
    return first._replace(end=last.end, grain="span") if first and last and last.end >= first.start else None


def _read_listed_years(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    """2019、2020、2021年, as one stretch."""
    years = re.split("[、和]", match["yl"])
    whole = _full_year(year_of(years[0], None, context), year_of(years[-1], None, context))
    return whole._replace(grain="span") if whole and whole.end >= whole.start else None


def _read_listed_days(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    """The first of 5月1、2、3日."""
    in_year = _in_year(match["y11"], match["w11"], context, year)
    return days_of(in_year, number_of(match["m11"]), match["dl"].split("、")[0])


def _read_yearend(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    whole = _full_year(_in_year(match["y8"], match["w8"], context, year))
    if whole is None:
        return None
    if match["e"][-1] == "初":
        return Part(whole.start, whole.start.replace(month=3, day=31), "year_start")
    return whole if match["e"][-1] == "内" else Part(whole.end, whole.end, "year_end")


def _read_year(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    word = match["w9"] or ""
    if word.endswith("两年"):
        now = year_of(None, "今年", context)
        both = (now, now + 1) if now and word == "今明两年" else (now - 1, now) if now else (None, None)
        whole = _full_year(*both)
        return whole._replace(grain="span") if whole else None
    return _full_year(year_of(match["y9"] or match["event"], match["w9"], context))


def _read_plan(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    number = chinese_number(match["n5"].removesuffix("五")) if len(match["n5"]) > 1 else None
    if match["n5"] == "八五":
        number = 8
    if number is None or number < 6:
        return None
    first = 2016 + 5 * (number - 13)
    whole = _full_year(first, first + 4)
    if whole and match["phase"] == "末":
        return Part(whole.end, whole.end, "year_end")
    return whole._replace(grain="plan") if whole else None


def _read_relative(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    """上月, 本月底, 下季度: counted from the notice's own date."""
    if context.date is None:
        return None
    words = match["relative"]
    shift = {"上": -1, "本": 0, "下": 1}[words[0]]
    if "季" not in words:
        months = context.date.year * 12 + context.date.month - 1 + shift
        return days_of(months // 12, months % 12 + 1, match["rd"], match["rx"])
    quarters = context.date.year * 4 + (context.date.month - 1) // 3 + shift
    first, last = (days_of(quarters // 4, quarters % 4 * 3 + month) for month in (1, 3))
    if first is None or last is None:
        return None
    return Part(last.end if match["re"] else first.start, last.end, "quarter")


def _read_now(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    return Part(context.date, context.date, "day") if context.date else None


def _read_iso(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    first = _iso_day(match["iso1"])
    last = _iso_day(match["iso2"]) if match["iso2"] else None
    return first._replace(end=last.end, grain="span") if first and last and last.end >= first.start else first


def _iso_day(text: str) -> Part | None:
    year, month, day = re.split(r"[-/.]", re.split(r"[ T]", text)[0])
    return days_of(int(year), int(month), day)


def _read_packed(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    digits = match["packed"]
    return days_of(int(digits[:4]), int(digits[4:6]), digits[6:])


def _read_party(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    date = datetime.date.fromisoformat(CONGRESSES[match["congress"]])
    return Part(date, date, "day")


def _read_lost(match: re.Match[str], context: Context, year: int | None) -> Part | None:
    """201944日至615日: 年 and 月 were lost; read where one reading alone is possible."""
    halves = re.findall(r"\d+(?=日)", match["lost"])
    first = _restored(halves[0], _inferred(context, year))
    if first is None or len(halves) < 2:
        return first
    second = _restored(halves[1], first.start.year)
    return first._replace(end=second.end, grain="span") if second and second.end >= first.start else first


def _restored(digits: str, year: int | None) -> Part | None:
    if len(digits) > 5:
        year, digits = int(digits[:4]), digits[4:]
    readings = [
        part
        for cut in (1, 2)
        if 0 < len(digits) - cut <= 2 and digits[cut] != "0" and digits[0] != "0"
        if (part := days_of(year, int(digits[:cut]), digits[cut:]))
    ]
    return readings[0] if len(readings) == 1 else None


READERS: dict[str, Callable[[re.Match[str], Context, int | None], Part | None]] = {
    "festival": _read_festival,
    "decade": _read_decade,
    "dotted": _read_dotted,
    "listed_months": _read_listed_months,
    "listed_years": _read_listed_years,
    "listed_days": _read_listed_days,
    "plan": _read_plan,
    "relative": _read_relative,
    "now": _read_now,
    "iso": _read_iso,
    "packed": _read_packed,
    "lost": _read_lost,
    "months": _read_months,
    "years": _read_years,
    "half": _read_half,
    "point": _read_point,
    "yearend": _read_yearend,
    "year": _read_year,
    "party": _read_party,
}

"""What a date means: a match of `pattern.DATE` gives the period that it names.

    6月底 -> 30 June          8月下旬 -> 21 to 31 August      三季度末 -> 30 September      “十四五” -> 2021 to 2025

A missing year is that of the last full date in the same paragraph, else the year that the notice reports on, else that of
its own date; the end of a range without year or month inherits those of the start, one year later where it would
precede the start.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from itertools import pairwise

from gongwen.rules.dates.pattern import CONGRESSES
from gongwen.rules.dates.plans import plan_years
from gongwen.rules.dates.stretches import Part, days_of, full_years, last_day, number_of
from gongwen.rules.dates.years import SHIFTS, Reference, bare_year, in_year, year_of
from gongwen.rules.numerals import chinese_number

QUARTER = re.compile("[一二两三四1-4](?!个)|[一二两三2-3](?=个)")
JOINED = re.compile("[、和及与]")
ERAS = {"初": (0, 3), "中": (4, 6), "末": (7, 9), "后": (5, 9)}
"""Which years of a decade 初期 and 末 mean."""


def read(match: re.Match[str], reference: Reference) -> Part | None:
    """The days that a match of `DATE` names; `None` where they are unknown."""
    reader = READERS.get(match.lastgroup or "")
    return reader(match, reference) if reader else None


def _read_point(match: re.Match[str], reference: Reference) -> Part | None:
    printed, word, month, day, part = match.group("y1", "w1", "m1", "d1", "x1")
    year = in_year(printed, word, reference)
    first = days_of(year, number_of(month), day, part)
    if first is None or year is None or not any(match.group("m2", "dd", "xx", "d12")):
        return first
    last = _end_of_range(match, first, year, reference)
    return first._replace(end=last.end, grain="span") if last and last.end >= first.start else first


def _end_of_range(match: re.Match[str], first: Part, year: int, reference: Reference) -> Part | None:
    """The second day of 9月25日至12月31日: without a month it takes that of the first; without a year it may lie in the next one."""
    if match["d12"]:
        return days_of(year, number_of(match["m12"]) or first.start.month, match["d12"])
    printed, word, month, day, part = match.group("y2", "w2", "m2", "d2", "x2")
    if not month:
        return days_of(year, first.start.month, match["dd"], match["xx"])
    last_year = year_of(printed, word, reference._replace(printed=year)) or year
    last = days_of(last_year, number_of(month), day, part)
    if last and last.end < first.start and not printed:
        return days_of(last_year + 1, number_of(month), day, part)
    return last


def _read_months(match: re.Match[str], reference: Reference) -> Part | None:
    year = in_year(match["y3"], match["w3"], reference)
    first, last = days_of(year, number_of(match["m3"])), days_of(year, number_of(match["m4"]))
    if first and last and year and last.end < first.start:
        last = days_of(year + 1, number_of(match["m4"]))
    return first._replace(end=last.end, grain="span") if first and last else None


def _read_years(match: re.Match[str], reference: Reference) -> Part | None:
    first = year_of(match["y5"], None, reference)
    last = year_of(match["y6"] or match["y16"], None, reference)
    return full_years(first, last, "span") if last is not None else None


def _read_half(match: re.Match[str], reference: Reference) -> Part | None:
    year = in_year(match["y7"] or match["y17"], match["w7"], reference)
    months = _months_of(match["h"])
    if year is None or months is None:
        return None
    first, last, grain = months
    end = datetime.date(year, last, last_day(year, last))
    return Part(end if match["qe"] else datetime.date(year, first, 1), end, grain)


def _months_of(word: str) -> tuple[int, int, str] | None:
    """First and last month of 上半年, 前5个月, 前三季度, 第二、三季度."""
    if word.endswith("半年"):
        return (1, 6, "half") if word[0] in "上前" else (7, 12, "half")
    if word[0] == "前":
        number = number_of(word.replace("两", "二")) or 0
        last = number * 3 if "季" in word else number
        return (1, last, "span") if 1 <= last <= 12 else None
    numbers = [number_of(digit) or 1 for digit in QUARTER.findall(word)]
    first, end = numbers[0], numbers[-1]
    return first * 3 - 2, max(first, end) * 3, "span" if end > first else "quarter"


def _read_yearend(match: re.Match[str], reference: Reference) -> Part | None:
    whole = full_years(in_year(match["y8"], match["w8"], reference))
    if whole is None:
        return None
    edge = (match["e"] or match["e0"])[0]
    if edge == "初":
        return Part(whole.start, whole.start.replace(month=3, day=31), "year_start")
    return whole if edge == "内" else Part(whole.end, whole.end, "year_end")


def _read_year(match: re.Match[str], reference: Reference) -> Part | None:
    return full_years(year_of(match["y9"] or match["event"], match["w9"], reference))


def _read_pair(match: re.Match[str], reference: Reference) -> Part | None:
    """今明两年: from the first to the last of the years named."""
    if reference.date is None:
        return None
    first, last = (reference.date.year + SHIFTS.get(word, 0) for word in match["pair_words"])
    return full_years(first, last, "span") if last == first + 1 else None


def _read_decade(match: re.Match[str], reference: Reference) -> Part | None:
    """20世纪六七十年代; 九十年代 alone belongs to the 20th century."""
    if match["last"] and match["last"][0] == "本":
        first = 2000
    else:
        century = match["century"] or "20"
        first = 100 * ((int(century) if century.isdecimal() else chinese_number(century) or 20) - 1)
    tens = match["tens"]
    digits = [int(tens[0])] if tens[0].isdecimal() else [chinese_number(sign) or 0 for sign in tens[:-1]]
    if not all(digits) or (len(digits) > 1 and digits[1] != digits[0] + 1):
        return None
    begin, end = ERAS[match["era"][0]] if match["era"] else (0, 9)
    return full_years(first + 10 * digits[0] + begin, first + 10 * digits[-1] + end, "span")


def _read_dotted(match: re.Match[str], reference: Reference) -> Part | None:
    first, last = (days_of(int(text[:4]), int(text[5:])) for text in (match["from"], match["to"]))
    return first._replace(end=last.end, grain="span") if first and last and last.end >= first.start else None


def _read_plan(match: re.Match[str], reference: Reference) -> Part | None:
    years = plan_years(match["n5"] or match["n6"] or match["n7"] or match["n8"])
    whole = full_years(*years) if years else None
    if whole and "末" in (match["phase"], match["phase7"]):
        return Part(whole.end, whole.end, "year_end")
    return whole._replace(grain="plan") if whole else None


def _read_relative(match: re.Match[str], reference: Reference) -> Part | None:
    """上月, 本月底, 下季度: counted from the notice's own date."""
    if reference.date is None:
        return None
    words, date = match["relative"], reference.date
    shift = {"上": -1, "本": 0, "下": 1}[words[0]]
    if "季" not in words:
        months = date.year * 12 + date.month - 1 + shift
        return days_of(months // 12, months % 12 + 1, match["rd"], match["rx"])
    quarters = date.year * 4 + (date.month - 1) // 3 + shift
    first, last = (days_of(quarters // 4, quarters % 4 * 3 + month) for month in (1, 3))
    if first is None or last is None:
        return None
    return Part(last.end if match["re"] else first.start, last.end, "quarter")


def _read_now(match: re.Match[str], reference: Reference) -> Part | None:
    return Part(reference.date, reference.date, "day") if reference.date else None


def _read_iso(match: re.Match[str], reference: Reference) -> Part | None:
    first = _iso_day(match["iso1"])
    last = _iso_day(match["iso2"]) if match["iso2"] else None
    return first._replace(end=last.end, grain="span") if first and last and last.end >= first.start else first


def _iso_day(text: str) -> Part | None:
    year, month, day = re.split(r"[-/.]", re.split(r"[ T]", text)[0])
    return days_of(int(year), int(month), day)


def _read_packed(match: re.Match[str], reference: Reference) -> Part | None:
    digits = match["packed"]
    return days_of(int(digits[:4]), int(digits[4:6]), digits[6:])


def _read_party(match: re.Match[str], reference: Reference) -> Part | None:
    date = datetime.date.fromisoformat(CONGRESSES[match["congress"]])
    return Part(date, date, "day")


def _read_lost(match: re.Match[str], reference: Reference) -> Part | None:
    """201944日至615日: 年 and 月 were lost; read only where a single reading is possible."""
    halves = re.findall(r"\d+(?=日)", match["lost"])
    first = _restored(halves[0], bare_year(reference))
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


READERS: dict[str, Callable[[re.Match[str], Reference], Part | None]] = {
    "plan": _read_plan,
    "relative": _read_relative,
    "now": _read_now,
    "iso": _read_iso,
    "dotted": _read_dotted,
    "packed": _read_packed,
    "lost": _read_lost,
    "decade": _read_decade,
    "pair": _read_pair,
    "months": _read_months,
    "years": _read_years,
    "half": _read_half,
    "point": _read_point,
    "yearend": _read_yearend,
    "year": _read_year,
    "party": _read_party,
}


# ---------------------------------------------------------------------------------------- lists

LISTS = {"day_list": "ld", "month_list": "lm", "year_list": "ly"}
"""The forms that name several dates, and the group that holds them."""


def read_list(match: re.Match[str], reference: Reference) -> list[tuple[int, int, Part | None]]:
    """Start, end and days of each date of 5月1、2、3日; consecutive months and years are one period."""
    form = match.lastgroup or ""
    begin, end = match.span(LISTS[form])
    joints = [found.span() for found in JOINED.finditer(match.string, begin, end)]
    starts = [begin, *(joint[1] for joint in joints)]
    ends = [*(joint[0] for joint in joints), match.end()]
    parts = [
        _member(match, form, match.string[first:last].strip(), reference)
        for first, last in zip(starts, ends, strict=True)
    ]
    if form != "day_list" and (whole := _joined(parts)):
        return [(match.start(), match.end(), whole)]
    starts[0] = match.start()
    return list(zip(starts, ends, parts, strict=True))


def _joined(parts: list[Part | None]) -> Part | None:
    """One period of consecutive months or years."""
    known = [part for part in parts if part]
    day = datetime.timedelta(days=1)
    if len(known) < len(parts) or any(first.end + day != second.start for first, second in pairwise(known)):
        return None
    return Part(known[0].start, known[-1].end, "span")


def _member(match: re.Match[str], form: str, text: str, reference: Reference) -> Part | None:
    if form == "year_list":
        return full_years(year_of(re.split(" ?年", text)[0].strip(), None, reference))
    if form == "month_list":
        return days_of(
            in_year(match["y10"], match["w10"], reference), number_of(re.split("[两三]?个?月", text)[0])
        )
    return days_of(in_year(match["y11"], match["w11"], reference), number_of(match["m11"]), text)

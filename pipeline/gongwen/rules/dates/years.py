"""How a year is written, and the year that it names.

2024年   二〇二四年   1798年5月   二千零五年   98年3月   九七年一季度   零七年8月   去年   上一年   次年
"""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from gongwen.rules.numerals import chinese_number, positional_number, whole_number

NUM = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
YEAR_DIGITS = r"(?:(?:19|20)\d{2}|[一二][〇○零O0九一二三四五六七八]{3})"
SHORT_YEAR = r"(?<!\d)\d\d"
"""23年3月: of 1951 to 2050."""
OLD_YEAR = rf"1[0-8]\d\d(?= ?年 ?{NUM} ?月)"
"""1798年5月; 1500年 alone may count years."""
THOUSANDS = "[二两]千(?:[零〇○][一二三四五六七八九]|[零〇○]?[一二]?十[一二三四五六七八九]?)"
"""二千零一, 两千一十二."""
ROUND_THOUSAND = rf"[二两]千(?= ?年 ?{NUM} ?月)"
"""二千年十月; 二千年 alone may count years."""
TWO_CHARACTERS = rf"(?<![一二三四五六七八九十百千〇○零])[〇○零一二三四五六七八九]{{2}}(?= ?年 ?{NUM} ?月)"
"""零七年八月, 二三年五月."""
CERTAIN_CHARACTERS = (
    "(?<![一二三四五六七八九十百千〇○零])(?:[〇○零][一二三四五六七八九]|九[〇○零一二三四五六七八]|八[〇○零一二三四五六七]"
    "|七[〇○零一二三四五六九])(?= ?年)"
)
"""九八年 and 零七年 without a month; 七八年 and 八九年 may count years."""
REPUBLIC = r"民国\s?(?:\d{1,3}|元|[一二三四五六七八九十百零〇]{1,5})"
"""民国110年, counted from 1912."""
BEFORE_MONTH = "|".join(
    (
        YEAR_DIGITS,
        REPUBLIC,
        OLD_YEAR,
        THOUSANDS,
        ROUND_THOUSAND,
        SHORT_YEAR,
        TWO_CHARACTERS,
        CERTAIN_CHARACTERS,
    )
)
ALONE = "|".join((YEAR_DIGITS, REPUBLIC, THOUSANDS, CERTAIN_CHARACTERS))

YEAR_WORD = "今年|去年|明年|本年度?|(?<!应)当年|上一?年度?|前年|后年"
PRINTED_WORD = "次年|翌年|同年"
"""Counted from the year printed before them: 2019年11月5日至次年1月10日."""
SHIFTS = {"去": -1, "上": -1, "明": 1, "前": -2, "后": 2, "次": 1, "翌": 1}
"""Years from the present one, by the first character of a word."""
OF_THE_REPORT = frozenset("上本当")
"""In a bulletin these count from the year that it reports on, not from the one in which it is signed."""


YEAR_NAMED = re.compile(
    rf"{YEAR_DIGITS}|{SHORT_YEAR} ?年(?= ?\d{{1,2}} ?月)|(?<![目当应基以今])(?:{YEAR_WORD}|今明两年)"
)
"""目前年度, 应当年底前 and 今后年度 contain no word for a year."""


class Reference(NamedTuple):
    """What the words of one date count from."""

    date: datetime.date | None = None
    """The notice's own date."""
    made_for: int | None = None
    """今年 of a notice without a date."""
    reported: int | None = None
    """The year that a bulletin or an annual report speaks of."""
    printed: int | None = None
    """The last year printed in the same paragraph."""


def year_of(printed: str | None, word: str | None, reference: Reference) -> int | None:
    """The year that digits or a word (去年) name.

    >>> year_of("一九九八", None, Reference()), year_of("零七", None, Reference()), year_of("二千零一", None, Reference())
    (1998, 2007, 2001)
    >>> year_of("民国110", None, Reference()), year_of("民国九十年", None, Reference())
    (2021, None)
    >>> year_of(None, "次年", Reference(printed=2021)), year_of(None, "次年", Reference())
    (2022, None)
    """
    if printed:
        return _number(printed)
    if not word:
        return None
    shift = SHIFTS.get(word[0], 0)
    if word[0] in "次翌同":
        return reference.printed + shift if reference.printed else None
    if word == "当年" and reference.printed:
        return reference.printed
    if word[0] in OF_THE_REPORT:
        base = reference.reported or (reference.date.year if reference.date else None)
    else:
        base = reference.date.year if reference.date else reference.made_for
    return base + shift if base else None


def names_year(folded: str) -> bool:
    """Whether a year is printed in a passage, be it in digits or as a word.

    >>> names_year("2021年3月"), names_year("21年3月"), names_year("今年3月"), names_year("应当年底前完成")
    (True, True, True, False)
    """
    return YEAR_NAMED.search(folded) is not None


def in_year(printed: str | None, word: str | None, reference: Reference) -> int | None:
    """The year of a day or month: 去年7月 never falls back to another year, even where 去年 is unknown; 当年12月底 of the last printed one."""
    named = year_of(printed, word, reference)
    if named is not None or (word and word[0] not in "本当"):
        return named
    return bare_year(reference)


def bare_year(reference: Reference) -> int | None:
    """The year of a month or day printed without one."""
    return reference.printed or reference.reported or (reference.date.year if reference.date else None)


def _number(printed: str) -> int | None:
    if printed.startswith("民国"):
        since = printed.removeprefix("民国").strip()
        count = 1 if since == "元" else whole_number(since)
        return count and 1911 + count
    if printed.isascii():
        year: int | None = int(printed) if printed.isdecimal() else positional_number(printed)
    elif "千" in printed:
        year = chinese_number(printed.replace("两", "二").replace("〇", "零").replace("○", "零"))
    else:
        year = positional_number(printed)
    return year if year is None or year > 99 else year + (2000 if year <= 50 else 1900)

"""The five-year plans: how they are written, and their years.

“十三五”期间   “十五”期间   十二五末   “七五”时期       and not 第十五届, “七五”普法, 一九五〇年
"""

from __future__ import annotations

from gongwen.rules.numerals import chinese_number

NUMBER = "[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
QUOTED = f"“(?:{NUMBER})五”"
"""“十四五”"""
PHASE = "期间|时期|末|初|以来|中期"
OTHER_PROGRAMMES = "普法|法治宣传|行动|工程"
"""“八五”普法 and “三五”工程 have a numbering of their own."""


def plan_years(number: str) -> tuple[int, int] | None:
    """First and last year of the plan whose number stands before 五.

    >>> plan_years("十三"), plan_years("十"), plan_years("七"), plan_years("一"), plan_years("九十")
    ((2016, 2020), (2001, 2005), (1986, 1990), (1953, 1957), None)
    """
    count = chinese_number(number)
    if count is None or not 1 <= count <= 29:
        return None
    first = 1953 + 5 * (count - 1) if count < 3 else 2016 + 5 * (count - 13)
    return first, first + 4


def plan_period(number: str) -> str | None:
    """The same as a range of ISO years.

    >>> plan_period("十四"), plan_period("八"), plan_period("九十")
    ('2021/2025', '1991/1995', None)
    """
    years = plan_years(number)
    return f"{years[0]}/{years[1]}" if years else None

"""政府工作报告, and the year that a report is made for.

    heading 一、2024年工作回顾                         for 2025
    heading 二、2025年主要任务                         for 2025
    title 江临市2025年政府工作报告                      for 2025
    title 关于2024年预算执行情况和2025年预算草案的报告     for 2025
    text 1986年，…… 1986年的 …… 1986年全国            for 1987: the year after the last one it gives results of

今年 in an undated report is the year that the report is made for, unless it calls that year 明年: then it was
made a year earlier, or its date is unknown.
"""

from __future__ import annotations

import re
from collections import Counter

from gongwen.rules.numerals import positional_number

OPENING = re.compile("(?:代表|根据|现在|受)[^。\n]{0,25}(?:国务院|國務院|政府)[^。\n]{0,40}报告")
DEPUTIES = re.compile("各位(?:代表|委员)")
TITLED = re.compile("(?:政府|人民政府)?工作报告[^》一-鿿]*\\Z")
OTHER_REPORTS = re.compile("法院|检察院|常务委员会|审计|预算|计划执行|决议|任务分|分工|的通知|解读|整改")

REVIEWED = re.compile("((?:19|20)[0-9]{2})年[^,。]{0,12}(?:回顾|总结|执行情况)")
AHEAD = "任务|要求|目标|安排|部署|建议|重点"
"""Words in the headings of sections on what is still to be done."""
PLANNED = re.compile(f"((?:19|20)[0-9]{{2}})年[^,。回总]{{0,16}}(?:{AHEAD}|工作)")
AIMED = re.compile("年(?<=((?:19|20)[0-9]{2})年)[^,。;\n]{0,24}(?:预期目标|主要目标|调控目标)")
TITLE_YEAR = re.compile("(?:19|20)[0-9]{2}")
STATED = re.compile(
    r"""
    (?:(?<![到至前于0-9])|(?<=[增加达高]到))
    ((?:19|20)[0-9]{2}                         # 1986
      |1[ ]?9[ ]?[0-9][ ]?[0-9][ ]?            # 1 9 8 6
      |一九[一二三四五六七八九〇○零]{2}           # 一九八六
    )年
    (?:[的,]|国内生产总值|国民生产总值|是|全国|工农业)  # 年,
    """,
    re.VERBOSE,
)
"""A year whose results the text gives."""
YEAR = "(?:(?:19|20)[0-9]{2}|一九[一二三四五六七八九〇○零]{2})"
"""A year as reports print it: 1986, 一九八六."""
ANY_YEAR = re.compile(f"年(?<=({YEAR})年)")
CARRIED_OUT = re.compile(
    "((?:19|20)[0-9]{2})年[^年]{0,40}执行情况[与和及、暨][^年]{0,20}?((?:19|20)[0-9]{2})年"
)
"""关于2024年预算执行情况和2025年预算草案的报告"""
PLAN_TITLE = re.compile("^[^年]*((?:19|20)[0-9]{2})年度?[^年]*(?:工作要点|工作计划|工作安排|重点工作)$")


def is_work_report(title: str, opening: str) -> bool:
    """Whether this is the report of a government to its congress, by its title or the first lines of its text.

    >>> is_work_report("江临市人民政府工作报告", ""), is_work_report("江临市中级人民法院工作报告", "")
    (True, False)
    """
    if OTHER_REPORTS.search(title):
        return False
    if "政府" in title and TITLED.search(title):
        return True
    return OPENING.search(opening) is not None and DEPUTIES.search(opening) is not None


def year_made_for(folded: str, headings: str, title: str, dated: int | None) -> int | None:
    """The year whose targets a work report sets; `dated` is the year of its own date. `None` where it is unknown."""
    if found := REVIEWED.findall(headings):
        return max(map(int, found)) + 1
    if found := PLANNED.findall(headings):
        return max(map(int, found))
    if titled := TITLE_YEAR.search(title):
        return int(titled[0])
    if dated:
        return dated
    if found := AIMED.findall(folded):
        return max(map(int, found))
    return _year_after_results(folded)


def present_year(folded: str, headings: str, title: str) -> int | None:
    """今年 of a notice without a date; `None` where it is unknown."""
    if carried := CARRIED_OUT.search(title):
        year = int(carried[2]) if int(carried[1]) + 1 == int(carried[2]) else None
    elif planned := PLAN_TITLE.match(title):
        year = int(planned[1])
    elif is_work_report(title, folded[:1500]):
        year = year_made_for(folded, headings, title, None)
    else:
        return None
    return None if folded.count("明年") * 2 > folded.count("今年") else year


def _year_after_results(folded: str) -> int | None:
    """The year after the last one whose results a review gives, where it gives more than one result.

    A text that speaks more of later years, or names the following year in figures rather than as 明年, is made for
    another year, which is unknown.
    """
    stated = Counter(map(year_number, STATED.findall(folded[: len(folded) // 3])))
    most = max(stated.values(), default=0)
    if most < 2:
        return None
    year = 1 + max(year for year, count in stated.items() if count * 5 >= most * 4)
    named = Counter(map(year_number, ANY_YEAR.findall(folded)))
    later = sum(count for other, count in named.items() if other > year)
    by_number = named[year + 1] * 2 > max(named[year], 2 * folded.count("明年") + 2)
    return None if by_number or later > named[year] + named[year - 1] else year


def year_number(printed: str) -> int:
    """The year of 1986, 1 9 8 6 or 一九八六; 0 for anything else."""
    digits = printed.replace(" ", "")
    return int(digits) if digits.isascii() else positional_number(digits) or 0

"""The year of a day or month that bears none, where it is not the year of the notice's own date.

公报 on 2022, of April 2023: 年末                       2022
notice of December 2021: 要在3月31日前兑付              2022
notice of January 2023: 截至12月底, 12月底前已完成        2022
关于2024年部分节假日安排的通知, of October 2023: 2月10日   2024
2月4日（星期日）                                       the year in which it is one
"""

from __future__ import annotations

import datetime
import re

from gongwen.model import Context
from gongwen.rules.dates.stretches import Part
from gongwen.rules.dates.years import Reference
from gongwen.rules.text.characters import fold

REPORTED = re.compile(
    "((?:19|20)[0-9]{2})年?[^年]{0,30}?(?:公报|年报|年度报告|决算(?:情况)?(?:的?说明|报告|公开)?$|统计分析|统计数据|经济运行|工作总结)"
)
"""A title of a document that gives the results of a year."""
ACCOUNT = re.compile("(?:情况|总结|通报|报告|公报|简报|回顾)(?:的(?:通报|报告|公告|公示))?$")
"""A title of a document on what was done: its months lie in the past."""
ANNOUNCED = re.compile("((?:19|20)[0-9]{2})(?:[—-](?:19|20)?[0-9]{2})?(?:学年)?(?:年|年度)")
"""The year that a title is for."""
DONE = re.compile("前?(?:均|都|就|全部)?已")
DID = re.compile("了(?!解)|已|曾|累计|同比|先后|共计|经查|依法对|结束|作出|印发|收到|立案")
"""What has happened."""
WILL = re.compile(
    "将|拟|定于|预计|计划|力争|确保|请|应当?|须|务必|要(?!求|点|闻|件)|不得|届时|放假|上班|施行|执行|起(?:施行|实施)|报名|考试|报送"
)
"""What is still to happen."""
WEEKDAY_PRINTED = re.compile("(?:星期|周|礼拜)([一二三四五六日天])")
WEEKDAYS = "一二三四五六日"
AHEAD = 183
"""In days: a month further back than this from a notice of autumn or winter is one of the coming spring."""
NEAR = 62
"""In days: something said to be done on a day less than this ahead is a slip, not a date of the year before."""
SENTENCE_ENDS = re.compile("[。;!?\n]")


def reference_of(context: Context) -> Reference:
    """What the dates of a notice count from."""
    own = context.date
    found = REPORTED.search(fold(context.title))
    year = int(found[1]) if found else None
    reported = year if year and (own is None or year == own.year - 1) else None
    return Reference(own, context.year, reported)


def years_off(
    part: Part, span: tuple[int, int], folded: str, context: Context, *, deadline: bool, as_of: bool
) -> int:
    """By how many years a date without a year must be moved: -1, 0 or 1."""
    own = context.date
    if own is None:
        return 0
    if (by_weekday := _by_weekday(part, folded[span[0] : span[1]])) is not None:
        return by_weekday
    before, behind = _sentence(folded, span)
    if part.start > own:
        if DONE.match(behind) or (as_of and part.end > own):
            return -1
        did = not deadline and DID.search(behind) and not WILL.search(before + behind)
        return -1 if did and (part.start - own).days > NEAR else 0
    if part.end >= own or as_of or ACCOUNT.search(context.title) or DID.search(before + behind):
        return 0
    later = _moved(part.end, 1)
    if later is None:
        return 0
    if (found := ANNOUNCED.search(fold(context.title))) and int(found[1]) == own.year + 1:
        return 1
    ahead = own.month >= 9 and (later - own).days <= AHEAD
    return 1 if ahead and (deadline or WILL.search(before + behind)) else 0


def _by_weekday(part: Part, printed: str) -> int | None:
    """Which of three years makes 2月4日 the weekday printed after it; `None` where no weekday is printed or none fits."""
    found = WEEKDAY_PRINTED.search(printed)
    if found is None:
        return None
    weekday = WEEKDAYS.index(found[1].replace("天", "日"))
    for years in (0, 1, -1):
        moved = _moved(part.start, years)
        if moved and moved.weekday() == weekday:
            return years
    return None


def _moved(day: datetime.date, years: int) -> datetime.date | None:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return None


def _sentence(folded: str, span: tuple[int, int]) -> tuple[str, str]:
    """The text around a date in its sentence; before it, no more than its own clause and a few words."""
    start, end = span
    before = re.split("[。;!?\n,]", folded[max(0, start - 24) : start])[-1]
    stop = SENTENCE_ENDS.search(folded, end)
    return before, folded[end : min(stop.start() if stop else len(folded), end + 40)]

"""Which year a date without one belongs to.

关于2024年部分节假日安排的通知, signed in October 2023      2月10日 is of 2024
2022年统计公报, signed in April 2023                        上年 is 2021, 年末 the end of 2022
signed in December 2021: 3月31日前兑付                      of 2022, for it is planned
signed in January 2023: 截至12月底                          of 2022, for it is reported
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import NamedTuple

from gongwen.model import Context
from gongwen.rules.dates.pattern import NEXT_BEFORE, YEAR_BEFORE
from gongwen.rules.dates.readings import YEAR_PRINTED, Part, names_year, read, year_of
from gongwen.rules.numerals import chinese_number

DONE = re.compile("前?(?:均|都|就|全部)?已")
PLANNED = re.compile(
    "请|应当?|须|务必|将(?!近)|拟[于定在]|定于|计划[于在]|力争|确保|争取|要(?!求|闻|点|素)|安排"
)
"""A sentence of what is to come."""
ACCOUNT = re.compile("(?:情况|总结|通报|报告|公报|简报|回顾)(?:的(?:通报|报告|公告|公示))?$")
"""The title of an account: its bare months lie behind it."""
REPORTED = re.compile("了|已|先后|共计|累计|以来")
"""A sentence of what was done."""
FAR_AHEAD, FAR_BEHIND = 45, 150
"""Days: a month so far ahead of what is reported is of the year before, so far behind what is planned of the next."""
REPORT_TITLE = re.compile(
    r"""
    ^(?!.*(?:整改|政府工作报告))        # what is mended of an audit was mended in the year after
    .{0,30}?(?P<year>(?:19|20)\d\d)年度?
    .{0,40}(?:公报|年报|年度报告|白皮书|状况|总结|执行情况|决算).{0,12}$    # 2022年国民经济和社会发展统计公报
    """,
    re.VERBOSE,
)
"""A title that says which year is reported on."""
COMING_TITLE = re.compile(r"(?P<year>20\d\d)年(?!.{0,30}(?:总结|公报|情况|年报))")
SENTENCE = re.compile(r"[^。;\n]{0,40}")
PRINTED_FORMS = frozenset({"iso", "packed", "dotted", "listed_years"})
RECURRING = ("每年", "每年的", "每年度")


class Frame(NamedTuple):
    """What the dates of a notice are counted from."""

    context: Context
    """Its `date` is that of the notice, or of a report on an earlier year the last day of that year."""
    signed: datetime.date | None
    """The notice's own date."""
    account: bool
    """The notice is an account of what was done."""
    coming: bool
    """The title names the year to come: 关于2024年部分节假日安排的通知, signed in 2023."""

    @classmethod
    def of(cls, context: Context) -> Frame:
        """From the title and the date: 2022年统计公报 of April 2023 counts from 2022."""
        signed = context.date
        if signed is None:
            return cls(context, None, False, False)
        report = REPORT_TITLE.search(context.title)
        if report and int(report["year"]) == signed.year - 1:
            return cls(replace(context, date=datetime.date(signed.year - 1, 12, 31)), signed, True, False)
        account = ACCOUNT.search(context.title) is not None
        coming = COMING_TITLE.search(context.title)
        return cls(context, signed, account, coming is not None and int(coming["year"]) == signed.year + 1)


def read_in_frame(
    match: re.Match[str], folded: str, frame: Frame, year: int | None, last: int
) -> tuple[Part | None, bool, int]:
    """The days of a match, whether its year is printed, and where the date begins, a year before it included."""
    context, start = frame.context, match.start()
    if match.lastgroup == "now":
        return read(match, replace(context, date=frame.signed), year), False, start
    printed = match.lastgroup in PRINTED_FORMS or YEAR_PRINTED.search(match.group()) is not None
    recurring = folded[max(0, start - 4) : start].endswith(RECURRING)
    bare = not printed and not recurring and not names_year(match.group())
    if bare and match.lastgroup in ("point", "half", "months", "listed_days"):
        if following := NEXT_BEFORE.search(folded, max(last, start - 4), start):
            return (read(match, context, year + 1) if year else None), year is not None, following.start()
        if folded[start - 2 : start].rstrip().endswith("年"):
            earlier = YEAR_BEFORE.search(folded, max(last, start - 10), start)
            in_year = _odd_year(earlier) if earlier else None
            if earlier is None or in_year is None:
                return None, False, start  # 光绪二十年六月: a year that is printed and not known
            return read(match, context, in_year), True, earlier.start()
        if year is None:
            return _moved(match, read(match, context, None), folded, frame), False, start
    part = read(match, context, year)
    return part, printed, start


def _odd_year(earlier: re.Match[str]) -> int | None:
    """1798, 二千零一, 九八."""
    if earlier["old"]:
        return int(earlier["old"])
    if earlier["spoken"]:
        return chinese_number(earlier["spoken"])
    return year_of(earlier["short"], None, Context())


def _moved(match: re.Match[str], part: Part | None, folded: str, frame: Frame) -> Part | None:
    """A day whose year nothing prints, in the year that its sentence speaks of."""
    signed = frame.signed
    if part is None or signed is None or frame.context.date != signed:
        return part
    lead = folded[max(0, match.start() - 3) : match.start()]
    clause = SENTENCE.match(folded, match.end())
    behind = clause[0] if clause else ""
    before = folded[
        max(folded.rfind("。", 0, match.start()), folded.rfind("\n", 0, match.start())) + 1 : match.start()
    ]
    reported = bool(DONE.match(folded, match.end())) or REPORTED.search(behind) is not None
    ahead = (part.start - signed).days
    if reported and part.start > signed:
        return read(match, frame.context, part.start.year - 1)
    if lead.endswith(("截至", "截止", "止到")) and (part.end - signed).days > FAR_AHEAD:
        return read(match, frame.context, part.start.year - 1)
    if reported or frame.account:
        return part
    if frame.coming:
        return read(match, frame.context, part.start.year + 1) if part.end < signed else part
    behind_us = (signed - part.end).days
    if ahead < 0 and behind_us > FAR_BEHIND and (PLANNED.search(before) or PLANNED.search(behind)):
        return read(match, frame.context, part.start.year + 1)
    return part

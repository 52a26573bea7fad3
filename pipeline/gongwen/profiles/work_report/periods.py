"""回顾 or 目标, and of which year: what each part of a work report is about.

    heading 一、2024年工作回顾                        results of 2024
    heading 二、“十五五”时期主要目标任务                targets of 2026/2030
    paragraph 五年来, …                              results of 2020/2024
    sentence 去年, … inside the tasks                 results of the previous year

The year that a report is made for is that of `rules/report_years`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from gongwen.model import Draft
from gongwen.rules.dates import report_years
from gongwen.rules.dates.plans import NUMBER, plan_period
from gongwen.rules.dates.report_years import ANY_YEAR, YEAR, year_made_for, year_number
from gongwen.rules.numerals import chinese_number

RESULT, TARGET = "result", "target"


class Speaking(NamedTuple):
    """What a part of the text is about."""

    kind: str
    period: str | None
    """An ISO year, 2025, or a range of years, 2021/2025."""


BACK = re.compile("回顾|总结|成就|成绩|执行情况|的胜利|发展历程")
AHEAD = re.compile(f"{report_years.AHEAD}|取向|打算|举措|主要考虑|今后|工作$")
TO_COME = re.compile("今年|明年|新的一年|五年|时期|下一步|今后")
PLAN = re.compile(f"“?({NUMBER})五”?(?:期间|时期|规划|计划|”)")
CUE = re.compile(
    rf"""
    \s*(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|——?|-+)?   # （一）
    (?:回顾|总结|综合[^,。]{{0,16}},|初步统计,)?(?:建议)?                      # 回顾
    (?: (?P<five>(?:过去|这|前|近)五年|[五5]年(?:来|间)|本届政府[^,。]{{0,8}}以来)   # 过去五年
      | (?P<next>(?:今后|未来|下一个?)五年|今后一个时期|到20[0-9]{{2}}年)           # 今后五年, 到2030年
      | (?P<since>今年以来)                                                # 今年以来
      | (?P<this>做好今年|今年|新的一年)                                      # 新的一年
      | (?P<last>过去一年|过去的一年|刚刚过去|一年来|去年|上年)                    # 过去一年
      | (?P<y>{YEAR})年(?!来|以来|代)                                      # 2024年
      | “(?P<plan>{NUMBER})五”(?:时期|期间)?                                # “十四五”时期
    )
    """,
    re.VERBOSE,
)

CUE_FIRST = frozenset(" \u3000\t(（—-一二三四五六七八九十回总综初建过这前近5本今未下到做新刚去上12“")
"""What a cue begins with; this rules out most sentences."""
COMPARED = re.compile(f"(?:与|同|比|较)({YEAR})年")
"""2005年与2000年相比: what was reached in the years between."""
OPENS = re.compile(r"[^0-9]{0,12}(?:过去一年|过去的一年|刚刚过去)[^0-9]*\Z")
"""A sentence without a number that opens a review: 过去一年,各项工作取得了很大成绩。"""
CLOSED = re.compile(f"“({NUMBER})五”(?:时期|规划)?[^。,;]{{0,20}}(?:完成|收官|实现)")
"""“十二五”规划确定的主要目标任务全面完成。一是: the list speaks of those years."""
WIDE = re.compile(
    rf"""
    (?<![较比与])“(?P<plan>{NUMBER})五”(?!规划纲要|末|以来)                       # “十四五”
    | (?P<years>十|[二三四五六七八九两])年(?:来|间|里|,|年均|平均|累计|增加|总体|共)   # 五年来
    | 本届政府
    | (?:过去|这|前|近)(?P<past>十|[二三四五六七八九])年                           # 过去五年
    """,
    re.VERBOSE,
)
"""Words for several years, over which an average is taken."""


def year_of(draft: Draft) -> int | None:
    """The year that the report is made for, whose targets it sets; `None` where it is unknown."""
    body, dated = draft.body, draft.context.date
    headings = "\n".join(
        body.folded[block.start : block.end] for block in body.blocks if block.role == "heading"
    )
    return year_made_for(body.folded, headings, draft.context.title, dated.year if dated else None)


class Spoken:
    """The parts of one report; `at(position)` tells what the text there is about."""

    def __init__(self, draft: Draft, year: int | None) -> None:
        body = draft.body
        self._folded, self._year = body.folded, year
        chapters = {root.marker.start for root in draft.outline if root.marker}
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._spoken: dict[int, tuple[list[int], list[Speaking]]] = {}
        self._wide: list[dict[str, str]] = []
        wide: dict[str, str] = {}
        self._stretches: list[Speaking] = []
        now = Speaking(RESULT, self._text(-1))
        for block in body.blocks:
            opening = self._folded[block.start : min(block.end, block.start + 90)]
            inside = block.start not in chapters and now.kind == RESULT
            now = self._after(opening, block.role, now, inside)
            self._starts.append(block.start)
            self._ends.append(block.end)
            self._stretches.append(now)
            named = now.period if now.period and "/" in now.period else None
            if named is None and block.role == "heading":
                named = self._named_years(block.start, block.end, now.kind)
            if named and wide.get(now.kind) != named:
                wide = {**wide, now.kind: named}
            self._wide.append(wide)

    def at(self, position: int) -> Speaking:
        """What the sentence at a position is about."""
        number = bisect_right(self._starts, position) - 1
        if number < 0:
            return Speaking(RESULT, None)
        if number not in self._spoken:
            self._spoken[number] = self._sentences(number)
        starts, speaking = self._spoken[number]
        return speaking[bisect_right(starts, position) - 1]

    def _sentences(self, number: int) -> tuple[list[int], list[Speaking]]:
        """The sentences of a block and what each is about; one that opens a review covers those after it."""
        folded, start = self._folded, self._starts[number]
        end = self._ends[number]
        now = going = self._stretches[number]
        starts: list[int] = []
        speaking: list[Speaking] = []
        while start < end:
            full, loud = folded.find("。", start, end), folded.find("!", start, end)
            stop = (min(full, loud) if full >= 0 and loud >= 0 else max(full, loud)) + 1 or end
            said = going
            if starts and folded[start] in CUE_FIRST and CUE.match(folded, start):
                said = self._cued(folded, start, now)
                going = said if OPENS.match(folded, start, stop - 1) else now
            starts.append(start)
            speaking.append(said)
            if said.kind == RESULT and folded.startswith("一是", stop):
                going = self._closed(start, stop) or going
            start = stop
        return starts, speaking

    def _closed(self, start: int, stop: int) -> Speaking | None:
        """The years of the plan that a sentence closes, if they have just ended."""
        closed = CLOSED.search(self._folded, start, stop)
        period = plan_period(closed[1]) if closed else None
        return Speaking(RESULT, period) if period and self._year == int(period[-4:]) + 1 else None

    def years_at(self, position: int, kind: str) -> str | None:
        """The years over which an average is taken: the last ones named before it, in its block or further up."""
        number = bisect_right(self._starts, position) - 1
        if number < 0:
            return None
        return self._named_years(self._starts[number], position, kind) or self._wide[number].get(kind)

    def _named_years(self, start: int, end: int, kind: str) -> str | None:
        period = None
        for found in WIDE.finditer(self._folded, start, end):
            ordinal, count = (
                found["plan"],
                chinese_number((found["years"] or found["past"] or "五").replace("两", "二")),
            )
            named = plan_period(ordinal) if ordinal else self._span_of(count or 5, kind)
            if named and (self._year is None or self._fits(int(named[-4:]), kind)):
                period = named
        return period

    def _fits(self, end: int, kind: str) -> bool:
        """A review looks back on years that have just ended."""
        return self._year is not None and (end == self._year - 1 if kind == RESULT else end >= self._year)

    def _span_of(self, count: int, kind: str) -> str | None:
        return self._range(-count, -1) if kind == RESULT else self._range(0, count - 1)

    def _after(self, opening: str, role: str, now: Speaking, inside: bool) -> Speaking:
        if role == "heading":
            return self._headed(opening, now, inside)
        return self._cued(opening, 0, now)

    def _headed(self, heading: str, now: Speaking, inside: bool) -> Speaking:
        """`inside` a review, （二）聚力落实重大任务 reports what was done, unless it names a coming year."""
        back = BACK.search(heading)
        ahead = None if inside and not self._looks_ahead(heading) else AHEAD.search(heading)
        if back and not (ahead and ahead.start() < back.start()):
            return Speaking(RESULT, self._named(heading, -1))
        if ahead:
            return Speaking(TARGET, self._named(heading, 0))
        if self._year and f"{self._year}年" in heading:
            return Speaking(TARGET, str(self._year))
        return now

    def _looks_ahead(self, heading: str) -> bool:
        years = [year_number(printed) for printed in ANY_YEAR.findall(heading)]
        return bool(TO_COME.search(heading)) or (bool(years) and max(years) >= (self._year or 0))

    def _named(self, heading: str, step: int) -> str | None:
        """The period that a heading names, else the year of the report or the one before."""
        years = [int(year) for year in re.findall("((?:19|20)[0-9]{2})年", heading)]
        if years:
            return str(min(years) if step else max(years))
        if re.search("五年|本届", heading) and "过去一年" not in heading:
            return self._range(-5, -1) if step else self._range(0, 4)
        if plan := PLAN.search(heading):
            return plan_period(plan[1]) or self._text(step)
        return self._text(step)

    def _cued(self, text: str, start: int, now: Speaking) -> Speaking:
        cue = CUE.match(text, start)
        if cue is None:
            return now
        if cue["five"]:
            return Speaking(RESULT, self._range(-5, -1))
        if cue["next"]:
            by = re.search("[0-9]{4}", cue["next"])
            return Speaking(TARGET, by[0] if by else self._range(0, 4))
        if cue["since"]:
            return Speaking(RESULT, self._text(0))
        if cue["this"]:
            return Speaking(TARGET, self._text(0))
        if cue["last"]:
            return Speaking(RESULT, self._text(-1))
        if cue["plan"]:
            return self._in_plan(cue["plan"], now)
        year = year_number(cue["y"])
        since = COMPARED.match(text, cue.end())
        first = year_number(since[1]) + 1 if since else year
        period = f"{first}/{year}" if first < year else str(year)
        if self._year is None:
            return Speaking(now.kind, period)
        return Speaking(TARGET if year >= self._year else RESULT, period)

    def _in_plan(self, number: str, now: Speaking) -> Speaking:
        period = plan_period(number)
        if period is None:
            return now
        if self._year is None:
            return Speaking(now.kind, period)
        return Speaking(RESULT if int(period[-4:]) < self._year else TARGET, period)

    def _text(self, step: int) -> str | None:
        return None if self._year is None else str(self._year + step)

    def _range(self, first: int, last: int) -> str | None:
        return None if self._year is None else f"{self._year + first}/{self._year + last}"

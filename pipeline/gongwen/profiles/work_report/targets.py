"""Targets without a number, and targets that a report says it does not set.

    进出口促稳提质, 国际收支基本平衡                                two targets in words
    单位国内生产总值能耗和主要污染物排放量继续下降                      one each
    我们没有提出全年经济增速具体目标                                 none is set for 国内生产总值增长

Only the target passage is read: the paragraph that names 预期目标, and what continues it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from gongwen.model import Body
from gongwen.profiles.work_report.indicators import known, name_of, target_name
from gongwen.rules.amounts.percentages import CHANGES
from gongwen.rules.dates.plans import QUOTED


class Worded(NamedTuple):
    """A target in words, or the words that decline to set one."""

    start: int
    end: int
    name: str


PASSAGE = re.compile("(?:预期|主要|发展|调控)目标(?!任务)[^。\n]{0,12}?(?:[是为:]|适当调整)")
CLAUSE = re.compile("[^,;。\n:]+")
SAME = re.compile(
    "(?P<noun>[一-鿿]{2,16}?)(?:实际)?(?:增长|增速)?(?:保持)?[与和同](?:经济增长|经济发展|地区生产总值增长)"
)
STATE = re.compile(
    rf"""
    (?P<noun>[一-鿿A-Za-z0-9.()“”]{{2,24}}?)(?:目标)?
    (?P<says>
      (?:要|将|实现|力争)?
      (?: 继续|持续|稳步|进一步|不断|有序                    # 持续改善, 不断优化
        | 基本|明显|稳定|总体|保持|合理                      # 基本平衡, 保持合理区间
        | 取得|优化|回[稳升暖]|实现正                        # 取得新进展, 回稳向好, 实现正增长
        | [高快低慢优好]于                                   # 快于经济增长
        | (?:降低)?(?:控制在|完成|达到)(?=国家|省|市|上级|既定|规划)  # 控制在国家下达指标以内
        | (?:降低)?完成                                      # 完成减排任务
        | [促保稳提扩增优控降减][量质稳效进优速][促保稳提扩增优控降减升][量质稳效进优速中]  # 促稳提质, 扩量提质
        | [量质效稳][稳升增优中][量质效稳有向求提促][提升优增进好稳质效]  # 量稳质升, 稳中有进, 稳中向好
        | 提质|增效|[保促]稳                                 # 提质增效
        | [只不][增减升降](?:[不只]?[增减升降])?             # 只增不减, 不降低
        | 在(?={QUOTED}|规划期|五年)                    # 在“十五五”规划期内统筹考虑
      )
      [一-鿿“”、]{{0,26}}
    )\Z
    """,
    re.VERBOSE,
)
LEADS = re.compile(
    r"""^(?:
        今年|全年|同时|努力|力争|争取|确保|实现|保持|促进|要|使
      | (?:现行|国家|国际)标准下                             # 现行标准下农村贫困人口实现脱贫
      | 全[省市区县州旗国]|其中
    )+""",
    re.VERBOSE,
)
SETTING = "提出|设定|设置|设|确定|明确|安排"
"""Verbs for setting a target."""
ABSENT = re.compile(
    rf"""
    (?:没有|未|不再|不)(?:{SETTING})                   # 没有提出
    (?:具体的?|全年|今年|量化的?)*
    (?P<noun>[一-鿿]{{2,16}}?)(?P<change>{"|".join(CHANGES)})?  # 经济增速
    (?:的?(?:具体|量化|预期))*(?:目标|指标)                  # 具体目标
    """,
    re.VERBOSE,
)
NO_INDICATOR = re.compile(
    ".*(?:工作中|结果|水平上|基础上|目标任务|任务|我们|上述|方面|保障|要求|政策|全面|[更还都也就]要)"
)


def passage(body: Body) -> list[tuple[int, int]]:
    """The places of the target sentences: blocks that name the targets, and those that continue the list."""
    found: list[tuple[int, int]] = []
    going = False
    for block in body.blocks:
        text = body.folded[block.start : block.end]
        if named := PASSAGE.search(text):
            found.append((block.start + named.end(), block.end))
            going = text[-1] in ":;," or len(text) - named.end() < 8
        elif going and block.role != "heading":
            found.append((block.start, block.end))
            going = text[-1] in ";,"
        else:
            going = False
    return found


def worded(
    folded: str, places: list[tuple[int, int]], taken: list[tuple[int, int]], local: bool
) -> Iterator[Worded]:
    """The targets in words of the target passage, where no number (`taken`, in order) stands."""
    starts = [start for start, _ in taken]
    reach = list(accumulate((end for _, end in taken), max))
    for start, end in places:
        for clause in CLAUSE.finditer(folded, start, _first_stop(folded, start, end)):
            before = bisect_left(starts, clause.end())
            if not before or reach[before - 1] <= clause.start():
                yield from _in_words(clause, local)


def _first_stop(folded: str, start: int, end: int) -> int:
    """Where the list ends: with its sentence, or the next if that continues with indicators."""
    first = folded.find("。", start, end)
    second = folded.find("。", first + 1, end) if first >= 0 else -1
    follows = re.match("[^,;。]{0,30}", folded[first + 1 : end]) if first >= 0 else None
    if follows and second > 0 and re.match("(?:能耗|单位|生态|粮食|居民|主要污染|同时)", follows[0]):
        return second
    return first if first >= 0 else end


def _in_words(clause: re.Match[str], local: bool) -> Iterator[Worded]:
    text = clause[0]
    lead = LEADS.match(text)
    skipped = lead.end() if lead else 0
    phrase = text[skipped:]
    found = SAME.match(phrase) or STATE.match(phrase)
    if found is None or (NO_INDICATOR.match(found["noun"]) and not known(found["noun"], local)):
        return
    nouns = re.split("[、和与]", found["noun"])
    if not all(known(noun, local) for noun in nouns):
        nouns = [found["noun"]]
    for noun in nouns:
        yield Worded(clause.start() + skipped, clause.end(), target_name(noun, local))


def absent(folded: str, local: bool) -> Iterator[Worded]:
    """The indicators that the report says it sets no target for."""
    for found in ABSENT.finditer(folded):
        if row := known(found["noun"].removeprefix("全年").removeprefix("今年"), local):
            change = CHANGES[found["change"]] if found["change"] else None
            yield Worded(found.start(), found.end(), name_of(row.name, change, "%", local)[0])

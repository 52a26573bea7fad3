"""A whole notice on one line, as in a column of a table: its line ends are lost, or have become blanks.

    第一章　总则 | 第一条为了…… | 第二条…… | 第二章　监管 | 第三条……
    ……结果公告 | 1、项目名称：…… | 2、项目编号：……-1 | 3、公告期限：……
    江临中学食材配送项目磋商公告 | 供应商应当……。 | 一、项目概况 …… | 二、资格条件 …… | 江临中学 | 2023年3月15日

Named assumptions: chapters and articles count on from 第一; a blank is a line end where a title stands before the first one,
or before 一、二、 in order, and before the signature.
"""

from __future__ import annotations

import re

from gongwen.rules.dates.pattern import FULL_DATE
from gongwen.rules.documents.kinds import TITLE_END
from gongwen.rules.layout import parts
from gongwen.rules.numerals import whole_number

LONGEST_TITLE = 20
"""The most characters of a chapter's title."""
NUMBERED = re.compile(
    r"第\s?(?P<number>[一二三四五六七八九十百零〇\d]{1,6})\s?(?P<unit>[编章节条])(?![款项第例、,和至的])"
)
CHAPTER_TITLE = re.compile(rf"[\s一-鿿、]{{2,{LONGEST_TITLE}}}$")
LISTED = re.compile(r"(?:^|(?<=\s))(?P<number>[一二三四五六七八九十]{1,3})、")
LABELLED = re.compile(r"(?P<number>\d)、\s?(?=[一-鿿][一-鿿 ]{1,15}:)")
"""1、项目名称：, 3、 behind a number too, ……-13、公告期限：: one digit before each label."""
FEWEST_LABELS = 3
SIGNED = re.compile(rf"\s(?P<name>[^\s。;:]{{3,40}})\s+(?P<date>{FULL_DATE})(?=$|\s*抄送:)")


def article_cuts(line: str, first: int) -> list[int]:
    """Where chapters and articles begin, from `first` on; none unless 第一 and 第二 of a kind follow each other."""
    if line.count("第", first) < 2:
        return []
    found: list[int] = []
    counted: dict[str, int] = {}
    above, above_unit = first, ""
    for number in NUMBERED.finditer(line, first):
        unit, value = number["unit"], whole_number(number["number"])
        before = line[: number.start()].rstrip()
        title = above_unit in ("编", "章", "节") and CHAPTER_TITLE.match(line[above : number.start()])
        begins = not found or before.endswith(("。", ":")) or title
        if value is None or not begins or value != counted.get(unit, 0) + 1:
            continue
        counted[unit] = value
        if unit in "编章":
            counted["节"] = 0
        found.append(number.start())
        above, above_unit = number.end(), unit
    return found if counted.get("条", 0) > 1 or counted.get("章", 0) > 1 else []


def list_cuts(line: str) -> list[int]:
    """Where the items of a list begin whose line ends are lost or only blanks are left of them, and the signature."""
    cuts = _blanks(line) if " 二、" in line else _labels(line)
    return cuts + _signature(line, cuts[-1]) if cuts else []


def _blanks(line: str) -> list[int]:
    """Where blanks stand for line ends; none where they are just blanks."""
    title = line.partition(" ")[0]
    listed = list(LISTED.finditer(line))
    values = [whole_number(number["number"]) for number in listed]
    if len(listed) < 2 or values != list(range(1, len(values) + 1)):
        return []
    cuts = [number.start() for number in listed]
    if 6 <= len(title) <= 60 and TITLE_END.search(title):
        cuts.insert(0, len(title))
    return cuts


def _labels(line: str) -> list[int]:
    """Where 1、, 2、, 3、 and so on begin, each before a label; none where they do not count on."""
    found: list[int] = []
    for number in LABELLED.finditer(line) if "1、" in line and "3、" in line and "二、" not in line else ():
        if int(number["number"]) == len(found) % 10 + 1:
            found.append(number.start())
    return found if len(found) >= FEWEST_LABELS else []


def _signature(line: str, first: int) -> list[int]:
    """Where name and day of who signs begin, and what stands behind them."""
    signed = SIGNED.search(line, first)
    if signed is None or not parts.BODY_NAME.match(signed["name"]):
        return []
    return [signed.start("name"), signed.start("date"), signed.end("date")]

"""Notices to measure with, written for this project: a seed gives the same text on every machine.

rectification(12_000)   a rectification notice (整改进展情况的通报) of about so many characters
SIZES                   the lengths of one notice at x1, x10 and x100
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

CHARACTERS = 12_000
"""The length of an ordinary rectification notice."""
SIZES = {"x1": CHARACTERS, "x10": 10 * CHARACTERS, "x100": 100 * CHARACTERS}

DIGITS = "零一二三四五六七八九"
TOPICS = (
    "基层党建",
    "财政资金管理",
    "项目招标投标",
    "公共服务供给",
    "安全生产监管",
    "信访事项办理",
    "干部选拔任用",
    "档案管理",
    "水环境治理",
)
FAULTS = (
    "制度执行不严格",
    "跟踪督办不及时",
    "统筹谋划不到位",
    "工作台账不完整",
    "风险排查有遗漏",
    "成果运用不充分",
)
ACTIONS = (
    "完善工作机制",
    "压实主体责任",
    "加强业务培训",
    "开展专项检查",
    "健全长效制度",
    "强化跟踪问效",
)
STATUSES = ("已完成整改并长期坚持", "已阶段性完成", "正在推进", "基本完成", "已整改完毕")
DOCUMENTS = (
    "工作规则",
    "资金管理办法",
    "三年行动计划（2023—2025年）",
    "议事规则（试行）",
    "督查工作实施细则",
)
OUTCOMES = (
    "共排查问题{n}个，已办结{m}个，办结率{p}%。",
    "投入资金{n}.5万元，惠及群众{m}人次。",
    "截至2024年{month}月底，追回资金{n}万元，约谈{m}人。",
    "自2023年{month}月以来，新建制度{m}项，修订制度{n}项。",
    "全年培训{n}人次，同比增长{p}.6%，覆盖不少于{m}个单位。",
)
LEAD = (
    "根据市委统一部署，2023年9月4日至11月30日，市委第二巡察组对青岚市水务局党组开展了常规巡察。"
    "2024年1月18日，巡察组反馈了意见。按照党务公开有关要求，现将整改进展情况予以公布。"
)
TITLE = "中共青岚市水务局党组关于巡察整改进展情况的通报"
ISSUES_A_SECTION = 6
SECTIONS_A_PART = 6


def numeral(number: int) -> str:
    """1 to 999 as a printed ordinal: 12 is 十二, 105 is 一百零五."""
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    text = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{DIGITS[tens]}十"
    elif hundreds and units:
        text += "零"
    return text + (DIGITS[units] if units else "")


def rectification(characters: int = CHARACTERS, seed: int = 1) -> str:
    """The text of a notice with 一、 （一） 1. and 一是, one paragraph a line, about `characters` long.

    A longer notice has more of every level. Items number on across the sections of a part, as real ones do.
    """
    random = Random(seed)
    lines, length = [TITLE, LEAD], len(TITLE) + len(LEAD)
    for paragraph in _paragraphs(random):
        if length >= characters:
            break
        lines.append(paragraph)
        length += len(paragraph) + 1
    return "\n".join([*lines, "中共青岚市水务局党组", "2024年7月9日"])


def _paragraphs(random: Random) -> Iterator[str]:
    part, section, item = 0, 0, 0
    while True:
        if section % SECTIONS_A_PART == 0:
            part, section, item = part + 1, 0, 0
            yield f"{numeral(part)}、聚焦{random.choice(TOPICS)}，推动反馈问题整改落实"
        section += 1
        yield f"（{numeral(section)}）关于{random.choice(TOPICS)}方面的问题"
        for _ in range(ISSUES_A_SECTION):
            item += 1
            yield from _issue(random, item)


def _issue(random: Random, item: int) -> Iterator[str]:
    yield f"{item}.针对{random.choice(TOPICS)}{random.choice(FAULTS)}的问题"
    yield f"整改情况：{random.randint(1, 12)}月底前{random.choice(STATUSES)}。"
    measures = [f"{numeral(n)}是{_measure(random)}" for n in range(1, random.randint(3, 5))]
    if random.random() < 0.3:
        yield "".join(measures)
    else:
        yield from measures


def _measure(random: Random) -> str:
    high = random.randint(20, 400)
    outcome = random.choice(OUTCOMES).format(
        n=high, m=random.randint(2, high), p=random.randint(60, 99), month=random.randint(1, 6)
    )
    action, topic = random.choice(ACTIONS), random.choice(TOPICS)
    return f"{action}。印发《{topic}{random.choice(DOCUMENTS)}》，由分管负责同志牵头，逐项对账销号。{outcome}"

"""How much two texts have in common, with words weighted by rarity.

针对政治理论学习不到位问题 ~ 理论学习不深入        理论学习 counts, 针对 问题 不到位 hardly do
（一）提高政治站位 ~ 提高政治站位，统一思想        stock phrases don't make texts alike

A word is a pair of neighbouring characters. On the labelled samples, pairs find every partner; jieba's words miss one
and add a false one, and cutting a notice into words takes several times as long as comparing it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass
from itertools import chain
from math import log

from gongwen.comparison.units import Unit
from gongwen.rules.text.characters import fold

NUMBER = re.compile(r"\d+")
CLAUSE_ENDS = re.compile("[，、；,;]")
SILENT = re.compile(r"[\W_]+")
"""Punctuation, quotes and blanks don't make texts alike."""

STOCK = """
提高政治站位 统一思想认识 强化组织领导 加强组织领导 压紧压实责任 压实整改责任 坚持问题导向 坚决扛起政治责任 高度重视 认真落实 认真学习
贯彻落实 深入学习贯彻 习近平新时代中国特色社会主义思想 习近平总书记重要讲话精神 党的十九大精神 党的二十大精神 党中央决策部署
增强四个意识 坚定四个自信 做到两个维护 政治自觉思想自觉行动自觉 深刻认识 切实增强 进一步加强 进一步完善 进一步提高
持续巩固整改成果 巩固拓展整改成果 常抓不懈 长效机制 建章立制 举一反三 标本兼治 取得实效 确保整改到位 落实到位 扎实推进 持续推进 持续深化
整改完成情况 整改落实情况 整改进展情况 整改情况 已整改完毕并长期坚持 已完成整改 已阶段性完成并将长期坚持 正在整改 正在推进 月底前
针对 关于 方面问题 的问题 问题的整改 方面存在的问题 不到位 不够 不足 不深入 不充分 不规范 不严格 不健全 不彻底 有差距 有偏差 有短板 薄弱 薄弱环节
作用发挥不够 发挥作用不充分 作用发挥不明显 责任落实不到位 落实责任不力 履行职责 履职尽责 机制不健全 制度执行不严格 制度不完善 意识不强 重视不够 力度不大 力度不够 推进缓慢 推进不快 进展缓慢 工作滞后
监管不力 监管不到位 管理不规范 管理混乱 把关不严 时有发生 时有反弹 问题突出 较为突出 存在盲区 存在差距 存在问题 落实不够 执行不力 整改不彻底 上一轮巡察反馈的 上轮巡视反馈 上一轮巡察反馈的问题整改不彻底 部分项目 个别部门 部分干部 个别单位 有的单位
存在漏洞 存在不足 有待提高 仍需加强 需进一步 流于形式 落实不力 压得不实
巡察组反馈意见 巡视组反馈意见 巡察整改 巡视整改 反馈问题 整改方案 党组会议 专题民主生活会 领导小组 工作方案 实施方案 牵头科室 责任领导 完成时限
欢迎广大干部群众对整改落实情况进行监督 如有意见建议请及时向我们反映 联系电话 通讯地址 邮政编码 电子邮箱 现将有关情况予以公布 通报如下
加大力度 开展 推动 建立健全 制定印发 修订完善 组织召开 明确 工作 情况 问题 要求 方面 各单位 有关部门
""".split()
"""Phrases that any notice uses: they count, but little."""
STOCK_SHARE = 8
"""A stock word has this fraction of the weight of another."""
TELLING = 6
"""A heading of fewer words (制度建设, 优化流程) says little about its section."""
UNIT = 1000
COMMONEST = 200
"""A word in more units is not distinctive and has no weight, so that no notice is too long to compare."""
FEWEST = 40
"""The least number of texts assumed, or two notices of three paragraphs would have no rare words."""


def bare(text: str) -> str:
    """A text in the form used for matching: half-width, without punctuation and blanks, each number as 0.

    >>> bare("（截至2024年底，）完成36.5%。")
    '截至0年底完成0'
    """
    return NUMBER.sub("0", SILENT.sub("", fold(text)))


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a bare text; the text itself if it is a single character.

    >>> sorted(pairs("理论学习"))
    ['学习', '理论', '论学']
    """
    return frozenset(map(str.__add__, text, text[1:])) if len(text) > 1 else frozenset([text] if text else ())


COMMON = frozenset().union(*map(pairs, STOCK))


class Weights:
    """The weight of every word of two notices: high for rare ones, low for stock phrases.

    Weights are whole numbers, so that a sum is the same in any order.
    """

    def __init__(self, texts: Iterable[Set[str]]) -> None:
        texts = list(texts)
        seen = Counter(chain.from_iterable(texts))
        total = max(len(texts), FEWEST)
        steps = [0, *(round(UNIT * log(1 + total / count)) for count in range(1, len(texts) + 1))]
        self.of = {
            word: 0 if count > COMMONEST else steps[count] // STOCK_SHARE if word in COMMON else steps[count]
            for word, count in seen.items()
        }

    def sum(self, words: Set[str]) -> int:
        """The total weight of the words."""
        return sum(map(self.of.__getitem__, words))

    def alike(self, left: Set[str], right: Set[str]) -> float:
        """0 for nothing in common, 1 for the same words: twice the common weight by the sum of both (Dice)."""
        both = self.sum(left) + self.sum(right)
        return 2 * self.sum(left & right) / both if both else 0.0

    def headings(self, left: Words, right: Words) -> float:
        """How alike two problems or headings are: as a whole, or in their most similar clauses.

        招投标管理存在漏洞,竣工验收滞后 and 竣工验收长期滞后 are one problem, next to another.
        """
        closest = max(
            (self.alike(one, other) for one in left.clauses for other in right.clauses), default=0.0
        )
        return (self.alike(left.named, right.named) + closest) / 2

    def held(self, part: Set[str], whole: Set[str]) -> float:
        """How much of a part is in the whole, 0 to 1."""
        weight = self.sum(part)
        return self.sum(part & whole) / weight if weight else 0.0


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a unit."""

    all: frozenset[str]
    """Words of its own text; for an issue, of its problem, since a status line doesn't make two problems alike."""
    named: frozenset[str]
    """Words of its heading."""
    clauses: tuple[frozenset[str], ...]
    """Words of each clause of a problem, or of a heading that is long enough; else empty."""
    problem: bool
    """Is it an issue?"""


def words_of(unit: Unit) -> Words:
    """The words of a unit's own text and heading."""
    named = pairs(bare(unit.named))
    clauses = [bare(clause) for clause in CLAUSE_ENDS.split(unit.named)]
    parts = tuple(pairs(clause) for clause in clauses if len(clause) > 1) if len(named) >= TELLING else ()
    if unit.issue:
        return Words(named, named, parts, True)
    everything = named if unit.named == unit.text else pairs(bare(unit.text))
    return Words(everything, named & everything, tuple(part & everything for part in parts), False)

"""The noun of an indicator, without the words before it and those that lead to its number.

预计全年实现 | 地区生产总值 | 达到          城镇、农村居民人均可支配收入 分别    two nouns
2024年 | 粮食总产量 | 稳定在              比上年 增长                       none
"""

from __future__ import annotations

import re

from gongwen.profiles.work_report.indicators import known
from gongwen.rules.amounts.percentages import CHANGES
from gongwen.rules.dates.plans import QUOTED
from gongwen.rules.dates.report_years import YEAR, year_number

VERBS = (
    *CHANGES,
    *"""
    增加到 增加到了 减少到 提高到 上升到 上升至 提升到 提升至 提高至 下降到 下降至 降到 降至 降低到 降低至 回落到 回落至 扩大到 增长到 增至
    缩小到 缩小至 压缩到 压减到 发展到 跃升至 达到 达到了 达 保持在 稳定在 维持在 控制在 跃上 首次跃上 保持 稳定 控制 安排 完成 实现 落实 为 是 约
    至 到 了 共 累计 总计 合计 实际 名义 同口径 同比 可比价格 可比价 按可比价格计算 按不变价格计算 平均 年均 递 每年 每人 每月 连年 连续 分别 双双 各 均 再 又 将
    要 可 力争 争取 确保 努力 预期 预计 预算 调控 预期性 宏观 增长目标 目标 定在 定为 设定为 确定为 按 拟 首次 已 已经 也 都 就 仅 只 只有 还 继续
    最终 大幅 大约 净 一次性 全年 今年 的 进一步 稳步
    """.split(),
)
"""Words between a noun and its number."""
BY_LAST: dict[str, tuple[str, ...]] = {
    last: tuple(sorted({word for word in VERBS if word[-1] == last}, key=lambda word: (-len(word), word)))
    for last in sorted({word[-1] for word in VERBS})
}
_year = f"(?:{YEAR}年[末底的]?)"
COMPARED = re.compile(
    rf"(?:[比较](?:上年|去年|上一年|前年|五年前|十年前|同期|上年同期|{_year}|{QUOTED}末的?){{1,2}}|{_year})\Z"
)
NAMED = re.compile(rf"(?<![比较是]){_year}")
BASE = re.compile(f"[比较]({YEAR})年")
COMPARED_LAST = frozenset("年期前末底")
LEADS = re.compile(
    rf"""(?:
        (?P<year>{_year}[初来]?)                                           # 2024年
      | 全年|当年|今年|去年[底末]?|过去一年|一年来|五年(?:来|间|总体)?|年[末底]|[末底]   # 全年, 到年末
      | 初步统计|初步核算|据统计|预计|经过努力                                   # 据统计
      | 其中|同时|以及|和|与|比如|特别是|主要是|是                               # 其中
      | 力争|争取|确保|努力实现|努力|计划|安排|拟安排|拟发行|拟新增|拟|将|要(?!求)|建议|提出  # 力争
      | [几多]?年来?累计|累计|合计|总体|使得?|再|到|达到|在|的                      # 五年累计
      | 实现|完成|落实|保持|推动|促进|带动|保障|主要预期目标                         # 实现
    )+""",
    re.VERBOSE,
)
FORM = re.compile(r"[一-鿿][一-鿿A-Za-z0-9.()“”+/—-]{1,23}\Z")
NO_FIRST = tuple("这其该每对把被为以用由从向按占因于给让同比较近超等个的底") + tuple(
    "高于 低于 快于 好于 多于 优于 少于 全国 全省 全市 全区 全县 上述 合计 总额 总量 总数 余额 规模 累计 十年".split()
)
NO_LAST = tuple("的了着在以对为从把近等与和及或每按占超比较由使有个") + tuple(
    "排名 总数 总量 位列 位居 其中 分别 守住 严守 守好 发行 增产 减产 首批 上述".split()
)
ACTIONS = frozenset(
    "新增 新建 建成 建设 实施 开工 新开工 改造 培育 引进 举办 开行 净增 创建 打造 推动 办好 发放 整治 治理 获批 入选 改扩建 新改扩建 新认定 新建成 推进 谋划 储备"
    " 签约 新设 成立 启动 设立 设置 布局 布局建设 建立 覆盖 培训 确定 支持 已设 新签 升级 惠及 带动 提供 投放 增加 减少 安排".split()
)
"""Verbs that count nothing alone: the noun of 新增9家智能工厂 follows the number."""
TAILS = (
    "常住居民人均可支配收入 居民人均可支配收入 居民人均纯收入 人均可支配收入 居民收入 增加值 总产值 产值 零售总额 总额 固定资产投资 投资 销售收入 收入 产量 平均浓度 浓度"
    " 支出 人均财政补助标准 补助标准 标准 进出口 出口额 出口 进口 贷款余额 余额 利润 税收 就业 失业率 排放量 覆盖率 参保率 比例 比重"
).split()
"""Endings that the last noun of a list lends to the others: 城镇、农村居民人均可支配收入."""
SECTORS = ("第一产业", "第二产业", "第三产业")
SECTOR_LIST = re.compile("(?:第?一、?第?二、?第?三|一产、二产、三)(?:次?产业?)?(?P<tail>增加值|)\\Z")
LEADING_VERBS = ("使", "推动", "带动", "促进", "确保", "实现", "完成", "的", "中")


def split_verbs(phrase: str) -> tuple[str, str]:
    """The phrase before a number, split into the noun and the words that lead to the number.

    >>> split_verbs("居民人均可支配收入实际增长"), split_verbs("比上年增长")
    (('居民人均可支配收入', '实际增长'), ('', '比上年增长'))
    """
    end = len(phrase)
    while end:
        last = phrase[end - 1]
        words = BY_LAST.get(last)
        word = next((word for word in words if phrase.endswith(word, 0, end)), "") if words else ""
        if word == "增" and phrase[end - 2 : end - 1] in ("新", "净"):
            break
        if word:
            end -= len(word)
        elif last in COMPARED_LAST and (found := COMPARED.search(phrase, max(0, end - 18), end)):
            end = found.start()
        else:
            break
    return phrase[:end], phrase[end:]


def clean(bare: str) -> tuple[str, str | None, int]:
    """The noun without the words before it, the year among them, and how many characters they have.

    >>> clean("2024年全年地区生产总值")
    ('地区生产总值', '2024', 7)
    """
    lead = LEADS.match(bare)
    if lead is None or known(bare, False):
        return bare, None, 0
    return bare[lead.end() :], _year_of(lead["year"]), lead.end()


def year_in(tail: str) -> str | None:
    """2007年达到: the year of the number; 比2002年增长 and 是2002年的 name only what it is compared with."""
    found = NAMED.search(tail) if "年" in tail else None
    return _year_of(found[0]) if found else None


def base_in(tail: str) -> str | None:
    """The year that a change is reckoned from: 比2002年增长."""
    found = BASE.search(tail) if "年" in tail else None
    return _year_of(found[1]) if found else None


def _year_of(printed: str | None) -> str | None:
    return str(year_number(printed.partition("年")[0])) if printed else None


def is_noun(noun: str) -> bool:
    """Whether a phrase can name an indicator."""
    return (
        FORM.match(noun) is not None
        and not noun.startswith(NO_FIRST)
        and not noun.endswith(NO_LAST)
        and ("“" in noun) == ("”" in noun)
        and ("(" in noun) == (")" in noun)
    )


def inner(noun: str, local: bool) -> str:
    """A known noun inside a longer phrase, or an empty string: 推动工业增长使地区生产总值."""
    for word in LEADING_VERBS:
        rest = noun.rpartition(word)[2]
        if rest != noun and known(rest, local):
            return rest
    return ""


def members(noun: str, wanted: int, local: bool) -> list[str]:
    """The nouns of a list that share their end, or one noun that stands for two or three.

    >>> members("城镇、农村居民人均可支配收入", 2, True), members("进口、出口通关时间", 2, False)
    (['城镇居民人均可支配收入', '农村居民人均可支配收入'], ['进口通关时间', '出口通关时间'])
    """
    if sectors := SECTOR_LIST.search(noun):
        return [name + (sectors["tail"] or "增加值") for name in SECTORS]
    if noun.startswith(("城乡居民", "城乡常住居民")) and wanted == 2:
        return [which + noun[2:] for which in ("城镇", "农村")]
    parts = [part for part in noun.split("、") if part]
    if len(parts) != wanted:
        parts = [part for part in re.split("[、和与及]", noun) if part]
    if len(parts) < 2:
        return parts or [noun]
    last = parts[-1]
    shared = next((tail for tail in TAILS if last.endswith(tail)), "")
    return [_completed(part, last, shared, local) for part in parts[:-1]] + [last]


def _completed(part: str, last: str, shared: str, local: bool) -> str:
    if part.endswith(shared or last) or (known(part, local) and known(last, local)):
        return part
    if not shared and len(part) < len(last) and part[-1] == last[len(part) - 1]:
        shared = last[len(part) :]
    return (part.removesuffix("居民") if shared.startswith(("居民", "常住居民")) else part) + shared

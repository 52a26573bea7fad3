"""指标 of plans and reports under one name each: GDP, 国内生产总值 and 经济增长 are 国内生产总值增长.

    noun 居民消费价格总水平, going up      居民消费价格涨幅
    noun 能耗强度, going down              单位国内生产总值能耗降低   (of a province: 单位地区生产总值能耗降低)
    noun 出口, going down by 7.5 %         出口增长, -7.5: the target and the result of one indicator meet

A row gives the name, the word for its usual change, and what else is printed for it. An indicator without a row
keeps its printed noun.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gongwen.rules.amounts.percentages import CHANGES


class Indicator(NamedTuple):
    """A row of the table."""

    name: str
    change: str
    """The word for its usual change, 增长 or 降低; empty for what is only given as a level."""
    local: str
    """Its name in the report of a province, city or county."""


TABLE = """
国内生产总值 增长 GDP 国内生产总值(GDP) 经济 经济总量 国民经济 经济增长预期 =地区生产总值
地区生产总值 增长 地区国内生产总值 =地区生产总值
生产总值 增长 =地区生产总值
国民生产总值 增长
人均国内生产总值 增长 人均GDP =人均地区生产总值
工农业总产值 增长 工农业生产总值
工业总产值 增长
农业总产值 增长
国民收入 增长
规模以上工业增加值 增长 规上工业增加值 规模工业增加值
工业增加值 增长 全部工业增加值
第一产业增加值 增长 一产增加值 一产业增加值 第一产业
第二产业增加值 增长 二产增加值 二产业增加值 第二产业
第三产业增加值 增长 三产增加值 三产业增加值 第三产业
服务业增加值 增长
固定资产投资 增长 全社会固定资产投资 固定资产投资总额 固定资产投资额 全社会固定资产投资总额
社会消费品零售总额 增长 社零总额 社会商品零售总额
进出口 增长 进出口总额 进出口总值 外贸进出口 外贸进出口总额 外贸进出口总值 货物进出口 货物进出口总额 货物进出口总值 对外贸易总额 进出口贸易总额 外贸进出口额 货物贸易进出口总额 对外贸易 进出口量
出口 增长 出口总额 外贸出口 货物出口 外贸出口总额 出口总值
进口 增长 进口总额 货物进口 进口总值
实际使用外资 增长 实际利用外资 实际使用外商直接投资 实际利用外商直接投资 实际使用外资金额 实际到位外资
国际收支 - 国际收支状况
外汇储备 增加 国家外汇储备
城镇新增就业 - 城镇新增就业人数 城镇新增就业人员 城镇新增就业人口 新增城镇就业 新增城镇就业人数 新增城镇就业人员 城镇新增就业岗位
城镇调查失业率 - 调查失业率
城镇登记失业率 - 登记失业率
居民消费价格 涨幅 居民消费价格总水平 居民消费价格指数 居民消费价格总指数 消费价格 CPI 居民消费物价 物价总水平
商品零售价格 涨幅 社会商品零售价格 商品零售价格总水平 商品零售物价 社会商品零售物价 零售物价总水平
居民收入 增长 居民人均可支配收入 全体居民人均可支配收入 城乡居民收入 城乡居民人均可支配收入 城乡居民人均收入 常住居民人均可支配收入 全体居民收入
城镇居民人均可支配收入 增长 城镇常住居民人均可支配收入 城市居民人均可支配收入 城镇居民收入
农村居民人均可支配收入 增长 农村常住居民人均可支配收入 农民人均可支配收入 农村居民收入 农牧民人均可支配收入
农村居民人均纯收入 增长 农民人均纯收入 农民人均收入
劳动报酬 增长
粮食产量 增长 粮食 粮食总产量 粮食总产 粮食生产
单位国内生产总值能耗 降低 单位GDP能耗 能耗强度 能耗强度目标 单位国内生产总值能源消耗 万元国内生产总值能耗 单位国内生产总值能源消耗强度 =单位地区生产总值能耗
单位地区生产总值能耗 降低 单位地区生产总值能源消耗 万元地区生产总值能耗 =单位地区生产总值能耗
单位生产总值能耗 降低 万元生产总值能耗 =单位地区生产总值能耗
单位国内生产总值二氧化碳排放 降低 碳排放强度 二氧化碳排放强度 单位国内生产总值二氧化碳排放量 =单位地区生产总值二氧化碳排放
单位地区生产总值二氧化碳排放 降低 单位生产总值二氧化碳排放 单位地区生产总值二氧化碳排放量 =单位地区生产总值二氧化碳排放
主要污染物排放量 下降 主要污染物排放 主要污染物排放总量
生态环境质量 - 生态环境
细颗粒物平均浓度 下降 细颗粒物浓度 细颗粒物年均浓度 PM2.5浓度 PM2.5平均浓度 PM2.5年均浓度 细颗粒物(PM2.5)平均浓度 细颗粒物(PM2.5)浓度
优良天数比例 提高 空气质量优良天数比例 空气优良天数比例 城市空气质量优良天数比例 空气质量优良天数比率
赤字率 提高 财政赤字率
财政赤字 增加 赤字 赤字规模 财政赤字规模 国家财政赤字 全国财政赤字
中央财政赤字 增加
地方政府专项债券 增加 地方专项债券 地方政府专项债 新增地方政府专项债券 新增专项债券 专项债券
超长期特别国债 -
一般公共预算收入 增长 地方一般公共预算收入 全国一般公共预算收入
一般公共预算支出 增长 地方一般公共预算支出 一般公共预算支出规模 全国一般公共预算支出
财政收入 增长 全国财政收入 国家财政收入 公共财政收入 全国公共财政收入
财政支出 增长 全国财政支出 国家财政支出
广义货币 增长 广义货币供应量 广义货币M2 广义货币(M2) 广义货币(M2)供应量 M2
研发投入强度 提高 全社会研发投入强度 全社会研发经费投入强度 研发经费投入强度 全社会研发经费投入占地区生产总值比重
常住人口城镇化率 提高 城镇化率
高新技术企业 增加 高新技术企业数量 国家高新技术企业
宏观杠杆率 -
人口自然增长率 -
"""


def _rows(local: bool) -> dict[str, Indicator]:
    found: dict[str, Indicator] = {}
    for line in TABLE.split("\n"):
        name, _, rest = line.partition(" ")
        change, *printed = rest.split() or [""]
        at_home = next((word[1:] for word in printed if word[0] == "="), name)
        row = Indicator(at_home if local else name, change.strip("-"), at_home)
        found.update(dict.fromkeys([name, *(word for word in printed if word[0] != "=")], row))
    found.pop("", None)
    return found


NATIONAL, LOCAL = _rows(False), _rows(True)
"""Rows by printed noun, for reports of the State Council and for those of a province, city or county."""

SCOPE = re.compile("(?:我国|我省|我市|我区|我县|全国|全省|全市|全区|全县|全州|全旗|国家|地方)(?=.)")
"""Words for the whole territory, which do not belong to the name."""
BRACKETS = re.compile(r"\([^()]*\)")
RISES: dict[str, str] = {"up": "增长", "down": "下降"}
STEPS: dict[str, str] = {"up": "提高", "down": "降低"}
AMOUNTS: dict[str, str] = {"up": "增加", "down": "减少"}
"""Words for a change, by its unit: a rate, percentage points, an amount."""


def known(noun: str, local: bool) -> Indicator | None:
    """The row of a printed noun, with or without 全国, 全市 and brackets; `None` where the table has none.

    >>> known("全市地区生产总值", True).name, known("居民消费价格总水平", False).name, known("新增床位", True)
    ('地区生产总值', '居民消费价格', None)
    """
    table = LOCAL if local else NATIONAL
    if noun in table:
        return table[noun]
    bare = BRACKETS.sub("", noun) if "(" in noun else noun
    if scope := SCOPE.match(bare):
        bare = bare[scope.end() :]
    return table.get(bare)


def name_of(noun: str, change: str | None, unit: str, local: bool) -> tuple[str, int]:
    """The name of an indicator, and -1 where it went against its usual direction, else 1.

    >>> name_of("出口", "down", "%", False), name_of("能耗强度", "down", "%", False), name_of("赤字", None, "元", False)
    (('出口增长', -1), ('单位国内生产总值能耗降低', 1), ('财政赤字', 1))
    """
    row = known(noun, local)
    name = row.name if row else BRACKETS.sub("", noun)
    if change is None:
        return name, 1
    words = RISES if unit in ("%", "‰", "倍") else STEPS if unit == "个百分点" else AMOUNTS
    if row is None or not row.change or words is AMOUNTS or words is STEPS:
        return name + words[change], 1
    return name + row.change, 1 if CHANGES.get(row.change) == change else -1


def target_name(noun: str, local: bool) -> str:
    """The name under which a target without a number is kept: 进出口促稳提质 speaks of 进出口增长."""
    rate = noun.endswith(("增速", "增幅"))
    bare = noun[:-2] if rate else noun
    row = known(bare, local)
    return row.name + row.change if row else BRACKETS.sub("", bare) + ("增长" if rate else "")

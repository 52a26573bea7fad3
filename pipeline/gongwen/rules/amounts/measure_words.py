"""量词 and units of measure: what makes a number a quantity.

    73个   30场次   163.5万人   1.4万亿斤   2个工作日   40万千瓦时   but 509办公室, 5部门, 3条例

A measure word may be the beginning of another word, so a row lists, after a slash, the characters that may not follow it.
"""

from __future__ import annotations

import re

PERSONS = "人/民均帮 名/单称义录词 户/均籍 家/庭长里 人次 户次 家次 人份 人天 人日 人月 位/于置数列居"
THINGS = """
个/亿 大项 子项 小项 分项 项/目 大类 中类 小类 类/似别型 种/植子苗养业粮田 条/例件款约码 款/项式 件/数 份/额 期/间末待限刊货
次/数日年要序级品贷 场/所地馆面 批/复准评示判量发改捕 轮/换训岗流值 起/来 宗/旨教地族 笔/者录记试 例/如会外行
所/有在得需以谓长属占述列指示称涉作为用 处/理置罚长级于以在方境 部/门委队长分署省里级 组/织长员建合 班/子组级长主 队/伍员长列
层/级次面 门/类口户店诊槛票禁 套/取用利期路餐 台/州湾风账阶式 辆 艘 架 列/入为席车出举支 座/谈位标 栋 幢 间/接隔距断 棵 株 颗
粒 枚 根/据本治源 片/区面 块/钱 段/落长 道/路德 口/岸径号头子腔 面/向积临对貌上试板 盏 眼 趟 张/家掖榜贴 支/部持付出行撑援委农教线
本/级省市区县周月年次届科地校院局领土身来着办单 册/子 卷/入 篇/章 幅/度 页/岩 字/号样体 节/约能点日假省水目 集/团中体合成聚约装市结群资散贸
箱/变 标箱 标准箱 盒 袋 包/括含容装干保联抓村片案挂办 桶 瓶 票/据务价数面 床/位 只/要有能是需限 头/号部条 匹 尾 羽
对/照比于接标策象口外内本全各存该有不其 剂/量型 针/对灸织 台套 亩次 场次 件次 批次 频次 班次 车次 架次 台次 辆次 趟次 艘次 剂次
例次 项次 学时 课时 学分 分/别类之钟辨局支公管析工层级期批布配会发散享开离解行店院区流红成明业歧裂数量子组段点为钱
"""
MEASURES = """
公里 千米 米/粉面 厘米 毫米 微米 纳米 海里 华里 公尺 平方公里 平方千米 平方米 平方公尺 平方 平米 立方米 立方公尺 立方 亩 公顷
吨 吨标准煤 公斤 千克 克/服拉扣 斤 毫克 微克 升/级为至高值温学旗幅到降任 毫升 人公里 吨公里 吨海里 车公里 桶油当量
千瓦时 千瓦小时 千瓦 兆瓦时 兆瓦 吉瓦 瓦/斯 千伏安 千伏 伏/击 度电/网 摄氏度 分贝 赫兹 兆赫 兆帕 ㎡ m² m³ m2/0-9A-Za-z m3/0-9A-Za-z km² km2/0-9A-Za-z cm² cm2/0-9A-Za-z hm² hm2/0-9A-Za-z cm3/0-9A-Za-z km/A-Za-z kWh
kW/A-Za-z MW/A-Za-z GW/A-Za-z kV/A-Za-z kg/A-Za-z mg/A-Za-z mm/A-Za-z cm/A-Za-z GB/A-Za-z TB/A-Za-z PB/A-Za-z EFLOPS ℃ °C μg/A-Za-z μm/A-Za-z ml/A-Za-z mL/A-Za-z L/A-Za-z0-9 g/A-Za-z0-9 MPa/A-Za-z Hz/A-Za-z dB/A-Za-z
"""
TIMES = """
日历天 个日历天 个工作日 个自然日 个交易日 个月 个半月 个多月 个小时 个半小时 个多小时 个星期 个季度 个学期 小时 分钟 秒钟 秒/杀 工作日 星期
天/然津府河水空气线台窗 周/年期边密岁一二三四五六日末转围 周岁 周年 岁 年/0-9度末底初代级前中版报均 日
"""
RATIOS = "% ‰ 个百分点 百分点 个基点 基点 倍/增受感 成/为立果功效本员绩熟都长品型交像形"


def _rows(*tables: str) -> dict[str, str]:
    """Each word with the characters that would make another word of it."""
    rows = (row.partition("/") for table in tables for row in table.split())
    return {word: following for word, _, following in rows}


CONCRETE = frozenset(_rows(PERSONS.rpartition(" ")[0], MEASURES, TIMES, RATIOS)) | frozenset(
    "辆 艘 场次 学时".split()
)
"""Units that a lone Chinese digit may count: 三名, 五吨. 两个 and 三项 begin phrases (两个维护, 八项规定)."""


def _pattern(words: dict[str, str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    rows = (re.escape(word) + (f"(?![{words[word]}])" if words[word] else "") for word in longest_first)
    return f"(?=[{''.join(sorted({word[0] for word in words}))}])(?:{'|'.join(rows)})"


ALTERNATIVE = r"(?:\((?:套|次|台|户|个|组|张|枚|件|名|家|处|份|册|只|辆|人次|场|栋|座|条|项|支|把|间)\))?"
"""8件（套）, 46家（次）: a second measure word in brackets."""
PATTERN = _pattern(_rows(PERSONS, THINGS, MEASURES, TIMES, RATIOS)) + ALTERNATIVE
"""All of them as one pattern."""

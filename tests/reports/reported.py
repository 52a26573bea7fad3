"""What is reported on: the sample rounds, and notices that would break a careless page."""

from pathlib import Path
from typing import NamedTuple

import gongwen
from gongwen import Comparison, Notice

ROOT = Path(__file__).parents[2]
HOSTILE = "<script>alert(1)</script>\"onload='x' <img src=//e.cn/a.png> &lt; {{ 7*7 }} | ~~a~~ **b**"
OLD = f"""关于<b>安全</b>工作的报告
一、排查"隐患"35处。{HOSTILE}
二、=落实值班制度，培训'骨干'120人。
三、依据《<i>办法</i>》开展检查。
江临市应急管理局
2023年5月1日
"""
NEW = f"""关于<b>安全</b>工作的报告
一、排查"隐患"48处以上。{HOSTILE}并整改。
二、=落实值班制度，培训'骨干'120人。
三、依据《办法&细则》开展检查。
四、开展<应急>演练</td></table>3次。
江临市应急管理局
2024年5月1日
"""
REPORT = """{year}年江临市人民政府工作报告
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、{before}年工作回顾
城镇新增就业{done}万人。
二、{year}年主要目标
今年发展主要预期目标是：城镇新增就业{aim}万人以上；进出口促稳提质<b>"{year}"</b>。
三、{year}年重点工作
{tasks}
"""
TASKS = "发展低空经济，低空经济要试点，建设低空经济园区。"
ROUND = """江临市商务局党组关于巡察整改情况的通报
{told}，市委第一巡察组反馈了巡察意见。现将整改情况通报如下：
一、问题整改落实情况
1.针对<学习>不"深入"问题
整改完成情况：{status}
组织专题学习{times}次。
2.针对{other}问题
整改完成情况：已整改完毕。
修订办法{times}项。
江临市商务局党组
{signed}
"""


class Compared(NamedTuple):
    """A comparison and its notices."""

    comparison: Comparison
    old: Notice
    new: Notice


def compared(old: Notice, new: Notice) -> Compared:
    return Compared(gongwen.compare(old, new), old, new)


def rounds() -> Compared:
    found = (ROOT / "samples" / name for name in ("rectification-2019.txt", "rectification-2022.html"))
    return compared(*(gongwen.parse(path.read_bytes(), path.name) for path in found))


def hostile() -> Compared:
    return compared(gongwen.parse(OLD, 'old"<script>.txt'), gongwen.parse(NEW, "javascript:alert(1)"))

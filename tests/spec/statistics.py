"""A sentence of section 一 of a rectification notice: its numbers for the whole."""

from typing import Any

import gongwen


def observe(given: str) -> Any:
    notice = gongwen.parse(
        "中共江临市水利局党组关于巡察整改进展情况的通报\n现将整改情况通报如下：\n一、整改工作总体情况\n"
        f"局党组成立领导小组。{given}\n二、反馈问题整改落实情况\n1.针对学习不深入问题\n整改完成情况：已整改完毕。\n"
        "一是追缴资金5万元。二是问责2人。\n三、下一步工作打算\n对剩余的2个问题持续整改。\n中共江临市水利局党组\n2024年7月5日"
    )
    return [
        [one.label, one.amount, one.unit]
        for record in notice.records
        for one in getattr(record, "statistics", [])
    ]

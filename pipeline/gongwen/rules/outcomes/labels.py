"""The labels, each with its colon, before what a notice says about one issue.

整改进展情况：已完成      status          整改时限：2022年6月底      deadline
整改措施：修订规则        measure         责任单位：办公室            other
"""

from __future__ import annotations

import re

STATUS_LABEL = (
    "(?:目前|当前)?(?:整改|问题整改|任务)?(?:完成|落实|进展|推进|办理)(?:的)?(?:情况|状态|进度|结果)"
    "|整改(?:情况|进展|结果|成效|状态|效果|进度)|进展"
)
DEADLINE_LABEL = "(?:整改|完成|办理)?(?:时限|期限|时间)(?:要求)?"
MEASURE_LABEL = (
    "(?:主要|具体)?(?:整改)?(?:措施|举措|做法)(?:[及和与]?(?:整改)?(?:成效|落实情况|完成情况|进展情况|落实))?"
)
OTHER_LABEL = (
    "(?:整改)?(?:责任|牵头|配合|协办|主办|分管)[一-鿿()]{1,8}|整改目标"
    "|(?:存在|反馈|主要|具体)?问题(?:描述|表现|内容)?|(?:具体|主要)表现|反馈意见|备注"
)
LABEL_WORDS = (
    f"(?:(?P<status>{STATUS_LABEL})|(?P<deadline>{DEADLINE_LABEL})"
    f"|(?P<measure>{MEASURE_LABEL})|(?P<other>{OTHER_LABEL}))"
)
LABEL = re.compile(rf"(?<![一-鿿]){LABEL_WORDS}:\s*")
"""A label before its colon; `lastgroup` says which kind."""
BRACKETED = re.compile(rf"【{LABEL_WORDS}】[:\s]*")
"""A label in brackets: 【整改措施】修订规则。"""

"""No construct of a notice takes more than its share of time, however often it is repeated.

Each row is a construct, its near miss, or its opening without a close; a notice is made of so many of them that it has
some ten, then some forty thousand characters.
"""

from __future__ import annotations

import pytest
from growth import AT_MOST, growth

import gongwen

NOTICE = "关于开展检查的通知\n各单位：\n"
INSPECTED = "中共江临市水利局党组关于巡察整改情况的通报\n"
STATUS = f"{INSPECTED}一、巡察整改情况\n1.关于巡河不到位的问题。\n整改情况："
REPORT = "2024年政府工作报告\n一、2024年工作目标\n"
PAGE = "<html><body><h1>关于开展检查的通知</h1><div id='zoom'>"
COPY = "# 关于开展检查的通知\n\n"

REPEATED: dict[str, tuple[str, ...]] = {
    NOTICE: (
        # numbering
        "一、甲\n", "（一）甲。", "1.甲\n", "1、甲", "1.1 甲\n", "①甲", "一是甲；", "第一条 甲\n", "第一章\n", "第", "（一", "——甲\n", "首先，甲。",
        # parts of a notice
        "附件：\n", "附件：甲乙\n", "附件：1.甲\n2.乙\n", "附件1\n", "目录\n", "一、甲……………1\n", "江临市商务局\n2024年6月3日\n", "2024年6月3日\n",
        "各区人民政府：\n", "来源：本网\n", "（此件公开发布）\n", "关于甲的通知\n", "特此通知。\n", "抄送：甲，乙。\n",
        # dates
        "2024年6月3日", "2024年", "6月至", "2024年至2025年、", "二〇二四年", "6月底前", "今年",
        # amounts and numbers
        "1.5亿元", "1,", "1", "一百二十", "增长5%左右", "5%至", "人民币壹佰", "3元5角", "不低于", "12名、", "1.5",
        # documents and bodies
        "《甲》", "《甲", "甲》", "〈甲", "《甲》（", "国发〔2018〕42号", "国发〔2018〕", "（以下简称甲）", "（以下简称", "转发关于", "根据《甲》和",
        "江临市商务局、", "江临市", "市县区", "中共江临市委", "甲等部门",
        # contacts
        "联系人：张某，电话：0756-2137332。", "联系人：", "电话：", "0756-", "13800000000、", "a@b.", "http://a.", "www.",
        # signs
        "（甲", "（甲）", "（", "）", "“甲", "“甲”", "”", "【", "：", "甲：", "；", "，", "。", "甲。", "、", "…", "—", "和", "的", "关于", " ", "　\n", "\n",
        "甲乙丙丁\n", "甲 乙\n", "\t甲", "\u200b", "\ue000", "é", "&nbsp;", "~", "*",
    ),
    STATUS: (
        "已完成整改甲乙，", "长期坚持甲乙，", "已完成整改甲乙。", "已甲乙丙，", "将甲乙，", "正在推进，", "（已完成", "（已完成，长期坚持）", "6月底前；", "持续",
        "整改时限：6月底前；", "责任单位：甲；", "责任人：", "责任单位：甲、", "整改措施：甲。", "整改情况：", "已完成 ", "整改完成率", "边查边改，", "列入计划，",
    ),
    INSPECTED: (
        "1.关于巡河不到位的问题。\n整改情况：已完成。\n", "针对“甲乙”问题。", "针对甲乙问题，", "关于甲乙的问题。\n", "（一）关于甲乙方面\n", "反馈问题3个，", "立行立改3个，",
        "制定措施3条，", "给予党内警告处分1人，", "清退资金3万元，",
    ),
    REPORT: ("地区生产总值增长5%左右，", "增长5%，", "居民收入、", "新增就业12万人以上；", "完成投资", "预计增长", "确保", "下降0.3个百分点，"),
    PAGE: (
        "<p>甲</p>", "<p>", "</p>", "<br>", "<b>甲</b>", "<b>", "<td>", "<table><tr><td>甲</td></tr></table>", "<tr><td>甲", "<ul><li>甲", "<a href='b'>甲</a>",
        "<a ", "<!--", "&lt;", "&", "<span style='display:none'>", "<script>", "<!-- -->", "<h2>甲</h2>", "<img src='a'>", "<font>", "<p>附件：<a href='b.doc'>甲</a></p>",
    ),
    COPY: (
        "- 甲\n", "## 甲\n", "|甲|乙|\n", "**甲", "**甲**", "[甲](", "[甲](b)", "> 甲\n", "```\n", "1. 甲\n", "![", "<b>", "---\n", "`", "\\", "    甲\n",
    ),
}  # fmt: skip
SHORT = 10_000
ROWS = [(head, unit) for head, units in REPEATED.items() for unit in units]


@pytest.mark.parametrize(("head", "unit"), ROWS, ids=[f"{number}" for number in range(len(ROWS))])
def test_time_grows_with_length_alone(head: str, unit: str) -> None:
    def read(length: int) -> None:
        gongwen.parse(head + unit * (length // len(unit)))

    read(10)
    assert growth(read, SHORT) < AT_MOST

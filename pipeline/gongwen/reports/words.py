"""The terms in reports: Chinese, with the contract's English.

status_changed   ◐ 整改状态变化 status_changed
"""

from __future__ import annotations

from typing import Final

from gongwen.contract import State
from gongwen.contract.comparison import Change, FigureRelation, Tone
from gongwen.contract.timeline import FigureChange, FigureKind, TopicState, Trend
from gongwen.tabular.states import STATES as STATES
from gongwen.tabular.workbook.words import SEVERITIES as SEVERITIES

SIGNS: Final[dict[Change, str]] = {
    "unchanged": "=",
    "reworded": "≈",
    "moved": "↕",
    "renumbered": "№",
    "split": "1→n",
    "merged": "n→1",
    "added": "+",
    "removed": "−",
    "status_changed": "◐",
    "figures_changed": "Δ",
    "recurring": "↻",
}
"""A sign for each change, for those who see no colours."""
SHORT_STATES: Final[dict[State, str]] = {
    "completed": "完",
    "phase_completed": "阶",
    "mostly_completed": "基",
    "in_progress": "中",
    "partial": "部",
    "not_completed": "未",
    "overdue": "逾",
    "deferred": "缓",
    "planned": "拟",
    "closed": "销",
    "unknown": "？",
}
"""One character, for the cells of a matrix."""
TONES: Final[dict[Tone, str]] = {"harder": "措辞加重", "softer": "措辞减轻"}
RELATIONS: Final[dict[FigureRelation, str]] = {
    "equal": "不变",
    "value_changed": "数值变化",
    "operator_changed": "幅度用语变化",
    "redefined": "口径变化",
    "added": "新增",
    "dropped": "不再提及",
    "explicitly_absent": "明确不设",
}
TOPIC_STATES: Final[dict[TopicState, str]] = {
    "recurring": "反复出现",
    "returned": "再度出现",
    "new": "新出现",
    "gone": "不再出现",
}
TRENDS: Final[dict[Trend, str]] = {
    "new": "新出现",
    "returned": "再度出现",
    "rising": "上升",
    "steady": "平稳",
    "falling": "下降",
    "dropped": "本次消失",
    "gone": "早已消失",
}
TREND_SIGNS: Final[dict[Trend, str]] = {
    "new": "+",
    "returned": "↻",
    "rising": "↑",
    "steady": "→",
    "falling": "↓",
    "dropped": "−",
    "gone": "×",
}
FIGURE_KINDS: Final[dict[FigureKind, str]] = {
    "target": "目标",
    "result": "完成",
    "statistic": "统计",
    "figure": "数字",
}
FIGURE_CHANGES: Final[dict[FigureChange, str]] = {
    "first": "",
    "equal": "",
    "value_changed": "",
    "operator_changed": "幅度用语变化",
    "reworded": "表述变化",
    "redefined": "口径变化",
    "explicitly_absent": "明确不设",
}
"""Notes on the changes of a value in a figure series; a plain change of value needs none."""
ALONE: Final[dict[str, str]] = {"no_partner": "没有对应的公文", "not_the_latest": "同一系列另有更晚的公文"}

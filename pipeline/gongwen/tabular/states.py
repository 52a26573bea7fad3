"""What a ledger (问题台账) calls the states of an issue: `phase_completed` is 阶段性完成."""

from __future__ import annotations

from typing import Final

from gongwen.contract import State

STATES: Final[dict[State, str]] = {
    "completed": "已完成",
    "phase_completed": "阶段性完成",
    "mostly_completed": "基本完成",
    "in_progress": "整改中",
    "partial": "部分完成",
    "not_completed": "未完成",
    "overdue": "逾期未完成",
    "deferred": "暂缓",
    "planned": "拟整改",
    "closed": "已销号",
    "unknown": "未明确",
}

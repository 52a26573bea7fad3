"""What the profiles read from a notice of their genre: an account of a rectification, the indicators of a work report.

`gongwen.stages.publish` alone turns them into the contract, field by field: names and order are the contract's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gongwen.model.vocabulary import State


@dataclass(frozen=True, slots=True)
class Inspection:
    """巡视巡察: who inspected whom, and when."""

    inspector: str | None
    level: str | None
    kind: str | None
    inspected: str | None
    started_on: str | None
    ended_on: str | None
    feedback_on: str | None


@dataclass(frozen=True, slots=True)
class IssueStatus:
    """整改完成情况: what has come of an issue."""

    text: str
    state: State
    ongoing: bool
    deadline: str | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Measure:
    """整改措施."""

    section: str | None
    ordinal: int | None
    heading: str | None
    text: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Responsible:
    """责任单位、责任人: a label and who it names."""

    label: str
    value: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Statistic:
    """A number that a notice gives for its whole rectification."""

    label: str
    amount: str
    unit: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Issue:
    """反馈问题, with what has come of it."""

    id: str = field(default="", kw_only=True)
    number: int | None
    section: str | None
    span: tuple[int, int]
    theme: str | None
    problem: str
    status: IssueStatus | None
    measures: Sequence[Measure]
    documents: Sequence[str] = field(default=(), kw_only=True)
    responsible: Sequence[Responsible]


@dataclass(frozen=True, slots=True)
class Rectification:
    """巡视巡察整改: the record of a notice that accounts for one."""

    type: str = field(default="rectification", kw_only=True)
    inspection: Inspection
    issues: Sequence[Issue]
    statistics: Sequence[Statistic]
    next_steps: Sequence[str]


@dataclass(frozen=True, slots=True)
class Indicator:
    """A result or target as a number, or a target in words."""

    id: str = field(default="", kw_only=True)
    indicator: str
    operator: str | None
    value: str | None
    high: str | None
    unit: str | None
    period: str | None
    kind: str
    section: str | None = field(default=None, kw_only=True)
    span: tuple[int, int]
    text: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class AbsentTarget:
    """An indicator that a report says it sets no target for."""

    indicator: str
    span: tuple[int, int]
    text: str


@dataclass(frozen=True, slots=True)
class WorkReport:
    """政府工作报告: the record of one."""

    type: str = field(default="work_report", kw_only=True)
    year: str | None
    indicators: Sequence[Indicator]
    absent: Sequence[AbsentTarget]


Record = Rectification | WorkReport

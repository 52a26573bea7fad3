"""What the profiles read from a notice of their genre: an account of a rectification, the indicators of a work report.

`gongwen.stages.publish` alone turns them into the contract, field by field under the same names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    """整改完成情况: what is said to have come of an issue."""

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
    """责任单位、责任人: a label and who stands under it."""

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
    """反馈问题, with what came of it."""

    number: int | None
    section: str | None
    span: tuple[int, int]
    theme: str | None
    problem: str
    status: IssueStatus | None
    measures: Sequence[Measure]
    responsible: Sequence[Responsible]
    id: str = ""
    documents: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Rectification:
    """巡视巡察整改: the record of a notice that accounts for one."""

    inspection: Inspection
    issues: Sequence[Issue]
    statistics: Sequence[Statistic]
    next_steps: Sequence[str]
    type: str = "rectification"


@dataclass(frozen=True, slots=True)
class Indicator:
    """A number reached or aimed at, or a target in words."""

    indicator: str
    operator: str | None
    value: str | None
    high: str | None
    unit: str | None
    period: str | None
    kind: str
    span: tuple[int, int]
    id: str = ""
    section: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class AbsentTarget:
    """An indicator that a report says it sets no target for."""

    indicator: str
    text: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class WorkReport:
    """政府工作报告: the record of one."""

    year: str | None
    indicators: Sequence[Indicator]
    absent: Sequence[AbsentTarget]
    type: str = "work_report"


Record = Rectification | WorkReport

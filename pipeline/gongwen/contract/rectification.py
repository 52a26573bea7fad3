"""巡视巡察整改: the record of a rectification notice.

市委第一巡察组 → 市水利局党组; 1. 针对……问题, 已完成, 3 measures
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from gongwen.contract.base import Decimal, Model, Span
from gongwen.model.vocabulary import State


class Inspection(Model):
    """巡视巡察: who inspected whom, and when."""

    inspector: str | None
    level: Literal["central", "province", "city", "county", "unit"] | None
    kind: str | None
    inspected: str | None
    started_on: str | None
    ended_on: str | None
    feedback_on: str | None


class Status(Model):
    """整改完成情况: what the notice says has come of an issue."""

    text: str
    state: State
    ongoing: bool
    """长期坚持: it continues all the same."""
    deadline: str | None
    span: Span


class Measure(Model):
    """整改措施."""

    section: str | None
    ordinal: int | None
    heading: str | None
    text: str
    span: Span


class Responsible(Model):
    """责任单位、责任人、牵头领导: who answers for the rectification of a problem."""

    label: str
    """As printed, without its colon: 责任单位."""
    value: str
    """Exactly what stands at `span`: 办公室、财务科."""
    span: Span


class Issue(Model):
    """反馈问题: one problem, with what was done about it."""

    id: str
    number: int | None
    section: str | None
    span: Span
    theme: str | None
    problem: str
    status: Status | None
    measures: list[Measure]
    documents: list[str]
    responsible: list[Responsible] = Field(default=[])
    """Who answers for it, where the notice names anybody."""


class Statistic(Model):
    """A number that the notice gives for its whole rectification."""

    label: str
    amount: Decimal
    unit: str
    span: Span


class RectificationRecord(Model):
    """巡视巡察整改: the record of a rectification notice."""

    type: Literal["rectification"]
    inspection: Inspection
    issues: list[Issue]
    statistics: list[Statistic]
    next_steps: list[str]
    """Ids of the sections about what comes next."""

"""政府工作报告: the record of a government's report to its congress.

地区生产总值增长5%左右      indicator 地区生产总值增长, about 5%, kind target, period 2025
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from gongwen.contract.base import Decimal, Model, Span
from gongwen.model.vocabulary import Bound


class Indicator(Model):
    """指标: one number, or target in words, of a work report. A target of one year meets the result of the next by name."""

    id: str
    indicator: str
    """One name for all its printed variants: 居民消费价格涨幅. Unknown indicators keep their printed noun."""
    operator: Bound | None
    """`null` for a target in words: 进出口促稳提质."""
    value: Decimal | None
    """Whole units; negative where the indicator went against its usual direction; `null` for a target in words."""
    high: Decimal | None
    """Upper end of a range."""
    unit: str | None
    """`%`, `个百分点`, `人`, `斤`, `元`, `美元` ..."""
    period: Annotated[str, Field(pattern=r"^\d{4}(?:/\d{4})?$")] | None
    """ISO year, 2025, or a range of years, 2021/2025; `null` where the report does not tell its year."""
    kind: Literal["result", "target"]
    """回顾 or 目标"""
    section: str | None
    span: Span
    text: str
    """Exactly what stands at `span`."""


class AbsentTarget(Model):
    """An indicator that the report says it sets no target for: 没有提出全年经济增速具体目标."""

    indicator: str
    span: Span
    text: str
    """Exactly what stands at `span`."""


class WorkReportRecord(Model):
    """政府工作报告: results and targets of a government's report to its congress."""

    type: Literal["work_report"]
    year: Annotated[str, Field(pattern=r"^\d{4}$")] | None
    """The year that the targets are for."""
    indicators: list[Indicator]
    absent: list[AbsentTarget]

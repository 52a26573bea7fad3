"""The figures of a series, a line each: name, values by notice with a chart, and the targets that met a result.

城镇新增就业 (人)   ◇─●─◇   2022 目标 ≥30000 · 2023 完成 31000     2022: 30000 → 31000, +1000, met
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from gongwen.reports.charts import Point, points
from gongwen.timelines.contract import FigureSeries, FigureValue, Outcome, Series
from gongwen.timelines.rows import name_of, shown


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A value as it is read."""

    label: str
    """Of its notice."""
    value: FigureValue
    shown: str


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """A target beside its result."""

    outcome: Outcome
    target: str
    result: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure of a series."""

    name: str
    values: list[ValueLine]
    points: list[Point]
    lines: list[str]
    """For each kind the points, as the `points` of a polyline."""
    outcomes: list[OutcomeLine]


def figure_lines(series: Series) -> list[FigureLine]:
    """Every figure of a series, in its order."""
    return [_line(figure, series) for figure in series.figures]


def _line(figure: FigureSeries, series: Series) -> FigureLine:
    drawn = points(
        ((one.notice, one.value, one.kind) for one in figure.values if one.value is not None),
        len(series.notices),
    )
    drawn = drawn if len(drawn) > 1 else []
    by_kind = groupby(sorted(drawn, key=lambda point: (point.kind, point.x)), lambda point: point.kind)
    values = [ValueLine(series.notices[one.notice].label, one, shown(one)) for one in figure.values]
    return FigureLine(
        name=name_of(figure),
        values=values,
        points=drawn,
        lines=[" ".join(f"{point.x},{point.y}" for point in found) for _, found in by_kind],
        outcomes=[
            OutcomeLine(one, values[one.target].shown, values[one.result].shown) for one in figure.outcomes
        ],
    )

"""The figures of a series, one per line: name, values by notice with a chart, and the targets that met a result.

城镇新增就业 (人)   ◇─●─◇   2022 目标 ≥30000 · 2023 完成 31000     2022: 30000 → 31000, +1000, met
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gongwen.contract.timeline import FigureSeries, FigureValue, Outcome, Series
from gongwen.reports.charts import Point, points
from gongwen.timelines.rows import name_of, shown

LONG: Final = re.compile(r"\d{5,}(?:\.\d+)?")
UNITS: Final = ((12, "万亿"), (8, "亿"), (4, "万"))
DECIMALS: Final = 4
"""The most decimals of a long number written in 万 or 亿, which must be exact."""


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A value for display."""

    label: str
    """Of its notice."""
    value: FigureValue
    shown: str


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """A target with its result."""

    outcome: Outcome
    target: str
    result: str
    difference: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure of a series."""

    name: str
    values: list[ValueLine]
    points: list[Point]
    lines: list[str]
    """For each kind the first point of each notice, as the `points` of a polyline."""
    outcomes: list[OutcomeLine]


def figure_lines(series: Series) -> list[FigureLine]:
    """Every figure of a series, in order."""
    return [_line(figure, series) for figure in series.figures]


def _line(figure: FigureSeries, series: Series) -> FigureLine:
    drawn = points(
        ((one.notice, one.value, one.kind) for one in figure.values if one.value is not None),
        len(series.notices),
    )
    drawn = drawn if len(drawn) > 1 else []
    values = [ValueLine(series.notices[one.notice].label, one, _described(one)) for one in figure.values]
    return FigureLine(
        name=name_of(figure),
        values=_once(values),
        points=drawn,
        lines=_lines(drawn),
        outcomes=[
            OutcomeLine(
                one, values[one.target].shown, values[one.result].shown, readable(one.difference or "")
            )
            for one in figure.outcomes
        ],
    )


def _once(values: list[ValueLine]) -> list[ValueLine]:
    """A value that a notice gives twice, in its account and in a summary, is shown once."""
    first: dict[tuple[int, str, str | None, str], ValueLine] = {}
    for line in values:
        first.setdefault((line.value.notice, line.value.kind, line.value.period, line.shown), line)
    return list(first.values())


def _described(value: FigureValue) -> str:
    return value.text if value.value is None else readable(shown(value))


def _lines(drawn: list[Point]) -> list[str]:
    firsts: dict[str, dict[Decimal, Point]] = {}
    for point in drawn:
        firsts.setdefault(point.kind, {}).setdefault(point.x, point)
    return [
        " ".join(f"{point.x},{point.y}" for _, point in sorted(found.items())) for found in firsts.values()
    ]


def readable(value: str) -> str:
    """A value with long numbers in 万 and 亿, if that is exact; otherwise unchanged.

    >>> readable("≥12000000"), readable("40000000000000"), readable("12345.6"), readable("123456789012.3")
    ('≥1200万', '40万亿', '12345.6', '123456789012.3')
    """
    return LONG.sub(lambda found: _shorter(found[0]), value)


def _shorter(number: str) -> str:
    whole = len(number.partition(".")[0])
    for power, name in UNITS:
        if whole > power:
            scaled = format(Decimal(number).scaleb(-power).normalize(), "f")
            if len(scaled.partition(".")[2]) <= DECIMALS:
                return scaled + name
    return number

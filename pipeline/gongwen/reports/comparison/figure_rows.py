"""The figures of a comparison, one per row: 查摆问题 27条 → 33条, +6条, ×1.2222, with two bars."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from gongwen.comparison.reading import Row, difference_of
from gongwen.contract.comparison import Figure
from gongwen.reports.charts import two_bars


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as it is shown."""

    pair: int
    """Number of its pair, from 1."""
    row: Row
    figure: Figure
    difference: str | None
    """With its sign and unit."""
    bars: tuple[Decimal, Decimal] | None


def figure_rows(rows: Iterable[tuple[int, Row]]) -> list[FigureRow]:
    """The figures of all pairs, in order."""
    return [
        FigureRow(number, row, figure, difference_of(figure), _bars(figure))
        for number, row in rows
        for figure in row.pair.figures
    ]


def _bars(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """Two values with one unit; values that are counted differently are not drawn together."""
    if figure.left is None or figure.right is None or figure.relation == "redefined":
        return None
    return two_bars(figure.left.value, figure.right.value) if figure.left.unit == figure.right.unit else None

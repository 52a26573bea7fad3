"""Geometry of the small charts: numbers as places in a box, for templates to draw as inline SVG.

two bars    35 → 48        how large the new value is beside the old one
columns     4 1 0 7        how often a phrase stands in each notice
points      2022 3% ...    the values of a figure, each above its notice

Places are reckoned from decimal strings without floats, so a chart is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

TENTH = Decimal("0.1")
BAR = 100
"""Length of the longest of two bars."""
LEAST = Decimal(1)
"""The least length at which a non-zero value is drawn."""


class Column(NamedTuple):
    """One count of a column chart."""

    x: Decimal
    y: Decimal
    width: Decimal
    height: Decimal


class Point(NamedTuple):
    """One value of a series."""

    x: Decimal
    y: Decimal
    kind: str


def two_bars(left: str | None, right: str | None) -> tuple[Decimal, Decimal] | None:
    """Lengths of the old and the new bar, the longer one 100; `None` where one is missing or negative.

    >>> two_bars("35", "48")
    (Decimal('72.9'), Decimal('100.0'))
    """
    if left is None or right is None or left.startswith("-") or right.startswith("-"):
        return None
    old, new = Decimal(left), Decimal(right)
    most = max(old, new)
    if not most:
        return None
    return _length(old, most, BAR), _length(new, most, BAR)


def columns(counts: Sequence[int], width: int = 180, height: int = 28) -> list[Column]:
    """A column for each non-zero count, the highest as high as the box."""
    most = Decimal(max(counts, default=0))
    step = Decimal(width) / max(len(counts), 1)
    thick = _round(min(step * Decimal("0.8"), Decimal(24)))
    found = []
    for at, count in enumerate(counts):
        if count:
            high = _length(Decimal(count), most, height)
            found.append(Column(_round(step * at + (step - thick) / 2), height - high, thick, high))
    return found


def points(
    values: Iterable[tuple[int, str, str]], places: int, width: int = 180, height: int = 36
) -> list[Point]:
    """A point for each (place, value, kind), the lowest value at the bottom, the highest at the top of the box."""
    held = [(at, Decimal(value), kind) for at, value, kind in values]
    if not held:
        return []
    low, high = min(value for _, value, _ in held), max(value for _, value, _ in held)
    rim = Decimal(5)
    step = (width - 2 * rim) / max(places - 1, 1)
    room = height - 2 * rim
    return [
        Point(
            _round(rim + step * at),
            _round(height - rim - ((value - low) / (high - low) if high > low else Decimal("0.5")) * room),
            kind,
        )
        for at, value, kind in held
    ]


def _length(value: Decimal, most: Decimal, longest: int) -> Decimal:
    return _round(max(value / most * longest, LEAST if value else Decimal(0)))


def _round(value: Decimal) -> Decimal:
    return value.quantize(TENTH)

"""The table that is printed: what, measured, target; the seconds behind it below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: `| what | measured | target |`, and the seconds behind it."""

    what: str
    measured: str
    target: str
    behind: str = ""


def times(ratio: float) -> str:
    """A ratio: `12.30`."""
    return f"{ratio:.2f}"


def milliseconds(taken: float) -> str:
    """Seconds as a reader of milliseconds likes them: `67.6 ms`."""
    return f"{taken * 1000:.1f} ms"


def yes(fact: bool) -> str:
    """`yes` or `no`."""
    return "yes" if fact else "no"


def table(rows: Sequence[Row]) -> str:
    """The rows in columns, the seconds behind them below."""
    width = max((len(row.what) for row in rows), default=0)
    lines = [f"{'':{width}}  measured  target"]
    for row in rows:
        lines.append(f"{row.what:{width}}  {row.measured:>8}  {row.target}")
    lines += ["", *(f"{row.what}: {row.behind}" for row in rows if row.behind)]
    return "\n".join(lines)

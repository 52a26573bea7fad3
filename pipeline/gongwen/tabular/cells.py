"""How values become cells: dates with their ISO text, decimals with their double, spans as two numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from typing import Any

from gongwen.contract import Sourced
from gongwen.tabular.columns import JOINER

Row = dict[str, Any]


def span_of(span: tuple[int, int] | None) -> Row:
    """The place of a value in the text."""
    return {"start": span[0] if span else None, "end": span[1] if span else None}


def dated(name: str, iso: str | None) -> Row:
    """The day of an ISO text that names one, and the text."""
    day = None
    if iso and len(iso) >= 10:
        try:
            day = date.fromisoformat(iso[:10])
        except ValueError:
            day = None
    return {f"{name}_on": day, f"{name}_iso": iso}


def decimal(name: str, amount: str | None) -> Row:
    """The exact decimal and its double; empty if a double can't hold it."""
    number = None if amount is None else float(amount)
    return {name: amount, f"{name}_number": number if number is not None and math.isfinite(number) else None}


def value_of(sourced: Sourced | None) -> str | None:
    """The value alone."""
    return sourced.value if sourced else None


def joined(values: Iterable[str]) -> str | None:
    """Several values as one cell; empty for none."""
    return JOINER.join(values) or None


def section_key(key: str, section: str | None) -> str | None:
    """The key of a section of this document."""
    return None if section is None else f"{key}/{section}"

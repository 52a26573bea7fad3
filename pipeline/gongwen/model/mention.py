"""Something the text names: a date, an amount, a document, a body, a telephone number."""

from __future__ import annotations

from typing import Any, NamedTuple

Value = dict[str, Any]
"""The value of a mention, with the keys that the contract gives its kind (DATE, MONEY ... in `gongwen.contract.mentions`)."""


class Mention(NamedTuple):
    """One mention and its place."""

    kind: str
    start: int
    end: int
    value: Value

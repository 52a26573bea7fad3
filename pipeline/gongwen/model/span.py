"""A place in the text of a notice."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """The characters `[start, end)` of `Body.text`, in code points."""

    start: int
    end: int

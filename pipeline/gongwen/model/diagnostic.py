"""A remark about the notice, as data."""

from __future__ import annotations

from typing import NamedTuple

from gongwen.model.span import Span


class Diagnostic(NamedTuple):
    """A coded remark for the reader of the notice; `gongwen.codes` says what each code means."""

    code: str
    message: str
    span: Span | None = None

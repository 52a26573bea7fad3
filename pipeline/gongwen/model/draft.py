"""A partly parsed notice: what mentions are resolved against and records are read from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from gongwen.model.body import Body
from gongwen.model.mention import Mention
from gongwen.model.metadata import Metadata
from gongwen.model.node import Node


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression in the text is resolved against."""

    date: datetime.date | None = None
    """The notice's own date (成文日期, else 发布日期); 今年 and 目前 count from it, never from today."""
    title: str = ""
    """The title, which tells the place of 市商务局."""
    year: int | None = None
    """今年 of a notice without a date, if its title or text tells the year that it is made for."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Body, outline, metadata and mentions of one notice."""

    body: Body
    outline: tuple[Node, ...]
    metadata: Metadata
    mentions: tuple[Mention, ...]
    context: Context

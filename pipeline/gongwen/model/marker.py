"""A claim of the text to be numbered."""

from __future__ import annotations

from typing import NamedTuple


class Marker(NamedTuple):
    """A marker that stands in the text, before or after the sequence has confirmed it."""

    start: int
    end: int
    """Just after the marker and its own punctuation: `1.`, `（一）、`, `一是`."""
    style: str
    """Name of a row in `gongwen.rules.numbering.markers.STYLES`."""
    ordinal: int | None
    """The printed number; `None` for a dash."""
    block: int
    """Index of the block that it stands in."""
    inline: bool
    """True when text of the same block stands before it."""
    flags: tuple[str, ...] = ()
    """Oddities of the print: `missing_dot`, `extra_point`, `mixed_brackets`, `confusable` ..."""

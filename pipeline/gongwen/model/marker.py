"""A candidate for a numbering marker."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

StyleName: TypeAlias = Literal[
    "part",
    "sub_part",
    "portion",
    "chapter",
    "division",
    "article",
    "labelled",
    "step",
    "capital",
    "stem",
    "chinese",
    "chinese_square",
    "chinese_parenthesis",
    "outline_number_of_four",
    "outline_number_of_three",
    "outline_number",
    "arabic",
    "arabic_padded",
    "arabic_colon",
    "arabic_parenthesis",
    "arabic_half_parenthesis",
    "bracketed",
    "circled",
    "roman",
    "letter",
    "ordinal",
    "sequence_word",
    "qi",
    "is",
    "must",
    "grasp",
    "dash",
    "arabic_bare",
    "arabic_point_bare",
    "chinese_bare",
]
"""How a marker is printed: the names of the rows in `gongwen.rules.numbering.styles.STYLES`."""


class Marker(NamedTuple):
    """A marker in the text, before or after the sequence has confirmed it."""

    start: int
    end: int
    """Just after the marker and its own punctuation: `1.`, `（一）、`, `一是`."""
    style: StyleName
    ordinal: int | None
    """The printed number; `None` for a dash."""
    block: int
    """Index of its block."""
    inline: bool
    """True when text of the same block stands before it."""
    flags: tuple[str, ...] = ()
    """Oddities of how it is printed: `missing_dot`, `extra_point`, `mixed_brackets`, `confusable` ..."""

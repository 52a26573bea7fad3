"""One pattern for all styles of numbering: what opens a paragraph, and what stands inside one.

一、总体要求            OPENING, `lastgroup` is chinese
……。二是抓落实。        INLINE, `lastgroup` is is
"""

from __future__ import annotations

import re

from gongwen.rules.numbering.styles import STYLES

QUOTES = '“‘「『"'
"""An opening quotation mark may stand before a marker: amended articles are quoted paragraph by paragraph."""


def _alternation(parts: list[tuple[str, str]]) -> str:
    """Named alternatives; the numbered groups inside are made anonymous, the outer name tells the style."""
    return "|".join(f"(?P<{name}>{re.sub(r'[(][?]P<[a-z]+>', '(?:', pattern)})" for name, pattern in parts)


OPENING = re.compile(rf"[{QUOTES}]?(?:{_alternation([(style.name, style.pattern) for style in STYLES])})")
"""The marker that a paragraph opens with; `lastgroup` is the style."""

_FIRST = r"(?=[一二三四五六七八九十百首其再最第(〈<㈠-㈩\d⒈-⒛⑴-⒇①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴㊀-㊉])"
INLINE = re.compile(
    _FIRST + "(?:" + _alternation([(s.name, s.inline + s.pattern) for s in STYLES if s.inline]) + ")"
)
"""A marker inside a paragraph."""

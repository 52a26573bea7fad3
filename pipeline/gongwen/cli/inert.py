"""Output to a terminal is inert: no text of a notice and no file name can clear it or write elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gongwen.contract import Notice

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters that a terminal obeys; tab and line end are harmless."""
ESCAPED = re.compile(r"(?<!\\)\\(?:u00(?:[01][0-9a-fA-F]|7[fF])|[bfr])")
"""Control characters as JSON writes them."""


def inert(text: str) -> str:
    """A text with a replacement for each character that a terminal would obey.

    >>> inert("a" + chr(27) + "[2Jb")
    'a\ufffd[2Jb'
    """
    return CONTROLS.sub("\ufffd", text)


def inert_notice(notice: Notice) -> Notice:
    """The same for a notice: a parsed one has no such characters, a stored one may; all spans stay valid."""
    stored = notice.to_json()
    shown = CONTROLS.sub("\ufffd", ESCAPED.sub("\ufffd", stored))
    return notice if shown == stored else type(notice).model_validate_json(shown)

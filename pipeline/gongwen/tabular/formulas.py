"""Texts that a spreadsheet would take for a formula.

    =HYPERLINK("http://…")   in a notice   becomes   '=HYPERLINK("http://…")

A text that begins with what a spreadsheet takes for a formula (= + - @, their full-width forms, a tab, a line end), also behind blanks, gets an
apostrophe in front, as OWASP advises for CSV; so does one that begins with an apostrophe. Strip one leading apostrophe
from a text and the value is back as it was. Numbers and dates are never touched.
"""

from __future__ import annotations

from typing import TypeVar

SIGNS = tuple("=+-@＝＋－＠\t\r\n'")
BLANKS = " \u3000\xa0\u200b\ufeff"
"""They may be dropped by a spreadsheet or when a cell is pasted."""
Cell = TypeVar("Cell")


def guarded(value: Cell) -> Cell | str:
    """The value of a cell of a CSV file, safe to open in a spreadsheet; a negative number in digits is no formula.

    >>> guarded("=1+1"), guarded("-0.5"), guarded(3)
    ("'=1+1", '-0.5', 3)
    """
    if not isinstance(value, str) or not value.lstrip(BLANKS).startswith(SIGNS):
        return value
    digits = value[1:].replace(".", "", 1)
    return value if value[0] == "-" and digits.isdecimal() and digits.isascii() else "'" + value

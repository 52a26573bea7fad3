"""The numbers that a list shows by style alone.

<ol><li>加强学习</li><li>强化监督</li></ol>             1.加强学习  2.强化监督
<ol start="3" type="a"><li>……</li></ol>               c.……
"""

from __future__ import annotations

import re

from gongwen.readers.list_numbers import counted, roman

TYPE = re.compile(r"\stype=\"([1aAiI])\"")
STYLE = re.compile(
    r"""
    list-style(?:-type)?\s*:[^;\"]{0,80}?\b
    (none|disc|circle|square|decimal                      # list-style: none
      |(?:lower|upper)-(?:alpha|latin|roman)              # list-style-type: lower-roman
      |cjk-ideographic|(?:simp|trad)-chinese-(?:in)?formal  # list-style-type: cjk-ideographic
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
NAMED = {
    **dict.fromkeys(("none", "disc", "circle", "square"), ""),
    **dict.fromkeys(("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal"), "一"),
    **dict.fromkeys(("simp-chinese-formal", "trad-chinese-formal"), "一"),
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
NUMBER = re.compile(r"\s(?:start|value)=\"\s*(\d{1,4})")


class Counter:
    """The counter of one `<ol>` while its items are read."""

    def __init__(self, attributes: str) -> None:
        named = STYLE.search(attributes)
        typed = TYPE.search(attributes)
        start = NUMBER.search(attributes)
        self.style = NAMED[named[1].lower()] if named else typed[1] if typed else "1"
        self.number = int(start[1]) - 1 if start else 0

    def next(self, attributes: str) -> str:
        """What the next item shows before its text, `3.` or `c.`; empty for a list without numbers."""
        given = NUMBER.search(attributes)
        self.number = int(given[1]) if given else self.number + 1
        named = STYLE.search(attributes)
        style = NAMED[named[1].lower()] if named else self.style
        if not style:
            return ""
        return f"{_spelled(self.number, style)}{'、' if style == '一' else '.'}"


def _spelled(number: int, style: str) -> str:
    if style in "aA" and number > 0:
        return _letters(number) if style == "a" else _letters(number).upper()
    if style == "一" and number > 0:
        return counted(number)
    if style in "iI" and number > 0:
        return roman(number) if style == "i" else roman(number).upper()
    return str(number)


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters

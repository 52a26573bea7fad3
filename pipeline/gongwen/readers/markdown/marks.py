"""The marks inside a line of Markdown: emphasis, links, footnotes, attributes, HTML.

    **一、总体情况**                          一、总体情况, bold
    见《[水法](https://…)》[^1]               见《水法》
    1\\. 加强领导                             1. 加强领导: an escaped character
    | 1 | 水利局<br>财政局 |                  1, 水利局 财政局

What is removed is returned, so that nothing is lost; the words of a link stay.
"""

from __future__ import annotations

import re
from html import unescape

LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
ROW = re.compile(r"\s*\|(.*)\|\s*$")
ROW_RULE = re.compile(r"[\s|:-]+$")
"""|---|:--|"""
CELL_END = re.compile(r"(?<!\\)\|")
ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
EMPHASIS = re.compile(r"(\s*)([*_]{1,3})(?=[^\s*_])(.*[^\s*_])\2\s*$")
"""Of a whole line."""
TAG = r"</?(?:a|b|blockquote|br|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]{0,200})?/?>"
INLINE = re.compile(
    rf"""
    \*{{2,3}}                                              # **
    | \[\^[^\[\]\s]{{1,80}}\]                              # [^1]
    | \{{:[^{{}}]{{0,400}}\}}                              # {{:.lead}}
    | <!--(?:(?!<!--|-->).)*+-->                           # <!-- a comment -->
    | {TAG}                                                # <br>
    | !\[[^\[\]]{{0,200}}\]\([^()\s]{{0,2000}}\)           # ![seal](seal.png)
    | \[(?P<words>[^\[\]]{{0,400}})\]
      (?:\([^()]{{0,2000}}\)|\[[^\[\]]{{0,100}}\])         # [words](address), [words][1]
    """,
    re.IGNORECASE | re.VERBOSE,
)


def without_marks(text: str) -> tuple[str, list[str]]:
    """A text as it is shown, and the marks removed from it."""
    marks: list[str] = []

    def note(found: re.Match[str]) -> str:
        words: str = found["words"] or ""
        before, after = found.group().split(words, 1) if words else (found.group(), "")
        marks.extend(mark for mark in (before.strip(), after.strip()) if mark)
        return words

    plain = INLINE.sub(note, text)
    if "\\" in plain:
        marks += ESCAPED.findall(plain)
        plain = ESCAPED.sub("", plain)
    return (unescape(plain) if "&" in plain else plain), marks


def emphasised(text: str) -> tuple[str, str]:
    """A line without emphasis around all of it, and its mark, such as `**`, or an empty string.

    >>> emphasised("***一、目标***"), emphasised("**一、**目标")
    (('一、目标', '***'), ('**一、**目标', ''))
    """
    found = EMPHASIS.match(text)
    return (found[1] + found[3], found[2]) if found else (text, "")


def cells(line: str) -> list[str] | None:
    """The cells of a table row, `None` if a line isn't one.

    >>> cells("| 1 | 水利局 |"), cells("水利局")
    (['1', '水利局'], None)
    """
    row = ROW.match(line)
    return [cell.strip() for cell in CELL_END.split(row[1])] if row else None

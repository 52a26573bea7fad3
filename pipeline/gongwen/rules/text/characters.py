"""Characters as they are matched: full-width forms as half-width ones, blanks evened out.

    （１）ＧＤＰ增长８％①      (1)GDP增长8%①       folded, one character for one
    总　　 则                  总 则               evened out

Never NFKC: it turns ① into 1 and ㎡ into m2.
"""

from __future__ import annotations

import re

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
UNEVEN = re.compile(rf"[{INVISIBLE}]|[^\S ]|  ")
GONE = re.compile(rf"[{INVISIBLE}]+")
WIDE = re.compile("[\uff01-\uff5e\u3000\xa0]")
BLANKS = re.compile(r"[^\S\t]+")
NO_WORD = re.compile(r"\W+")
ROW_BLANKS = re.compile(r"[^\S\t]*\t[^\S\t]*")
FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " ", "\xa0": " "}


def fold(text: str) -> str:
    """Full-width forms as half-width ones, one character for one.

    >>> fold("（１）ＧＤＰ增长８％①")
    '(1)GDP增长8%①'
    """
    for char in set(WIDE.findall(text)):
        text = text.replace(char, FULL_WIDTH[char])
    return text


def representable(text: str) -> str:
    """A text that JSON can hold: what no encoding can write, bytes of a file's name, stands as `\\udcff`."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def compact(text: str) -> str:
    """Characters, letters and digits alone, as titles are compared.

    >>> compact("关于印发《节水 办法》的通知")
    '关于印发节水办法的通知'
    """
    return NO_WORD.sub("", text)


def seam(above: str, below: str) -> str:
    """Two lines of one passage as one; Latin words keep a blank between them.

    >>> seam("管理", "办法"), seam("Open", "Data")
    ('管理办法', 'Open Data')
    """
    latin = above[-1:].isascii() and above[-1:].isalpha() and below[:1].isascii() and below[:1].isalpha()
    return f"{above} {below}" if latin else above + below


def even(text: str, row: bool = False) -> str:
    r"""One line without blanks at its ends and invisible characters, each run of blanks as one space.

    In a table row the tabs between cells stay, those of empty cells too.

    >>> even(" 总　　 则\u200b "), even("序号 \t\t 任务", row=True)
    ('总 则', '序号\t\t任务')
    """
    if row:
        return ROW_BLANKS.sub("\t", BLANKS.sub(" ", GONE.sub("", text))).strip(" ")
    text = text.strip()
    if text.isprintable() and "  " not in text:
        return text
    return " ".join(GONE.sub("", text).split()) if UNEVEN.search(text) else text

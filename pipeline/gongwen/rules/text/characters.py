"""Characters as they are matched: full-width forms as half-width ones, blanks evened out.

    （１）ＧＤＰ增长８％①      (1)GDP增长8%①       folded, one character for one
    总　　 则                  总 则               evened out

Never NFKC: it turns ① into 1 and ㎡ into m2.
"""

from __future__ import annotations

import re
import unicodedata

from gongwen.rules.text.traditional import SIMPLIFIED

INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
UNEVEN = re.compile(rf"[{INVISIBLE}]|[^\S ]|  ")
GONE = re.compile(rf"[{INVISIBLE}]+")
WIDE = re.compile(
    f"[\uff01-\uff5e\u3000\xa0\u2e80-\u2fd5\uf900-\ufad9\ufe41-\ufe44\ufe50-\ufe6b{''.join(SIMPLIFIED)}]"
)
BLANKS = re.compile(r"[^\S\t]+")
NO_WORD = re.compile(r"\W+")
ROW_BLANKS = re.compile(r"[^\S\t]*\t[^\S\t]*")
SIMPLER = {
    "⺠": "民",
    "⻅": "见",
    "⻆": "角",
    "⻋": "车",
    "⻓": "长",
    "⻔": "门",
    "⻘": "青",
    "⻛": "风",
    "⻜": "飞",
    "⻢": "马",
    "⻥": "鱼",
    "⻩": "黄",
    "⻬": "齐",
    "⻰": "龙",
}
"""CJK radicals (U+2E80) that stand for a character, though Unicode does not say so."""
LOOK_ALIKES = {
    char: same
    for code in (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFADA))
    if len(same := SIMPLER.get(char := chr(code)) or unicodedata.normalize("NFKC", char)) == 1
    and same != char
}
"""CJK and Kangxi radicals and compatibility ideographs, each with the character of the same look: ⼀ 一, ⾦ 金."""
SMALL = {
    chr(code): unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0xFE50, 0xFE53), *range(0xFE54, 0xFE5D))
} | {"﹝": "〔", "﹞": "〕"}
"""Small forms: ﹙ ﹚ ﹝ ﹞."""
FULL_WIDTH = (
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {"\u3000": " ", "\xa0": " "}
    | LOOK_ALIKES
    | SMALL
    | SIMPLIFIED
)
"""What is matched as another character, each one as one."""


TRANSLATED = str.maketrans(FULL_WIDTH)
MANY = 40
"""From so many different characters on, one pass over all is cheaper than one pass for each."""


def fold(text: str) -> str:
    """Full-width forms as half-width ones and traditional characters as simplified ones, one character for one.

    >>> fold("（１）ＧＤＰ增长８％①")
    '(1)GDP增长8%①'
    """
    wide = set(WIDE.findall(text))
    if len(wide) > MANY:
        return text.translate(TRANSLATED)
    for char in wide:
        text = text.replace(char, FULL_WIDTH.get(char, char))
    return text


def as_printed(value: str, printed: str) -> str:
    """A value read from folded text, with the traditional characters of the text that it was read from.

    >>> as_printed("府教学字第12号", "府教學字第 12 號"), as_printed("2021-09-30", "110年9月30日")
    ('府教學字第12號', '2021-09-30')
    """
    traditional = {ord(SIMPLIFIED[char]): char for char in set(printed) if char in SIMPLIFIED}
    return value.translate(traditional) if traditional else value


def representable(text: str) -> str:
    """A text that JSON can hold: what no encoding can write, bytes of a file's name, stands as `\\udcff`."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def compact(text: str) -> str:
    """Only characters, letters and digits, for comparing titles.

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


SPACED = re.compile(r"(?:\S[ \u3000]{1,3}){3,}\S")
"""Characters spaced out, or recognised text with a blank after each: 江 临 市 水 利 局."""


def _closed(text: str) -> str:
    """A line of single characters without the blanks between them; a line of words keeps its own.

    >>> _closed("江 临 市 水 利 局"), _closed("A B 江临市 水利局 通知")
    ('江临市水利局', 'A B 江临市 水利局 通知')
    """
    words = text.split()
    single = sum(len(word) == 1 for word in words)
    hanzi = sum(word >= "一" for word in words)
    closes = single >= 0.9 * len(words) and hanzi >= 0.25 * len(words)
    return "".join(words) if closes else " ".join(words)


def even(text: str, row: bool = False) -> str:
    r"""One line without blanks at its ends and invisible characters, each run of blanks as one space.

    In a table row the tabs between cells stay, those of empty cells too.

    >>> even(" 总　　 则\u200b "), even("序号 \t\t 任务", row=True)
    ('总 则', '序号\t\t任务')
    """
    if row:
        return ROW_BLANKS.sub("\t", BLANKS.sub(" ", GONE.sub("", text))).strip(" ")
    text = text.strip()
    if SPACED.match(text):
        return _closed(text)
    if text.isprintable() and "  " not in text and "\ufffc" not in text:
        return text
    return " ".join(GONE.sub("", text).split()) if UNEVEN.search(text) else text

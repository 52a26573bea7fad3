"""What a marker prints: its number, and any oddity.

    （十二） 12        第二百八十六条之一 286        ⑩ 10        2.1.3 3        一(a katakana)、 confusable

One code point may be a whole marker; NFKC would turn ① into 1, which is why text is never normalised so.
"""

from __future__ import annotations

import re

from gongwen.model.marker import StyleName
from gongwen.rules.numbering.styles import BY_NAME, STEMS, STYLES
from gongwen.rules.numerals import whole_number

SEQUENCE_WORDS: dict[str, int | None] = {"首先": 1, "其次": 2, "再次": 3, "最后": None}
CONFUSABLE: dict[str, int] = {"ー": 1, "ニ": 2, "-": 1}
"""Look-alikes that an input method or a scanner produces for 一 and 二."""

PRECOMPOSED: dict[str, int] = {
    chr(first + offset): offset + begin
    for first, size, begin in (
        (0x2460, 20, 1),  # ①
        (0x2474, 20, 1),  # ⑴
        (0x2488, 20, 1),  # ⒈
        (0x3220, 10, 1),  # ㈠
        (0x3280, 10, 1),  # ㊀
        (0x2160, 12, 1),  # Ⅰ
        (0x2776, 10, 1),  # ❶
        (0x24EB, 10, 11),  # ⓫
        (0x3251, 15, 21),  # ㉑
        (0x32B1, 15, 36),  # ㊱
    )
    for offset in range(size)
}
"""One code point that is a whole marker."""

ROMAN = {"I": 1, "V": 5, "X": 10}

_NUMBER = {style.name: re.compile(style.pattern) for style in STYLES}


def ordinal_of(style: StyleName, folded: str, start: int, end: int) -> int | None:
    """The printed number of the marker `folded[start:end]`, or `None` for a dash or 最后.

    A number of several parts counts by its last part: 6.19 is the nineteenth of its list.

    >>> ordinal_of("article", "第二百八十六条之一 ……", 0, 9), ordinal_of("circled", "⑩其他", 0, 1)
    (286, 10)
    """
    if (single := PRECOMPOSED.get(folded[start])) is not None:
        return single
    found = _NUMBER[style].match(folded, start)
    groups = found.groupdict() if found else {}
    number = groups.get("n") or groups.get("m")
    if number is None:
        return None
    if style == "sequence_word":
        return SEQUENCE_WORDS[number]
    if number in CONFUSABLE:
        return CONFUSABLE[number]
    if style == "letter":
        return ord(number.lower()) - ord("a") + 1
    if style == "roman":
        values = [ROMAN[char] for char in number]
        return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))
    if style == "stem":
        return STEMS.index(number) + 1
    if BY_NAME[style].decimal:
        return int(number.rpartition(".")[2])
    if number[0] in "Il":
        return int("1" + number[1:])
    return whole_number(number)


def decimal_parent(style: StyleName, folded: str, start: int, end: int) -> int | None:
    """The number that a decimal one stands below: 2 for 2.1 and 1 for 2.1.3; `None` for other styles.

    >>> decimal_parent("outline_number", "2.1领导机构", 0, 3), decimal_parent("arabic", "1.总则", 0, 2)
    (2, None)
    """
    return int(folded[start:end].rstrip(". ").split(".")[-2]) if BY_NAME[style].decimal else None


def flags_of(style: StyleName, folded: str, text: str, start: int, end: int) -> tuple[str, ...]:
    """The oddities in how a marker is printed.

    >>> flags_of("chinese_parenthesis", "(三)定期调度", "(三）定期调度", 0, 3)
    ('mixed_brackets',)
    """
    row, printed, found = BY_NAME[style], folded[start:end].rstrip(), []
    if row.bare and printed[-1] != ".":
        found.append("missing_dot")
    if row.bracketed:
        if printed[-1] in "、.:":
            found.append("extra_point")
        body = text[start:end].rstrip().rstrip("、.:．：")
        if (
            len(body) > 2
            and (body[0] == "（") != (body[-1] == "）")
            and body[-1] in ")）"
            and body[0] in "(（"
        ):
            found.append("mixed_brackets")
    if printed[0] in PRECOMPOSED and style != "circled":
        found.append("precomposed")
    if "ー" in printed or "ニ" in printed or printed in ("(-)", "<->") or printed[0] in "Il":
        found.append("confusable")
    return tuple(found)

"""Numbers as notices write them: 三, 十二, 二百八十六, 二〇二〇, 壹佰贰拾万, 1.3万亿, 2,847.

Chinese numerals are read by value (十二 = 12) or, for years, digit by digit (二○○七 = 2007; GB/T 15835-2011).
By usage ○ U+25CB, 〇 U+3007, O and 零 all stand for zero. Results are exact: `int` or `Decimal`.
"""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS: dict[str, int] = {
    **{char: value for value, char in enumerate("零一二三四五六七八九")},
    **{char: value for value, char in enumerate("零壹贰叁肆伍陆柒捌玖")},
    **dict.fromkeys("〇○Oo0", 0),
    **{str(value): value for value in range(10)},
    "两": 2,
    "貳": 2,
    "弍": 2,
    "叄": 3,
    "陸": 6,
}
SMALL: dict[str, int] = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "廿": 20, "卅": 30}
LARGE: dict[str, int] = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

FORMAL = "零壹贰貳弍叁叄肆伍陆陸柒捌玖拾佰仟万萬亿億"
"""大写: the characters of an amount on a cheque."""


def chinese_number(text: str) -> int | None:
    """The value of a numeral written by place value or digit by digit, or `None` if it isn't a numeral.

    >>> chinese_number("二百八十六"), chinese_number("十二"), chinese_number("二○○七"), chinese_number("一点")
    (286, 12, 2007, None)
    """
    if len(text) == 1:
        return DIGITS.get(text, SMALL.get(text))
    if not any(char in SMALL or char in LARGE for char in text):
        return positional_number(text)
    total = section = digit = 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in SMALL:
            unit = SMALL[char]
            # 廿 and 卅 carry their own digit; a bare 十 at the start of a section is one ten
            section += unit if char in "廿卅" else (digit or (1 if unit == 10 else 0)) * unit
            digit = 0
        elif char in "万萬":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        elif char in LARGE:
            total, section, digit = (total + section + digit) * 10**8, 0, 0
        else:
            return None
    return total + section + digit


MIXED = re.compile(r"([0-9]+(?:\.[0-9]+)?)?([十百千万亿])")


def whole_number(text: str) -> int | None:
    """A number in digits or in Chinese numerals; `None` where it is neither.

    >>> whole_number("12"), whole_number("十二"), whole_number("多")
    (12, 12, None)
    """
    return int(text) if text.isdecimal() else chinese_number(text)


def mixed_number(text: str) -> Decimal:
    """The value of digits with scales between them, read as a Chinese numeral is: each scale counts what stands before it.

    >>> [decimal_text(mixed_number(text)) for text in ("1亿2千万", "2千5百亿", "3万5千", "1.5万亿")]
    ['120000000', '250000000000', '35000', '1500000000000']
    """
    total = section = Decimal(0)
    for found in MIXED.finditer(text):
        number, unit = Decimal(found[1] or 0), found[2]
        if unit in SMALL:
            section += (number or 1) * SMALL[unit]
        elif unit == "亿":
            total, section = (total + section + number) * LARGE[unit], Decimal(0)
        else:
            total, section = total + (section + number) * LARGE[unit], Decimal(0)
    return total + section


def positional_number(text: str) -> int | None:
    """The value of digits one after another (a year): 二〇二〇, 一九九八, 2020.

    >>> positional_number("一九九八"), positional_number("")
    (1998, None)
    """
    value = 0
    for char in text:
        digit = DIGITS.get(char)
        if digit is None:
            return None
        value = value * 10 + digit
    return value if text else None


def scale_of(units: str) -> int:
    """The factor of a run of 十 百 千 万 亿 after digits: 万亿 is 10^12, 千 is 1000, an empty run is 1.

    >>> scale_of("万亿"), scale_of("百万"), scale_of("")
    (1000000000000, 1000000, 1)
    """
    factor = 1
    for char in units:
        factor *= SMALL.get(char) or LARGE[char]
    return factor


def decimal_text(value: Decimal | int) -> str:
    """A number as the contract writes it: no exponent, no grouping, no trailing zeros after the point.

    >>> decimal_text(Decimal("7.1320") * 10000), decimal_text(Decimal("1E+3"))
    ('71320', '1000')
    """
    text = format(Decimal(value), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text

"""Numbers as a word processor writes them before the items of a list: 三, ③, ⑶, 叁, 丙, iii.

    chineseCountingThousand   一 二 … 十 十一 … 一百零三        （一） is 一 in the brackets of the level's text
    ideographDigital          一 二 … 九 一〇 一一              decimalEnclosedCircle   ① ② … ⑳ ㉑ … ㊿

The names are those of ECMA-376 Part 1, 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

from collections.abc import Callable

LOWER, LEGAL = "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
    (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LETTERS_BEGIN_ANEW = 780
"""Letters are repeated once more every 26: aa is 27. After this number Word starts again with a."""


def list_number(number: int, form: str) -> str:
    """A number in the named form; in digits if the form is unknown or has no character for it.

    >>> [list_number(12, form) for form in ("chineseCounting", "decimalEnclosedCircle", "upperRoman", "none")]
    ['十二', '⑫', 'XII', '']
    """
    spell = FORMS.get(form, str)
    return spell(number) if number > 0 or form in ("none", "decimalZero") else str(number)


def counted(number: int, digits: str = LOWER, units: str = "十百千", one_ten: bool = False) -> str:
    """A number below ten thousand by value: 十二, 一百零三; larger ones are in digits.

    >>> counted(12), counted(103), counted(110), counted(2020)
    ('十二', '一百零三', '一百一十', '二千零二十')
    """
    if number >= 10_000:
        return str(number)
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit == 0:
            gap = bool(text)
            continue
        bare = place == 1 and digit == 1 and not text and not one_ten
        text += (
            (digits[0] if gap else "") + ("" if bare else digits[digit]) + (units[place - 1] if place else "")
        )
        gap = False
    return text or digits[0]


def _digitwise(zero: str) -> Callable[[int], str]:
    digits = zero + LOWER[1:]
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def _tens(zero: str) -> Callable[[int], str]:
    """By value up to 99, digit by digit beyond: 九十九, 一○○."""
    beyond = _digitwise(zero)
    return lambda number: counted(number) if number < 100 else beyond(number)


def _japanese(number: int) -> str:
    """A hundred and a thousand have no 一, and a zero is left out: 百三."""
    if number >= 10_000:
        return str(number)
    return "".join(
        ("" if digit == 1 and unit else LOWER[digit]) + unit
        for digit, unit in (
            (number // 10**place % 10, unit) for place, unit in ((3, "千"), (2, "百"), (1, "十"), (0, ""))
        )
        if digit
    )


def _legal(number: int) -> str:
    return counted(number, LEGAL, "拾佰仟", one_ten=True)


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _sexagenary(number: int) -> str:
    return STEMS[(number - 1) % 10] + BRANCHES[(number - 1) % 12]


def letters(number: int) -> str:
    """a … z, aa, bb: Word repeats the letter.

    >>> letters(3), letters(28)
    ('c', 'bb')
    """
    number = (number - 1) % LETTERS_BEGIN_ANEW
    return chr(ord("a") + number % 26) * (number // 26 + 1)


def roman(number: int) -> str:
    """Roman numerals in lower case.

    >>> roman(2024)
    'mmxxiv'
    """
    if number >= 4000:
        return str(number)
    spelled = ""
    for value, signs in ROMAN:
        times, number = divmod(number, value)
        spelled += signs * times
    return spelled


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def _run(first: str, count: int) -> str:
    return "".join(chr(ord(first) + step) for step in range(count))


CIRCLED = _run("①", 20) + _run("㉑", 15) + _run("㊱", 15)
FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "none": lambda number: "",
    "bullet": lambda number: "",
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _one_of(CIRCLED),
    "decimalEnclosedCircleChinese": _one_of(CIRCLED),
    "decimalEnclosedFullstop": _one_of(_run("⒈", 20)),
    "decimalEnclosedParen": _one_of(_run("⑴", 20)),
    "numberInDash": lambda number: f"- {number} -",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "chineseCounting": _tens("○"),
    "chineseCountingThousand": counted,
    "chineseLegalSimplified": _legal,
    "taiwaneseCounting": _tens("○"),
    "taiwaneseCountingThousand": counted,
    "taiwaneseDigital": _digitwise("○"),
    "ideographDigital": _digitwise("〇"),
    "ideographEnclosedCircle": _one_of(_run("㊀", 10)),
    "ideographTraditional": _cycle(STEMS),
    "ideographZodiac": _cycle(BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographLegalTraditional": lambda number: counted(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟", one_ten=True),
    "japaneseCounting": _japanese,
    "japaneseDigitalTenThousand": _digitwise("〇"),
    "japaneseLegal": lambda number: counted(number, "〇壱弐参四伍六七八九", "拾百阡", one_ten=True),
}  # fmt: skip

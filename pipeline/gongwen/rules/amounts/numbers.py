"""Numbers with a unit, the grammar that money and quantities share: bounds, scales, ranges.

    近1亿元   100万元以上   84万余元   2万—5万元   1.5-2亿元   三四十名   33 939个   不超过5%

A number is written in digits, grouped or not (GB/T 15835-2011 5.1), in Chinese numerals, or in both (3.5万). What
stands close before it or after it bounds it. Two numbers joined by a dash or 至 are a range, and the second lends
the first its unit and its scale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from gongwen.rules.numerals import DIGITS, FORMAL, chinese_number, decimal_text, mixed_number, scale_of


class Amount(NamedTuple):
    """A number with its unit, as it stands in the text."""

    start: int
    end: int
    amount: str
    high: str | None
    """Upper end of a range."""
    bound: str
    """`eq`, `ge`, `gt`, `le`, `lt` or `about`."""
    unit: str
    """As printed; empty for the first number of a range, which has none of its own."""
    numeral: str
    """The number as printed, without qualifiers: 3.5万, 二百."""


NUMERALS = "零〇○一二两三四五六七八九十百千万亿" + FORMAL
BEFORE: dict[str, str] = {
    **dict.fromkeys(
        (
            "不低于",
            "不少于",
            "不小于",
            "不短于",
            "不得低于",
            "不得少于",
            "大于等于",
            "大于或等于",
            "高于或等于",
            "等于或大于",
            "等于或高于",
            "至少",
            "最少",
            "上",
            "≥",
        ),
        "ge",
    ),
    **dict.fromkeys(
        (
            "超过",
            "超过了",
            "超出",
            "超",
            "逾",
            "突破",
            "突破了",
            "多于",
            "高于",
            "大于",
            "过",
            "数",
            "几",
            ">",
        ),
        "gt",
    ),
    **dict.fromkeys(("不超过", "未超过", "不高于", "不多于", "不大于", "不长于", "不超", "≤"), "le"),
    **dict.fromkeys(("不得超过", "不得高于", "不得多于", "至多", "最多"), "le"),
    **dict.fromkeys(("小于等于", "小于或等于", "低于或等于", "等于或小于", "等于或低于"), "le"),
    **dict.fromkeys(
        ("近", "将近", "接近", "低于", "少于", "小于", "不足", "不到", "不满", "未满", "<"), "lt"
    ),
    **dict.fromkeys(("约", "大约", "约为", "约合", "约有", "约占", "约计", "大概"), "about"),
}
"""Words right before a number."""
AFTER: dict[str, str] = {
    **dict.fromkeys(("以上", "及以上"), "ge"),
    **dict.fromkeys(("以下", "及以下", "以内", "之内", "内"), "le"),
    **dict.fromkeys(("左右", "上下"), "about"),
    **dict.fromkeys(("余", "多", "几"), "gt"),
    "来": "about",
}
"""Words inside a number or after its unit."""
OTHER_WORDS: dict[str, str] = {
    "近": "附最邻靠临",
    "约": "节合契签预制条公违特邀履缔集俭",
    "超": "赶",
    "过": "超通经不",
    "逾": "未",
    "上": "以加马路网线",
    "数": "人总户次件个基指分系多少整小参倍无岁票页字吨辆台量额代算读",
    "几": "第十百千万亿",
}
"""Characters before a bound word that make another word of it: 最近3个月, 节约5吨."""
ACHIEVED = frozenset("个 项 批 种 类 款 道 件".split())
"""突破30项技术 is an achievement, 突破30亿元 a bound."""
LAST_CHARACTERS = frozenset(word[-1] for word in BEFORE)
LONGEST_BOUND = max(map(len, BEFORE))
BEFORE_NUMBER = LAST_CHARACTERS | {" "}
ROUND = frozenset("百千万亿")
"""上 and 过 bound only a round number: 上千, 过百."""
SEVERAL = ROUND | {"十"}
"""So do 数 and 几, which mean several of it: 数十家, 几百万元."""
SEPARATORS = frozenset(sign * times for sign in "-—–~～─至到" for times in (1, 2))
"""What joins the ends of a range."""
PARTED = re.compile(r"\(不?含[^()\n]{0,8}\)[-—–~─至到]{1,2}")
"""So does a bracket between them: 300万（含300万）—1000万元."""
JOINTS = frozenset("-—–~～─至到、和及")
ORDINAL = re.compile(rf"第[0-9{NUMERALS}、和及至到~～—–-]{{1,20}}\Z")
"""第1—3批, 第三、五条: the 第 counts for all numbers of the list."""
SCALES = "百千万亿"

# The first character stands in one class, which the engine can search for quickly; what stands before it is looked
# at only then. Lengths are limited, so that a run of digits costs no more than its length. 千 of 千瓦 is no number.
_SCALE = "(?:[百万亿]|千(?![瓦克米伏]))"
_NOT_INSIDE = (
    r"(?:(?<=[0-9])(?<![0-9A-Za-z./第届×][0-9])(?<![0-9]:[0-9])"
    rf"|(?<=[{NUMERALS}])(?<![0-9{NUMERALS}第届点][{NUMERALS}]))"
)
_ARABIC = rf"(?:[0-9]{{0,2}}(?:[, ][0-9]{{3}}){{1,5}}(?![0-9])|[0-9]{{0,17}}+)(?:\.[0-9]{{1,10}}+)?(?: ?{_SCALE}{{1,3}}+(?:(?<=[亿万千])[0-9]{{1,4}}{_SCALE}{{1,2}}+){{0,3}}+)?"
_CHINESE = (
    rf"(?:[{NUMERALS}](?<!千)|千(?![瓦克米伏])){{0,23}}+"
    rf"(?:点[零〇一二三四五六七八九]{{1,6}}+{_SCALE}{{0,2}}+)?"
)
_NUMBER = rf"([0-9{NUMERALS}]{_NOT_INSIDE}(?:(?<=[0-9]){_ARABIC}|(?<![0-9]){_CHINESE}))(?:([余多几来])({_SCALE}{{0,3}}+))?"
_INCLUDED = r"(?:\(不?含[^()\n]{0,8}\))?"
"""100万元（含）至500万元: whether an end belongs to the range."""
_AFTER = r"(?:(?:\(含[^()\n]{0,8}\))?(及?以[上下]|[以之]内|内(?![部容外涵地需乱控]|设[机科处部])|左右|上下|[多余](?=[,。;、:)\s的以来时前后])))?"


def scanner(units: str) -> re.Pattern[str]:
    """The pattern of a number with one of the units, which are given as a pattern without groups."""
    return re.compile(rf"{_NUMBER} ?(?:({units}){_AFTER}|(?={_INCLUDED}[-—–~～至到─]{{1,2}}[0-9{NUMERALS}]))")


def scan(pattern: re.Pattern[str], folded: str) -> Iterator[Amount]:
    """The amounts of a text in order, with ranges joined; a number without a unit is not one."""
    held: Amount | None = None
    for found in pattern.finditer(folded):
        amount, start = _read(found, folded), found.start()
        if amount is not None and start and folded[start - 1] in JOINTS:
            between = folded[held.end : start] if held else ""
            parted = between in SEPARATORS or PARTED.fullmatch(between)
            joined = _range(held, amount) if held and parted else None
            if (
                joined is None
                and (held is None or not held.unit)
                and ORDINAL.search(folded, max(0, start - 24), start)
            ):
                amount = None
            elif joined is not None:
                held, amount = None, joined
        if held is not None and held.unit:
            yield held
        held = amount
    if held is not None and held.unit:
        yield held


def bound_before(folded: str, start: int) -> tuple[str, int]:
    """The bound that stands right before a number, and where it begins; `""` and `start` where none does.

    >>> bound_before("不超过5%", 3), bound_before("节约5吨", 2)
    (('le', 0), ('', 2))
    """
    end = start - 1 if folded[start - 1 : start] == " " else start
    if folded[end - 1 : end] in LAST_CHARACTERS:
        for begin in range(max(0, end - LONGEST_BOUND), end):
            word = folded[begin:end]
            if (bound := BEFORE.get(word)) and not _other_word(folded, begin, word, start):
                return bound, begin
    return "", start


def _other_word(folded: str, begin: int, word: str, start: int) -> bool:
    if len(word) == 1 and word in "上过数几" and folded[start] not in (ROUND if word in "上过" else SEVERAL):
        return True
    return begin > 0 and folded[begin - 1] in OTHER_WORDS.get(word, "")


def _read(found: re.Match[str], folded: str) -> Amount | None:
    number, more, scale, unit, after = found.groups()
    numeral = number + scale if scale else number
    low, high = (numeral, None) if numeral.isdecimal() else _values(numeral)
    if not low or (more and number[-1] in DIGIT_CHARACTERS):
        return None
    start = found.start()
    if start and numeral[0] in "0123456789" and _is_tail(folded, start, number):
        return None
    bound = ""
    if start and folded[start - 1] in BEFORE_NUMBER:
        bound, start = bound_before(folded, start)
    if folded[start] == "突" and unit in ACHIEVED:
        bound, start = "", found.start()
    if start == found.start() and folded[start - 1 : start] == "几":
        return None  # 一百几十
    if (more or after) and folded[start] not in "数几":
        bound = AFTER[after or more]
    if len(low) > 1 and low[0] == "0" and low[1] != ".":
        if len(low) > 2 or low[1] == "0":
            return None  # 03157 is a code
        low = low[1:]
    return Amount(start, found.end(), low, high, bound or "eq", unit or "", numeral)


def _is_tail(folded: str, start: int, number: str) -> bool:
    """Is it only the tail of a number? 4 6 2 8 0亿元, 8 . 5%, 0\ue0102元, and 达到9 at the end of a line with 2.71% below."""
    before = folded[start - 1]
    if before == " ":
        return not number[1:2].isdecimal() and SPACED_OUT.search(folded, max(0, start - 4), start) is not None
    return broken_before(folded, start) or "\ue000" <= before <= "\uf8ff"


def broken_before(folded: str, start: int) -> bool:
    """Whether a number goes on from the line above, which was broken inside it."""
    if folded[start - 1] != "\n" or not folded[start - 2 : start - 1].isdecimal():
        return False
    line = folded[folded.rfind("\n", 0, start - 1) + 1 : start - 1]
    return len(line) >= WRAPPED and "\t" not in line


def _values(numeral: str) -> tuple[str, str | None]:
    """Value of a numeral, and the second value of 三四十; an empty string where it is no number."""
    if numeral[0] in "0123456789":
        if STACKED.search(numeral):
            return decimal_text(mixed_number(numeral)), None
        digits = numeral.rstrip("百千万亿")
        value = Decimal(digits.replace(",", "").replace(" ", ""))
        scale = numeral[len(digits) :]
        return decimal_text(value * scale_of(scale) if scale else value), None
    if numeral[0] in ROUND:
        numeral = "一" + numeral
    if not DECIMAL_POINT.intersection(numeral) and (pair := PAIR.search(numeral)):
        low, high = (
            numeral[: pair.end() - 1] + numeral[pair.end() :],
            numeral[: pair.start()] + numeral[pair.start() + 1 :],
        )
        estimate = pair[0] in NEIGHBOURS and (len(numeral) == 2 or not POSITIONAL.issuperset(numeral))
        return (_chinese(low), _chinese(high)) if estimate else ("", None)
    return _chinese(numeral), None


STACKED = re.compile("[百千万亿][0-9]")
"""1亿2千万, 3万5千: scales between the digits."""
SPACED_OUT = re.compile(r"(?<![0-9.])[0-9] \Z|\. \Z")
WRAPPED = 16
"""A line that was broken for lack of room has at least so many characters."""
DECIMAL_POINT = frozenset("点")
PAIR = re.compile("[一二两三四五六七八九]{2}")
NEIGHBOURS = frozenset("一二 两三 二三 三四 三五 四五 五六 六七 七八 八九 一两".split())
"""Two digits in a row are an estimate, 三四十, or no number at all."""
DIGIT_CHARACTERS = frozenset("一二两三四五六七八九")
POSITIONAL = DIGIT_CHARACTERS | frozenset("零〇○")
"""二〇一二 is a year, not 201 to 202."""


def _chinese(numeral: str) -> str:
    value = chinese_decimal(numeral)
    return "" if value is None else decimal_text(value)


def chinese_decimal(numeral: str) -> Decimal | None:
    """The value of a Chinese numeral with or without 点, or `None` where it is none.

    >>> chinese_decimal("三百二十"), chinese_decimal("三点零五"), chinese_decimal("二〇一二万万")
    (Decimal('320'), Decimal('3.05'), None)
    >>> chinese_decimal("三百一十二点五亿")
    Decimal('31250000000.0')
    """
    whole, _, fraction = numeral.partition("点")
    bare = fraction.rstrip(SCALES)
    factor, fraction = scale_of(fraction[len(bare) :]), bare
    value = chinese_number(whole)
    if value is None or (len(whole) > 1 and value < 10) or "万万" in whole:
        return None
    if not fraction:
        return Decimal(value)
    return Decimal(f"{value}.{''.join(str(DIGITS[digit]) for digit in fraction)}") * factor


def _scale(numeral: str) -> str:
    """The scales that a numeral ends with: 千亿 of 九千亿."""
    return numeral[len(numeral.rstrip(SCALES)) :]


def _range(low: Amount, high: Amount) -> Amount | None:
    """Both as one amount, or `None` where they don't belong together: 3人至5天, 2020-300个."""
    if low.unit not in ("", high.unit) or low.high or high.high:
        return None
    first, second = Decimal(low.amount), Decimal(high.amount)
    scale, own = _scale(high.numeral), _scale(low.numeral)
    if scale != own and not low.unit and scale.startswith(own):
        factor = scale_of(scale[len(own) :])
        first = first * factor if first <= second / factor else first
    if first > second:
        return None
    bound = low.bound if high.bound == "eq" else high.bound
    return high._replace(start=low.start, amount=decimal_text(first), high=high.amount, bound=bound)

"""百分比 and 百分点: 近50%, 下降20%, 提高1.7个百分点, 6.5%-7%, 近六成, 百分之五以上, 三分之二.

A percentage bears no sign; `change` says whether something rose or fell by that much. 提高到50% names a level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gongwen.model import Mention, Value
from gongwen.rules.amounts.numbers import (
    AFTER,
    BEFORE,
    NUMERALS,
    ROUND,
    Amount,
    bound_before,
    chinese_decimal,
)
from gongwen.rules.numerals import DIGITS, decimal_text

UNITS: dict[str, str] = {"%": "%", "‰": "‰", "成": "%", "个百分点": "个百分点", "百分点": "个百分点"}

UP = "增长 增加 提高 提升 上升 上涨 扩大 攀升 上浮 上调 增幅 涨幅 升幅 增速 增长率 增长速度 增 升 涨".split()
DOWN = (
    "负增长 下降 减少 降低 下调 下滑 下跌 回落 收窄 缩小 缩减 压减 压缩 下浮 降幅 跌幅 减幅 降 跌 减".split()
)
CHANGES = {**dict.fromkeys(UP, "up"), **dict.fromkeys(DOWN, "down")}
_change = "|".join(sorted(CHANGES, key=len, reverse=True))
CHANGE_BEFORE = re.compile(
    rf"(?<!核)({_change})(?:幅度|比例|速度|目标|预期|[率了约近达为均超仅逾又再过在 ]|分别|达到|实现|保持在?|控制在){{0,3}}\Z"
)
RATES = "增长率|增长速度|增长|增幅|增速|涨幅|下降|降幅"
CHANGE_AFTER = re.compile(f"的({RATES})")
LISTED = frozenset(("、", "和", "及", "与", "以及", ",", "、和"))
"""分别增长5%、6%和7%: the word counts for all."""
NO_MINUS = re.compile("[0-9%A-Za-z]")
"""After one of these a dash is not a minus sign."""

_NUMBER = rf"(?:[0-9]{{1,8}}+(?:\.[0-9]{{1,6}}+)?|[{NUMERALS}]{{1,8}}+(?:点[零一二三四五六七八九]{{1,6}}+)?)"
FRACTION = re.compile(
    rf"分之({_NUMBER})(?:[至到—~-](?:[百千万]分之)?({_NUMBER}))?"
    r"(?:(?:\(含[^()\n]{0,8}\))?(及?以[上下]|[以之]内|左右|强|弱|多))?"
)
ROUGH = re.compile("(?P<low>[一二三四五六七八])(?P<high>[二三四五六七八九])(?P<ten>十)?")
"""百分之二三十, 百分之三四: from the one to the other."""
DENOMINATOR = re.compile(rf"(?<![0-9{NUMERALS}])(?:[0-9]{{1,5}}|[{NUMERALS}]{{1,6}})\Z")
HUNDREDTHS = re.compile(r"[一二三四五六七八九半](?=[,。;、:)\s以左]|\Z)")
"""二成五, 三成半."""
TENTHS = {**DIGITS, "半": 5}
OVER_NOUN = re.compile(
    r"(不超过|不得超过|不高于|不低于|不少于|不得低于|超过|超出|高于|大于|低于|少于|小于|不足)(?!去年|上年|同期)[一-鿿]{2,8}(?<![到至为达占约增长降率升])\Z"
)
"""超过合同价10%: the bound holds across what it is a share of."""
_BOUNDED = "(?P<after>及?以[上下]|[以之]内|左右|强|弱|多(?=[,。的]))?"
HALF = re.compile(rf"半(?:(?<=一半)(?<![另第]一半)(?!人马)|数(?<!大半数)){_BOUNDED}")
SLASHED = re.compile(
    rf"/(?<=[1-9]/)(?<![\dA-Za-z./:第-][1-9]/)(?P<below>[2-9]|10)(?![\d/.A-Za-z年月日页-]){_BOUNDED}"
)
SHARE_BEFORE = re.compile("[占达到的了少降减缩低增加]\\Z")
"""What shows that 一半 or 1/3 is a share: 占一半, 减少一半."""
FRACTION_AFTER = {**AFTER, "强": "gt", "弱": "lt"}


def percentage(amount: Amount, folded: str, previous: Mention | None) -> Mention:
    """The mention of a number with one of `UNITS`; `previous` is the quantity or percentage before it, if any.

    Its value is `{"amount", "change", "bound", "high", "unit"}`; 六成 is 60 %.
    """
    start, last, tenths = amount.start, amount.end, amount.unit == "成"
    change = change_at(folded, start, amount.end)
    if change is None and previous and previous.kind == "percent" and folded[previous.end : start] in LISTED:
        change = previous.value["change"]
    if folded[start - 1 : start] in ("-", "−", "负") and not NO_MINUS.match(folded, max(0, start - 2)):
        start, change = start - 1, "down"
    low, high = (
        decimal_text(Decimal(end) * 10) if end and tenths else end for end in (amount.amount, amount.high)
    )
    if tenths and low and not high and (half := HUNDREDTHS.match(folded, last)):
        low, last = decimal_text(Decimal(low) + TENTHS[half.group()]), half.end()
    bound = amount.bound
    if bound == "eq" and change is None and (over := OVER_NOUN.search(folded, max(0, start - 14), start)):
        bound = BEFORE[over[1]]
    return Mention("percent", start, last, _value(low, change, bound, high, UNITS[amount.unit]))


def change_at(folded: str, start: int, end: int) -> str | None:
    """What the words around a percentage say of its direction: `up`, `down`, or nothing.

    >>> change_at("同比下降20%", 4, 7), change_at("提高到20%", 3, 6), change_at("保持8%的增长", 2, 4)
    ('down', None, 'up')
    """
    if found := CHANGE_BEFORE.search(folded, max(0, start - 10), start):
        return CHANGES[found[1]]
    if folded[end : end + 1] == "的" and (after := CHANGE_AFTER.match(folded, end)):
        return CHANGES[after[1]]
    return None


def fractions(folded: str) -> list[Mention]:
    """三分之二, as a percentage rounded to two decimals, and 百分之五, 千分之三, exactly."""
    found: list[Mention] = []
    for numerator in FRACTION.finditer(folded):
        at = numerator.start()
        denominator = DENOMINATOR.search(folded, max(0, at - 6), at)
        below = _number(denominator[0]) if denominator else None
        above = _number(numerator[1])
        if denominator is None or not below or above is None:
            continue
        more = _number(numerator[2]) if numerator[2] else None
        if rough := ROUGH.fullmatch(numerator[1]):
            scale = Decimal(10 if rough["ten"] else 1)
            near, far = DIGITS[rough["low"]] * scale, DIGITS[rough["high"]] * scale
            above, more = (near, far) if far == near + scale else (above, more)
        bound, start = bound_before(folded, denominator.start())
        bound = FRACTION_AFTER.get(numerator[3] or "", bound) or "eq"
        high = None if more is None else _share(more, below)
        change = change_at(folded, start, numerator.end())
        value = _value(_share(above, below), change, bound, high, "%")
        found.append(Mention("percent", start, numerator.end(), value))
    return found


def halves(folded: str) -> list[Mention]:
    """一半以上, 半数, 过半数, and 1/3 where its words show that it is a share: 占1/3, 近1/3, 1/3以上."""
    found: list[Mention] = []
    for half in HALF.finditer(folded) if "半" in folded else ():
        counted = folded[half.start() + 1 : half.start() + 2] == "数"
        start = half.start() if counted else half.start() - 1
        over = counted and folded[start - 1 : start] == "过"
        found += _shown(folded, start - over, half, Decimal(50), "gt" if over else "", counted)
    for share in SLASHED.finditer(folded) if "/" in folded else ():
        above, below = Decimal(folded[share.start() - 1]), Decimal(share["below"])
        if above < below:
            found += _shown(folded, share.start() - 1, share, Decimal(_share(above, below)), "", False)
    return found


def _shown(
    folded: str, at: int, share: re.Match[str], amount: Decimal, known: str, alone: bool
) -> Iterator[Mention]:
    """The mention of a share that stands at `at`, unless it stands neither `alone` nor with words that show it."""
    bound, start = bound_before(folded, at)
    bound = FRACTION_AFTER.get(share["after"] or "") or known or bound
    if bound or alone or SHARE_BEFORE.search(folded, max(0, start - 2), start):
        value = _value(decimal_text(amount), change_at(folded, start, share.end()), bound or "eq", None, "%")
        yield Mention("percent", start, share.end(), value)


def _number(numeral: str) -> Decimal | None:
    if numeral[0] in "0123456789":
        return Decimal(numeral)
    return chinese_decimal("一" + numeral if numeral in ROUND else numeral)


def _share(above: Decimal, below: Decimal) -> str:
    share = above * 100 / below
    return decimal_text(share if below >= 100 else share.quantize(Decimal("0.01")))


def _value(amount: str | None, change: str | None, bound: str, high: str | None, unit: str) -> Value:
    return {"amount": amount, "change": change, "bound": bound, "high": high, "unit": unit}

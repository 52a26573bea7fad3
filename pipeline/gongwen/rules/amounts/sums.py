"""Numbers that must agree: a total and its parts, a rate and its two numbers, a list and the number it announces.

    反馈问题30个，已完成20个，正在整改8个                20 + 8 is not 30
    25个问题已整改19个，整改率86%                        19 of 25 is 76 %
    主要有三方面问题：一是……；二是……                      three are announced, two follow

Only certain contradictions are reported. Parts count when each states an outcome (done, under way, not done), follows the
total in one sentence and has its unit; what 其中 or brackets subdivide does not. A rate agrees when any two numbers of its
sentence give it, rounded or cut to the digits it is printed with; approximations and bounds are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gongwen.model import Diagnostic, Mention, Span
from gongwen.rules import outcome_words
from gongwen.rules.numerals import chinese_number, whole_number

COUNTED = frozenset({"quantity", "money", "percent"})
WORDS = re.compile(r"整改|完成|销号")
TOTAL = re.compile(r"问题|任务|事项|项目|措施|反馈|资金|金额|线索|意见")
DONE = re.compile(rf"{outcome_words.DONE_BY_ITSELF}|已{outcome_words.DONE}")
GOING_ON = re.compile(r"正在|推进|阶段性|长期|持续|序时|基本|部分|进行|开工|延期|成效")
NOT_DONE = re.compile(rf"未(?:按期|达到|启动|如期|{outcome_words.DONE})|尚未|超期|逾期")
RATE = re.compile(rf"{outcome_words.RATE}(?:为|达到?|是|已达)?\s*$")
SUBDIVIDES = re.compile(r"其中|包括|含|占|比|增|减|提高|下降")
CLAUSE_MOST = 60
"""How many characters on either side of a number are examined."""
BESIDE = 6
"""How many numbers before a rate may be those it is computed from."""
CLAUSE = re.compile(r"[,;:。(\n、]")
ANNOUNCED = re.compile(
    r"""
    (?: (?P<n>[二两三四五六七八九十]|\d{1,2})(?:个|项|条|类|点|大)?        # 三个
        (?:方面|问题|措施|举措|任务|要求|原因|建议)                      # 方面
        (?:的?(?:问题|工作|措施|内容))?                              # 的问题
    )
    [^。\d\n:]{0,6}:$
    """,
    re.VERBOSE,
)
ITEMS = re.compile(r"(?:^|(?<=[:;。,]))(?P<n>[一二三四五六七八九十]{1,2})是")


class Number(NamedTuple):
    """A number of a sentence with its clause."""

    mention: Mention
    amount: Decimal
    unit: str
    before: str
    """The clause before it."""
    clause: str
    """The whole clause."""


def check(folded: str, mentions: Sequence[Mention]) -> list[Diagnostic]:
    """The diagnostics `sum_mismatch`, `rate_mismatch` and `count_mismatch` of a text."""
    found: list[Diagnostic] = []
    for start, end, inside in _sentences(folded, mentions):
        if len(inside) > 1 and WORDS.search(folded, start, end):
            numbers = [_number(folded, one, start, end) for one in inside]
            found += _rates(numbers)
            for stretch in _stretches(folded, numbers):
                found += _sums(stretch)
    return [*found, *_lists(folded)]


def _sentences(folded: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, list[Mention]]]:
    """Each sentence that holds numbers, with them."""
    start, end = 0, -1
    inside: list[Mention] = []
    for mention in mentions:
        if mention.kind not in COUNTED:
            continue
        if mention.start >= end:
            if inside:
                yield start, end, inside
            before = max(end, 0), mention.start
            start = max(folded.rfind("。", *before), folded.rfind("\n", *before), before[0] - 1) + 1
            line_end = folded.find("\n", mention.end)
            line_end = line_end if line_end >= 0 else len(folded)
            stop = folded.find("。", mention.end, line_end)
            end, inside = stop if stop >= 0 else line_end, []
        inside.append(mention)
    if inside:
        yield start, end, inside


def _number(folded: str, mention: Mention, start: int, end: int) -> Number:
    left, start, end = (
        mention.start,
        max(start, mention.start - CLAUSE_MOST),
        min(end, mention.end + CLAUSE_MOST),
    )
    while left > start and not CLAUSE.match(folded, left - 1):
        left -= 1
    stop = CLAUSE.search(folded, mention.end, end)
    value = mention.value
    unit = value.get("unit") or value.get("currency") or ""
    clause = folded[left : stop.start() if stop else end]
    unit = "%" if mention.kind == "percent" else unit
    return Number(mention, Decimal(value["amount"]), unit, folded[left : mention.start], clause)


def _stretches(folded: str, numbers: Sequence[Number]) -> Iterator[list[Number]]:
    """The numbers between semicolons: each side has a total of its own."""
    stretch: list[Number] = []
    for number in numbers:
        if stretch and ";" in folded[stretch[-1].mention.end : number.mention.start]:
            yield stretch
            stretch = []
        stretch.append(number)
    yield stretch


# -------------------------------------------------------------------------------- sums


def _sums(numbers: Sequence[Number]) -> Iterator[Diagnostic]:
    at = next((at for at, one in enumerate(numbers) if one.unit != "%" and _is_total(one)), None)
    if at is None or not _exact(numbers[at]):
        return
    total = numbers[at]
    parts: list[Number] = []
    for number in numbers[at + 1 :]:
        if number.unit == "%":
            continue
        if number.unit != total.unit or SUBDIVIDES.search(number.clause) or not _exact(number):
            return
        if not _outcome(number.clause):
            return
        parts.append(number)
    outcomes = {_outcome(part.clause) for part in parts}
    together = sum((part.amount for part in parts), Decimal(0))
    if len(parts) > 1 and len(outcomes) > 1 and together != total.amount:
        span = Span(total.mention.start, parts[-1].mention.end)
        added = " + ".join(str(part.amount) for part in parts)
        yield Diagnostic("sum_mismatch", f"{added} = {together}, not {total.amount}", span)


def _is_total(number: Number) -> bool:
    """Whether a number counts the whole and states no outcome yet."""
    rest = number.clause[len(number.before) :]
    return (
        bool(TOTAL.search(number.clause))
        and not _outcome(number.before)
        and not _outcome(re.split("中|已", rest)[0])
    )


def _outcome(clause: str) -> str:
    if NOT_DONE.search(clause):
        return "not done"
    if GOING_ON.search(clause):
        return "going on"
    return "done" if DONE.search(clause) else ""


def _exact(number: Number) -> bool:
    return bool(number.mention.value["bound"] == "eq" and number.mention.value.get("high") is None)


# -------------------------------------------------------------------------------- rates


def _rates(numbers: Sequence[Number]) -> Iterator[Diagnostic]:
    for at, rate in enumerate(numbers):
        if rate.unit != "%" or not RATE.search(rate.before) or not _exact(rate):
            continue
        counts = [one for one in numbers[max(0, at - BESIDE) : at] if one.unit != "%" and _exact(one)]
        done = [
            one
            for one in counts
            if _outcome(one.clause.removeprefix(one.before)) == "done" or _outcome(one.before) == "done"
        ]
        whole = [one for one in counts if _is_total(one)]
        if (
            not done
            or not whole
            or any(_agrees(rate.amount, part, total) for part in counts for total in counts)
        ):
            continue
        if done[-1].unit == whole[-1].unit and done[-1].amount <= whole[-1].amount:
            part, total = done[-1].amount, whole[-1].amount
            span = Span(whole[-1].mention.start, rate.mention.end)
            said = f"{part} of {total} is {_rate(part, total):.2f}%, not {rate.amount}%"
            yield Diagnostic("rate_mismatch", said, span)


def _rate(part: Decimal, total: Decimal) -> Decimal:
    return part * 100 / total


def _agrees(rate: Decimal, part: Number, total: Number) -> bool:
    """Rounded or cut to the digits of the printed rate."""
    if not total.amount or part.unit != total.unit:
        return False
    step = Decimal(1).scaleb(int(rate.as_tuple().exponent))
    return abs(_rate(part.amount, total.amount) - rate) < step


# -------------------------------------------------------------------------------- lists


def _lists(folded: str) -> Iterator[Diagnostic]:
    """三方面问题:一是……;二是…… in one paragraph."""
    colon = -1
    while (colon := folded.find(":一是", colon + 1)) >= 0:
        found = ANNOUNCED.search(folded, max(colon - 24, 0), colon + 1)
        if found is None:
            continue
        stop = folded.find("\n", found.end())
        following = folded[found.end() : stop if stop >= 0 else len(folded)]
        count = 0
        for item in ITEMS.finditer(following):
            if chinese_number(item["n"]) != count + 1:
                break
            count += 1
        announced = whole_number(found["n"])
        at_end = stop < 0 or not re.match(r"\n[一二三四五六七八九十]是", folded[stop : stop + 3])
        if count > 1 and announced != count and at_end:
            yield Diagnostic(
                "count_mismatch",
                f"{found['n']} are announced, {count} follow",
                Span(found.start(), found.end()),
            )

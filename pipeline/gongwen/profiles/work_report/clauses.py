"""What a number of a work report counts: its clause, taken apart.

    国内生产总值达到134.9万亿元、增长5%           国内生产总值, and its growth
    城镇、农村居民人均可支配收入分别增长4.8%和6.9%    one number each
    新增养老床位1200张, 新增9家智能工厂            the noun before the number or after it
    由2002年7703元增加到2007年13786元            only the second; the first is the old value

A number without a noun of its own belongs to the last noun of its sentence. A number whose noun is unknown is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongwen.model import Mention, Value
from gongwen.profiles.work_report.indicators import known
from gongwen.profiles.work_report.nouns import (
    ACTIONS,
    base_in,
    clean,
    inner,
    is_noun,
    members,
    split_verbs,
    year_in,
)
from gongwen.rules.amounts.percentages import CHANGES, RATES
from gongwen.rules.dates.plans import QUOTED
from gongwen.rules.dates.report_years import YEAR

NUMBERS = frozenset({"money", "percent", "quantity"})
SPANS_OF_TIME = frozenset(
    "年 周年 岁 周岁 个月 个半月 个多月 月 天 日 个工作日 工作日 小时 个小时 分钟 秒钟 星期 个星期 周".split()
)
"""Units of duration; no indicator is counted in them."""
CURRENCIES = {"CNY": "元", "USD": "美元", "HKD": "港元", "EUR": "欧元", "JPY": "日元", "GBP": "英镑"}


class Statement(NamedTuple):
    """A number and what it states."""

    start: int
    end: int
    noun: str
    change: str | None
    year: str | None
    """The year that stands beside the number: 2007年达到13786元."""
    value: Value
    """The mention's value, with `amount`, `high` and `bound`."""
    unit: str
    reached: bool
    """A level that was reached in the end: 提高到65.2%, 突破40万亿元."""
    base: str | None = None
    """The year that a change is reckoned from: 比2002年增长65.5%."""
    average: bool = False
    """A yearly average: 年均增长7.8%."""


OLD = re.compile(rf"(?:由|从)(?:(?:19|20)[0-9]{{2}}年[的末底]?|[^、,“”由从]{{0,6}}|{QUOTED}末的?)\Z")
HARD = re.compile(r".*[。;:!?\n]", re.DOTALL)
LISTED = re.compile("(?:左右|以上|以内)?[、和与及,]{1,2}\\Z")
AFTER = re.compile(r"[一-鿿“”A-Za-z0-9]{2,14}(?=[,。;:、\n]|\Z)")
MODIFIES = re.compile(f"的(?!{RATES}|目标)|方面|环节|领域")
NUMBER_LIST = re.compile(r"[^、和与,;。\n]{1,16}(?:[、和与][0-9][^、和与,;。\n]{0,12})*")
CHANGING = re.compile(rf"({'|'.join(sorted(CHANGES, key=len, reverse=True))})[了要为]?\Z")
COUNTED = frozenset("个家项座所条处类批件种户套名台支只次场")
"""First characters of the units that count what stands after them: 288个培养基地."""
AVERAGE = re.compile("年均|平均每年|每年平均|平均年")
YEAR_PRINTED = re.compile(f"(?<![比较是]){YEAR}年")
FLOWS = ("新增", "累计", "净增", "新建", "新开工")
"""What accumulates over the years, whatever it exceeds: 新增就业超过3万人."""
MISSED = re.compile("没有|未(?:实现|完成|达|能)")
"""没有实现4%的目标 gives no result."""
HANZI = re.compile("[一-鿿]")
SHORT, LONG_VERB = 3, 6
"""The most characters of a word that may be a verb, and of one that governs what follows: 新培育9家智能工厂."""
WINDOW = 60
"""How far before a number its noun is searched for."""


class _List(NamedTuple):
    """The nouns still waiting for their number, and the change that they share."""

    nouns: list[str]
    change: str | None


class _Read(NamedTuple):
    """What a number yields, and what it leaves to the next: the last noun and the waiting nouns."""

    subject: str
    waiting: _List
    statement: Statement | None = None


NOBODY = _List([], None)


def statements(folded: str, mentions: tuple[Mention, ...], local: bool) -> Iterator[Statement]:
    """The numbers of a text that count something, in order; `local` picks the names of the table of indicators."""
    subject, waiting, end = "", NOBODY, 0
    last: Statement | None = None
    for mention in mentions:
        if mention.kind not in NUMBERS:
            continue
        start = mention.start
        gap = folded[max(end, start - WINDOW) : start]
        if hard := HARD.match(gap):
            subject, waiting, gap = "", NOBODY, gap[hard.end() :]
        elif start - end > WINDOW:
            subject = ""
        end, unit = mention.end, _unit(mention)
        if unit in SPANS_OF_TIME:
            continue
        if waiting.nouns and LISTED.match(gap):
            subject = waiting.nouns.pop(0)
            alike = _statement(start, mention, subject, waiting.change, last and last.year, unit)
            yield alike._replace(base=last and last.base, average=bool(last and last.average))
            continue
        subject, waiting, made = _read(folded, mention, unit, gap, subject, local)
        if made is not None:
            last = _continued(made, last, folded[made.start : start]) if last and not hard else made
            yield last


def _continued(made: Statement, last: Statement, phrase: str) -> Statement:
    """2007年达到24.7万亿元,比2002年增长65.5%,年均增长10.6%: a noun that is not repeated keeps its years."""
    if last.noun != made.noun or made.noun in phrase or not (last.year or last.base):
        return made
    if "年" in phrase and YEAR_PRINTED.search(phrase):
        return made
    base = made.base or (last.base if made.average else None)
    return made._replace(year=made.year or last.year, base=base)


def _read(folded: str, mention: Mention, unit: str, gap: str, subject: str, local: bool) -> _Read:
    """Read one number from the text before it in its sentence, `gap`; `subject` is the last noun."""
    phrase = _own_phrase(gap)
    if ("由" in phrase or "从" in phrase) and (old := OLD.search(phrase)):
        return _Read(clean(split_verbs(phrase[: old.start()])[0])[0] or subject, NOBODY)
    if MISSED.search(phrase) or MODIFIES.match(folded, mention.end):
        return _Read(subject, NOBODY)
    bare, tail = split_verbs(phrase)
    noun, year, skipped = clean(bare)
    begin = mention.start - len(phrase) + skipped
    change, year = _change(mention, tail), year or year_in(tail)
    waiting = NOBODY
    if noun and ("分别" in tail or "双双" in tail):
        noun, *others = members(noun, _numbers_in_a_row(folded, mention.start), local)
        waiting = _List(others, change)
    after = _counted_after(folded, mention, unit)
    if after and not tail and len(noun) <= LONG_VERB and (noun in ACTIONS or is_noun(noun)):
        end = mention.end + len(after)
        made = _statement(begin, mention, noun + after, None, year, unit, tail, end)
        return _Read(subject, waiting, made)
    if not noun:
        noun, stated = (subject if tail else "", None) if subject else _before(gap, local)
        change, begin = change or stated, mention.start - len(phrase)
    elif not (is_noun(noun) or known(noun, local)):
        noun = inner(noun, local)
    if (
        not noun
        or noun in ACTIONS
        or after
        or _compares(unit, tail)
        or _goes_on(folded, mention, noun, local)
    ):
        return _Read(subject, waiting)
    return _Read(noun, waiting, _statement(begin, mention, noun, change, year, unit, tail))


def _own_phrase(gap: str) -> str:
    """The text before a number in its own clause: after a comma, or after a 、 unless a list is counted."""
    phrase = gap.rpartition(",")[2]
    return phrase if "分别" in phrase or "双双" in phrase else phrase.rpartition("、")[2]


def _goes_on(folded: str, mention: Mention, noun: str, local: bool) -> bool:
    """筹措890亿元实施: so short a word before a number and more text is a verb."""
    return len(noun) <= SHORT and HANZI.match(folded, mention.end) is not None and not known(noun, local)


def _statement(
    start: int,
    mention: Mention,
    noun: str,
    change: str | None,
    year: str | None,
    unit: str,
    tail: str = "",
    end: int | None = None,
) -> Statement:
    value = mention.value
    average = ("均" in tail or "每年" in tail) and AVERAGE.search(tail) is not None
    reached = (
        change is None
        and not average
        and (
            tail.endswith(("到", "至", "达"))
            or (value["bound"] == "gt" and not any(word in noun or word in tail for word in FLOWS))
        )
    )
    base = base_in(tail) if change or unit == "倍" else None
    return Statement(start, end or mention.end, noun, change, year, value, unit, reached, base, average)


def _unit(mention: Mention) -> str:
    value = mention.value
    return str(
        CURRENCIES.get(value["currency"], value["currency"]) if mention.kind == "money" else value["unit"]
    )


def _change(mention: Mention, tail: str) -> str | None:
    """Whether the number is a change: 增加3000亿元 is one, 增加到3000亿元 none."""
    if mention.kind == "percent" and mention.value["change"]:
        return str(mention.value["change"])
    found = CHANGING.search(tail) if tail else None
    return CHANGES[found[1]] if found else None


def _counted_after(folded: str, mention: Mention, unit: str) -> str:
    """The noun that stands after a number, 新增9家智能工厂; empty where none does."""
    if mention.kind != "quantity" or unit[0] not in COUNTED:
        return ""
    found = AFTER.match(folded, mention.end)
    return found[0] if found else ""


def _compares(unit: str, tail: str) -> bool:
    """增速比上年提高0.5个百分点: a change of the change."""
    return unit == "个百分点" and any(word in tail for word in ("增速", "增幅", "涨幅", "降幅"))


def _numbers_in_a_row(folded: str, start: int) -> int:
    """How many numbers stand one after another from here: 8.9%、7.7%."""
    found = NUMBER_LIST.match(folded, start)
    return len(re.split("[、和与]", found[0])) if found else 1


def _before(gap: str, local: bool) -> tuple[str, str | None]:
    """今年经济增长的目标,定为7%: noun and change of the clause before, where the table knows the noun."""
    earlier = gap.split(",")[-2:-1]
    if not earlier:
        return "", None
    bare, tail = split_verbs(earlier[0])
    noun = clean(bare)[0]
    if not known(noun, local):
        return "", None
    change = next((way for word, way in CHANGES.items() if word in tail), None)
    return noun, change

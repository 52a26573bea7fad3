"""政府工作报告: results (回顾) and targets (目标), one indicator each.

    国内生产总值增长5%左右          target of 2025: 国内生产总值增长, about 5 %
    城镇新增就业1256万人            result of 2024: 城镇新增就业, 12560000 人
    进出口促稳提质                  target in words: no value

The target of one year and the result of the next have the same name (`indicators.py`). A number is read once:
repetitions in later sentences are left out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from operator import attrgetter
from typing import Any

from gongwen.model import Diagnostic, Draft, Sections
from gongwen.model.records import AbsentTarget, Indicator, WorkReport
from gongwen.profiles.work_report.clauses import Statement, statements
from gongwen.profiles.work_report.indicators import name_of
from gongwen.profiles.work_report.periods import RESULT, TARGET, Speaking, Spoken, year_of
from gongwen.profiles.work_report.targets import Worded, absent, passage, worded
from gongwen.rules.dates.report_years import is_work_report

NATIONAL = re.compile("代表(?:国务院|中央人民政府)|国务院的?(?:决定|委托)")
SAID = attrgetter("indicator", "operator", "value", "high", "unit", "period", "kind")
TURNED = {"ge": "le", "gt": "lt", "le": "ge", "lt": "gt"}
"""What a bound becomes when the sign changes: to fall by 3 % or more is to grow by -3 % or less."""


def applies(draft: Draft) -> bool:
    """Whether this is the report of a government to its congress."""
    return is_work_report(draft.context.title, draft.body.folded[:1500])


def record(draft: Draft) -> tuple[WorkReport, list[Diagnostic]]:
    """The record of a report; it has no diagnostics."""
    folded = draft.body.folded
    local = not _is_national(draft)
    year = draft.context.year or year_of(draft)
    spoken = Spoken(draft, year)
    places = passage(draft.body)
    sections = Sections(draft.outline)
    numbers = [
        (statement, _speaking(spoken, places, statement, year))
        for statement in statements(folded, draft.mentions, local)
    ]
    taken = sorted((statement.start, statement.end) for statement, _ in numbers)
    rows = [
        _number(statement, speaking, _period(statement, speaking, spoken), local)
        for statement, speaking in numbers
    ]
    rows += [
        _words(words, _speaking(spoken, places, words, year).period)
        for words in worded(folded, places, taken, local)
    ]
    indicators = _once(sorted(rows, key=lambda row: row.span))
    text = draft.body.text
    named = [
        replace(row, id=f"indicator-{ordinal}", section=sections.at(row.span[0]), text=text[slice(*row.span)])
        for ordinal, row in enumerate(indicators, 1)
    ]
    missing = [
        AbsentTarget(words.name, (words.start, words.end), text[words.start : words.end])
        for words in absent(folded, local)
    ]
    return WorkReport(str(year) if year else None, named, missing), []


def _is_national(draft: Draft) -> bool:
    folded = draft.body.folded
    if NATIONAL.search(folded[:3000]):
        return True
    return (
        "地区生产总值" not in folded
        and "国内生产总值" in folded
        and "我省" not in folded
        and "我市" not in folded
    )


def _speaking(
    spoken: Spoken, places: list[tuple[int, int]], where: Statement | Worded, year: int | None
) -> Speaking:
    """What a number is about; inside the target passage always a target."""
    found = spoken.at(where.start)
    if found.kind != TARGET and any(start <= where.start < end for start, end in places):
        return Speaking(TARGET, str(year) if year else None)
    return found


def _number(statement: Statement, speaking: Speaking, period: str | None, local: bool) -> Indicator:
    name, sign = name_of(statement.noun, statement.change, statement.unit, local)
    amount, high, bound = statement.value["amount"], statement.value["high"], statement.value["bound"]
    if sign < 0:
        amount, high = (f"-{high}", f"-{amount}") if high else (_negative(amount), None)
        bound = TURNED.get(str(bound), bound)
    return Indicator(
        indicator=name,
        operator=bound,
        value=amount,
        high=high,
        unit=statement.unit,
        period=period,
        kind=speaking.kind,
        span=(statement.start, statement.end),
    )


def _period(statement: Statement, speaking: Speaking, spoken: Spoken) -> str | None:
    """The year or years of a number; a yearly average has no single one."""
    period = statement.year or speaking.period
    if statement.base and period and int(statement.base) < int(period[-4:]):
        first, last = int(statement.base) + 1, period[-4:]
        return last if first == int(last) else f"{first}/{last}"
    if statement.average and (period is None or "/" not in period):
        return spoken.years_at(statement.end, speaking.kind)
    if statement.reached and speaking.kind == RESULT and period and "/" in period:
        return period[-4:]
    return period


def _negative(amount: str | None) -> str | None:
    return amount if amount in (None, "0") else f"-{amount}"


def _words(words: Worded, period: str | None) -> Indicator:
    return Indicator(
        indicator=words.name,
        operator=None,
        value=None,
        high=None,
        unit=None,
        period=period,
        kind=TARGET,
        span=(words.start, words.end),
    )


def _once(rows: list[Indicator]) -> list[Indicator]:
    """Without what an earlier row already says."""
    seen: set[tuple[Any, ...]] = set()
    kept = []
    for row in rows:
        key = SAID(row)
        if key not in seen:
            seen.add(key)
            kept.append(row)
    return kept

"""Figures as series: what each notice aims at, and what a later one reports.

    国内生产总值增长   2024: target 2025 about 5 %   2025: result 2025 5.1 %      an outcome
    城镇新增就业       2023: 1200万人左右 → 2024: 1200万人以上                    operator_changed
    整改问题          2020: 46 项 → 2023: 38 项                                  a statistic

Work reports give their indicators, rectification notices their statistics, other notices every number whose label
stands in two of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from gongwen.comparison.changes.countings import countings
from gongwen.comparison.changes.figures import EXACT
from gongwen.comparison.units import units_of
from gongwen.contract import Notice
from gongwen.contract.timeline import FigureChange, FigureKind, FigureSeries, FigureValue, Outcome
from gongwen.rules.text.characters import fold

LONGEST_LABEL = 24
"""A longer label names nothing that recurs."""


class _Found(NamedTuple):
    """A value whose predecessor is not known yet."""

    name: str
    unit: str | None
    kind: FigureKind
    said: dict[str, Any]


def figures_of(notices: Sequence[Notice]) -> list[FigureSeries]:
    """The figures in at least two notices of a series, or in its only one, in order of first appearance.

    Values with one name and two units are two series; a target in words joins the series of its name.
    """
    named: dict[str, list[_Found]] = {}
    for at, notice in enumerate(notices):
        for found in _found(at, notice):
            named.setdefault(found.name, []).append(found)
    return [
        made
        for name, found in named.items()
        for unit, held in _by_unit(found)
        if (made := _series(name, unit, held, len(notices)))
    ]


def _found(at: int, notice: Notice) -> Iterator[_Found]:
    for record in notice.records:
        if record.type == "work_report":
            for one in record.indicators:
                said = one.model_dump(include={"period", "value", "high", "operator", "text", "span"})
                yield _Found(one.indicator, one.unit, one.kind, {"notice": at, **said})
            for none in record.absent:
                said = {"period": record.year, "text": none.text, "span": none.span, "absent": True}
                yield _Found(none.indicator, None, "target", {"notice": at, **said})
        else:
            for count in record.statistics:
                text = notice.text[slice(*count.span)]
                said = {"value": count.amount, "operator": "eq", "text": text, "span": count.span}
                yield _Found(count.label, count.unit, "statistic", {"notice": at, **said})
    if not notice.records:
        yield from _labelled(at, notice)


def _labelled(at: int, notice: Notice) -> Iterator[_Found]:
    """Every number with a label, for a notice without a profile."""
    folded = fold(notice.text)
    pieces = [piece for unit in units_of(notice) for piece in unit.pieces]
    for one in countings(notice, folded, pieces):
        if 1 < len(one.label) <= LONGEST_LABEL and not one.origin:
            value = one.value
            said = {"value": value.value, "high": value.high, "operator": value.bound, "text": value.text}
            yield _Found(one.label, value.unit, "figure", {"notice": at, "span": value.span, **said})


def _by_unit(found: Sequence[_Found]) -> list[tuple[str | None, list[_Found]]]:
    """The values of a name by their units; a target in words joins the unit that most values have."""
    units = Counter(one.unit for one in found if one.unit is not None)
    usual = units.most_common(1)[0][0] if units else None
    names: list[str | None] = list(units) or [None]
    return [(unit, [one for one in found if (one.unit or usual) == unit]) for unit in names]


def _series(name: str, unit: str | None, found: Sequence[_Found], notices: int) -> FigureSeries | None:
    places = {one.said["notice"] for one in found}
    if len(places) < min(2, notices):
        return None
    values: list[FigureValue] = []
    before: dict[tuple[FigureKind, bool], FigureValue] = {}
    for one in found:
        said = {"period": None, "value": None, "high": None, "operator": None, **one.said}
        absent = said.pop("absent", False)
        kind = one.kind, "/" in (said["period"] or "")
        value = FigureValue(kind=one.kind, change=_change(said, absent, before.get(kind)), **said)
        values.append(value)
        before[kind] = value
    return FigureSeries(
        name=name,
        unit=unit,
        first=min(places),
        last=max(places),
        values=values,
        outcomes=list(_outcomes(values)),
    )


def _change(said: dict[str, Any], absent: bool, before: FigureValue | None) -> FigureChange:
    """Compared with the previous value of the same kind: a year with a year, a plan with a plan."""
    if absent:
        return "explicitly_absent"
    if before is None:
        return "first"
    if (said["value"] is None) != (before.value is None):
        return "redefined"
    if said["value"] is None:
        return "equal" if _bare(said["text"]) == _bare(before.text) else "reworded"
    if (said["value"], said["high"]) != (before.value, before.high):
        return "value_changed"
    return "equal" if said["operator"] == before.operator else "operator_changed"


def _bare(text: str) -> str:
    """和 instead of 与 does not change a target."""
    return fold(text).replace("与", "和")


def _outcomes(values: Sequence[FigureValue]) -> Iterator[Outcome]:
    """Each target with the first result for its period in a later notice."""
    for at, target in enumerate(values):
        if target.kind != "target" or target.period is None or target.change == "explicitly_absent":
            continue
        for then, result in enumerate(values):
            same = result.kind == "result" and result.period == target.period
            if same and result.notice > target.notice and result.value is not None:
                yield Outcome(
                    period=target.period,
                    target=at,
                    result=then,
                    difference=_difference(target, result),
                    met=_met(target, result),
                )
                break


def _difference(target: FigureValue, result: FigureValue) -> str | None:
    if target.value is None or result.value is None:
        return None
    low, got = Decimal(target.value), Decimal(result.value)
    high = Decimal(target.high) if target.high else low
    nearer = min(max(got, low), high)
    return format(EXACT.subtract(got, nearer), "f")


def _met(target: FigureValue, result: FigureValue) -> bool | None:
    """Whether a bound was kept; undefined for 左右 and a bare number."""
    if target.value is None or result.value is None or target.high:
        return None
    aimed, got = Decimal(target.value), Decimal(result.value)
    kept: dict[str, bool] = {
        "ge": got >= aimed, "gt": got > aimed, "le": got <= aimed, "lt": got < aimed
    }  # fmt: skip
    return kept.get(target.operator or "")

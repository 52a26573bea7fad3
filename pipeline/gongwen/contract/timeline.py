"""The public JSON of many notices: `gongwen.timeline/1`, and `gongwen.comparisons/1` for two folders.

A series holds the notices of one body that are of one kind, the earliest first. Notices are referred to by their
place in `notices`, from 0. Spans are `[start, end)` in code points of the `text` of that notice.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from gongwen.contract import Bound, Decimal, Diagnostic, Generator, Model, Span, State
from gongwen.contract.comparison import Comparison, Party

FORMAT: Final = "gongwen.timeline/1"
COMPARISONS: Final = "gongwen.comparisons/1"

Place = Annotated[int, Field(ge=0)]
"""Place of a notice in the `notices` of its series."""
TopicState = Literal["new", "recurring", "returned", "gone"]
Trend = Literal["new", "returned", "rising", "steady", "falling", "dropped", "gone"]
FigureKind = Literal["target", "result", "statistic", "figure"]
FigureChange = Literal[
    "first", "equal", "value_changed", "operator_changed", "reworded", "redefined", "explicitly_absent"
]


class Turns(Model):
    """提法 that a notice changes compared with the one before, the most distinctive first."""

    new: list[str]
    """In none before."""
    rising: list[str]
    falling: list[str]
    dropped: list[str]
    """In the one before, no longer in this one."""


class Moment(Model):
    """One notice of a series."""

    id: str
    uri: str | None
    title: str | None
    issuer: str | None
    """As printed."""
    date: str | None
    """What it is ordered by: feedback of the inspection, 成文日期, 发布日期, or a year of the report, title or file."""
    label: str
    """Short, for the head of a column: 2023, or 2023-05 where a year has more than one."""
    characters: Annotated[int, Field(ge=0)]
    """Length of what phrases are counted in."""
    phrases: Turns


class Appearance(Model):
    """A topic in one notice."""

    notice: Place
    units: list[str]
    """Ids of the sections or issues: several where the topic was split."""
    name: str
    similarity: Annotated[float, Field(ge=0, le=1)] | None
    """To its appearance before; `null` for the first."""
    status: State | None
    """整改完成情况, of an issue."""


class Topic(Model):
    """A section or an issue, followed through the series."""

    id: str
    kind: Literal["issue", "section"]
    name: str
    """As the last notice that has it words it."""
    first: Place
    last: Place
    state: TopicState
    """`new` in the latest notice alone, `recurring` in the latest and the one before, `returned` in the latest after a
    gap, `gone` from the latest."""
    appearances: list[Appearance]


class FigureValue(Model):
    """What one notice says of a figure."""

    notice: Place
    kind: FigureKind
    """目标, 回顾, a statistic of a rectification, or any number with a label."""
    period: str | None
    value: Decimal | None
    """`null` for a target in words, and for one that the notice says it does not set."""
    high: Decimal | None
    operator: Bound | None
    text: str
    span: Span
    change: FigureChange
    """Compared with the previous value of the same kind: a year with a year, a five-year plan with a plan."""


class Outcome(Model):
    """A target and the result that a later notice gives for the same period."""

    period: str
    target: Place
    """Place in `values`."""
    result: Place
    """Place in `values`."""
    difference: Decimal | None
    """Result minus target, or minus the nearer end of a target range."""
    met: bool | None
    """`null` if the target is 左右, a bare number or in words, for which being met is undefined."""


class FigureSeries(Model):
    """One figure through the series."""

    name: str
    unit: str | None
    first: Place
    last: Place
    values: list[FigureValue]
    outcomes: list[Outcome]


class Phrase(Model):
    """提法: a run of words that some notices use much more than others."""

    text: str
    counts: list[Annotated[int, Field(ge=0)]]
    """Occurrences in each notice."""
    total: Annotated[int, Field(ge=1)]
    first: Place
    last: Place
    peak: Place
    """Where it is most frequent; the earliest of several."""
    trend: Trend
    """In the latest notice compared with those before: `dropped` from the latest, `gone` longer ago."""


class Series(Model):
    """The notices of one body that are of one kind, in order."""

    id: str
    issuer: str | None
    """Full name of the state organ or body; `null` if no notice tells it."""
    kind: str | None
    """文种"""
    profile: str | None
    """`rectification`, `work_report`, or none."""
    subject: str | None
    """What the titles have in common, of notices without a profile."""
    notices: list[Moment]
    topics: list[Topic]
    figures: list[FigureSeries]
    phrases: list[Phrase]
    """The most distinctive first."""


class Timeline(Model):
    """Notices of several years, by series, and what becomes of topics, figures and phrases."""

    format: Literal["gongwen.timeline/1"]
    generator: Generator
    series: list[Series]
    diagnostics: list[Diagnostic]

    def to_json(self, indent: int | None = None) -> str:
        """The document as JSON; the same bytes for the same notices, everywhere."""
        return self.model_dump_json(indent=indent)


class SeriesComparison(Model):
    """The latest notice of a series on the left, compared with the latest on the right."""

    issuer: str | None
    kind: str | None
    profile: str | None
    subject: str | None
    comparison: Comparison


class Alone(Model):
    """A notice without a counterpart."""

    party: Party
    reason: Literal["no_partner", "not_the_latest"]
    """Its series is on one side only; or its side has a later one of the series."""


class Comparisons(Model):
    """Two folders or lists of notices, one comparison a series."""

    format: Literal["gongwen.comparisons/1"]
    generator: Generator
    series: list[SeriesComparison]
    left_alone: list[Alone]
    right_alone: list[Alone]

    def to_json(self, indent: int | None = None) -> str:
        """The document as JSON; the same bytes for the same notices, everywhere."""
        return self.model_dump_json(indent=indent)

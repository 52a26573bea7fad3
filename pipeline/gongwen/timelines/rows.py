"""A timeline as tables: a long one for CSV, and a wide one for each subject.

what     name              notice  period  kind    value  state
topic    理论学习不深入      2019                    ...    phase_completed
figure   城镇新增就业        2023    2023    target  12000000
phrase   高质量发展          2023                    6
"""

from __future__ import annotations

from collections.abc import Iterator

from gongwen.contract.timeline import FigureSeries, FigureValue, Series, Timeline, Topic

LONG = (
    "series issuer what name kind unit notice date label period value high operator change state text".split()
)
"""Columns of the long table: one row per topic, figure or phrase and notice."""
SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "about": "≈", "eq": ""}

Row = dict[str, object]
Sheet = tuple[str, list[str], list[list[object]]]
"""Name, column heads and rows."""


def long_rows(timeline: Timeline) -> Iterator[Row]:
    """The rows of the long table; a missing value is an empty string."""
    for series in timeline.series:
        base: Row = dict.fromkeys(LONG, "")
        base |= {"series": series.id, "issuer": series.issuer or ""}
        for at, said in _said(series):
            moment = series.notices[at]
            yield base | {"notice": moment.id, "date": moment.date or "", "label": moment.label} | said


def _said(series: Series) -> Iterator[tuple[int, Row]]:
    """Every row, with the index of its notice."""
    for topic in series.topics:
        for one in topic.appearances:
            what: Row = {"what": "topic", "name": topic.name, "kind": topic.kind, "change": topic.state}
            yield one.notice, {"state": one.status or "", "text": one.name, **what}
    for figure in series.figures:
        for value in figure.values:
            held = value.model_dump(include={"kind", "period", "value", "high", "operator", "change", "text"})
            plain = {key: "" if one is None else one for key, one in held.items()}
            yield value.notice, {"what": "figure", "name": figure.name, "unit": figure.unit or "", **plain}
    for phrase in series.phrases:
        for at, count in enumerate(phrase.counts):
            if count:
                cells = {"name": phrase.text, "value": str(count), "change": phrase.trend}
                yield at, {"what": "phrase", **cells}


def sheets(series: Series) -> list[Sheet]:
    """Notices, topics, figures, outcomes and phrases of a series, one column per notice where there are years."""
    return [_notices(series), _topics(series), _figures(series), _outcomes(series), _phrases(series)]


def _labels(series: Series) -> list[str]:
    return [moment.label for moment in series.notices]


def _notices(series: Series) -> Sheet:
    lines: list[list[object]] = [
        [one.label, one.date, one.title, one.issuer, one.uri] for one in series.notices
    ]
    return "notices", ["label", "date", "title", "issuer", "uri"], lines


def _topics(series: Series) -> Sheet:
    places = range(len(series.notices))
    lines: list[list[object]] = [
        [topic.name, topic.kind, topic.state, *(mark_of(topic, at) for at in places)]
        for topic in series.topics
    ]
    return "topics", ["topic", "kind", "state", *_labels(series)], lines


def _figures(series: Series) -> Sheet:
    places = range(len(series.notices))
    lines: list[list[object]] = [
        [name_of(figure), kind, *(cell_of(figure, kind, at) for at in places)]
        for figure in series.figures
        for kind in dict.fromkeys(value.kind for value in figure.values)
    ]
    return "figures", ["figure", "kind", *_labels(series)], lines


def _outcomes(series: Series) -> Sheet:
    lines: list[list[object]] = [
        [
            name_of(figure),
            one.period,
            shown(figure.values[one.target]),
            shown(figure.values[one.result]),
            one.difference,
            one.met,
        ]
        for figure in series.figures
        for one in figure.outcomes
    ]
    return "outcomes", ["figure", "period", "target", "result", "difference", "met"], lines


def _phrases(series: Series) -> Sheet:
    lines: list[list[object]] = [
        [phrase.text, phrase.trend, phrase.total, *phrase.counts] for phrase in series.phrases
    ]
    return "phrases", ["phrase", "trend", "total", *_labels(series)], lines


def name_of(figure: FigureSeries) -> str:
    """The figure with its unit."""
    return f"{figure.name} ({figure.unit})" if figure.unit else figure.name


def mark_of(topic: Topic, at: int) -> str:
    """The cell of a topic in the column of a notice: its state, ● if it has none, empty if it is absent."""
    seen = [one for one in topic.appearances if one.notice == at]
    return (seen[-1].status or "●") if seen else ""


def cell_of(figure: FigureSeries, kind: str, at: int) -> str:
    """The first value of a kind that a notice gives, or an empty string."""
    return next((shown(one) for one in figure.values if one.kind == kind and one.notice == at), "")


def shown(value: FigureValue) -> str:
    """A value for display: ≥12000000, 6.5–7, or the words of a target without a number."""
    if value.value is None:
        return value.text
    return SIGNS[value.operator or "eq"] + value.value + (f"–{value.high}" if value.high else "")

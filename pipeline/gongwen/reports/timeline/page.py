"""A timeline as one HTML page: for each series its notices, a matrix of topics by year, figures, and phrases (提法)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from gongwen.contract.timeline import Series, Timeline
from gongwen.reports.page import page
from gongwen.reports.timeline.figure_series import FigureLine, figure_lines
from gongwen.reports.timeline.phrase_lines import PhraseLine, phrase_lines
from gongwen.reports.timeline.topic_matrix import TopicMatrix, topic_matrix
from gongwen.reports.words import TRENDS


@dataclass(frozen=True, slots=True)
class SeriesView:
    """What a template shows about one series."""

    series: Series
    name: str
    topics: TopicMatrix
    figures: list[FigureLine]
    phrases: list[PhraseLine]
    trends: list[tuple[str, int]]
    """How many of the phrases shown are of each trend."""


def timeline_page(timeline: Timeline) -> str:
    """The page of a timeline. A stored one will do: it contains all that is quoted.

    Series of a single notice, in which nothing can be followed, are collapsed at the end.
    """
    views = [_view(series) for series in timeline.series]
    return page(
        "timeline.html",
        timeline=timeline,
        views=views,
        followed=[view for view in views if len(view.series.notices) > 1],
        alone=[view for view in views if len(view.series.notices) == 1],
    )


def _view(series: Series) -> SeriesView:
    parts = (series.issuer, series.kind, series.subject)
    phrases = phrase_lines(series)
    found = Counter(line.phrase.trend for line in phrases)
    return SeriesView(
        series=series,
        name=" · ".join(part for part in parts if part) or series.id,
        topics=topic_matrix(series),
        figures=figure_lines(series),
        phrases=phrases,
        trends=[(trend, found[trend]) for trend in TRENDS if found[trend]],
    )

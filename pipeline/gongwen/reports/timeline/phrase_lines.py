"""The most distinctive phrases (提法) of a series: trend, counts by notice with a column chart.

棚户区改造   ↓ 本次消失 dropped   ▅▁   2022 4 · 2023 1
"""

from __future__ import annotations

from dataclasses import dataclass

from gongwen.contract.timeline import Phrase, Series
from gongwen.reports.charts import Column, columns
from gongwen.timelines.markdown import PHRASES


@dataclass(frozen=True, slots=True)
class PhraseLine:
    """One phrase."""

    phrase: Phrase
    peak: str
    counts: list[tuple[str, int]]
    """Label of the notice and count; notices without the phrase are left out."""
    columns: list[Column]


def phrase_lines(series: Series) -> list[PhraseLine]:
    """The most distinctive phrases, as many as the Markdown shows; the JSON has all."""
    labels = [moment.label for moment in series.notices]
    return [
        PhraseLine(
            phrase=phrase,
            peak=labels[phrase.peak],
            counts=[(label, count) for label, count in zip(labels, phrase.counts, strict=True) if count],
            columns=columns(phrase.counts),
        )
        for phrase in series.phrases[:PHRASES]
    ]

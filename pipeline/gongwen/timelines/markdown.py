"""A timeline as Markdown: for each series its notices, topics, figures, outcomes and the most distinctive phrases."""

from __future__ import annotations

from collections.abc import Iterator

from gongwen.comparison.markdown import escaped
from gongwen.contract.timeline import Series, Timeline
from gongwen.timelines.rows import Sheet, sheets

PHRASES = 60
"""How many phrases are shown; the JSON has all."""
HEADS = {
    "notices": "Notices",
    "topics": "Topics 问题与章节",
    "figures": "Figures 指标",
    "outcomes": "Targets and results 目标与完成",
    "phrases": "Phrases 提法",
}


def render(timeline: Timeline) -> str:
    """The whole timeline as one Markdown text."""
    return "\n".join(line for series in timeline.series for line in _series(series))


def _series(series: Series) -> Iterator[str]:
    parts = (series.issuer, series.kind, series.subject)
    yield f"# {_plain(' · '.join(part for part in parts if part) or series.id)}"
    yield ""
    for name, heads, lines in sheets(series):
        if lines:
            yield f"## {HEADS[name]}"
            yield ""
            yield from _table((name, heads, lines[:PHRASES] if name == "phrases" else lines))
            yield ""
    latest = series.notices[-1]
    for title, found in latest.phrases:
        if found:
            yield f"{title} in {latest.label}: {_plain('、'.join(found))}"
            yield ""


def _table(sheet: Sheet) -> Iterator[str]:
    _, heads, lines = sheet
    yield "| " + " | ".join(map(_plain, heads)) + " |"
    yield "|" + " --- |" * len(heads)
    for line in lines:
        yield "| " + " | ".join("" if cell is None else _plain(str(cell)) for cell in line) + " |"


def _plain(text: str) -> str:
    """Text of a notice, escaped: no character acts as Markdown, no line end breaks a table."""
    return escaped(" ".join(text.split()))

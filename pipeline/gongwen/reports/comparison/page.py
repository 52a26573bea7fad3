"""A comparison as one HTML page: summary, pairs side by side, the two-column table (新旧对照表), figures, documents.

The page of two folders holds one such report for each series, and says what has no partner.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gongwen.comparison.reading import Row, rows, sentence_counts, share_unchanged
from gongwen.contract import Notice
from gongwen.contract.comparison import Change, Comparison
from gongwen.contract.timeline import Comparisons
from gongwen.errors import OptionError
from gongwen.reports.comparison.figure_rows import FigureRow, figure_rows
from gongwen.reports.comparison.summary import CountLine, count_lines, filter_rules, kind_counts
from gongwen.reports.page import page


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """What a template shows about one comparison."""

    prefix: str
    """A prefix for every anchor in the page, so that one page can contain several reports."""
    comparison: Comparison
    counts: list[CountLine]
    kinds: dict[str, int]
    rules: str
    unchanged: str
    sentences: dict[Change, int]
    """How many sentences bear each change."""
    rows: list[tuple[int, Row]]
    changed: list[tuple[int, Row]]
    figures: list[FigureRow]
    documents: list[tuple[int, Row]]


def comparison_page(comparison: Comparison, old: Notice, new: Notice) -> str:
    """The page of one comparison. `old` and `new` are the notices that were compared, for the texts that it points into.

    Raises `OptionError` (`other_notice`) if a notice is not the one that was compared.
    """
    return page("comparison.html", view=_view(comparison, old, new))


def comparisons_page(comparisons: Comparisons, notices: Iterable[Notice]) -> str:
    """The page of two folders; `notices` contains every notice that was compared.

    Raises `OptionError` (`other_notice`) if one is missing.
    """
    held = {notice.id: notice for notice in notices}
    made = [
        (series, _view(series.comparison, *_both(series.comparison, held), f"s{number}-"))
        for number, series in enumerate(comparisons.series, 1)
    ]
    return page("comparisons.html", comparisons=comparisons, series=made)


def _both(comparison: Comparison, held: dict[str, Notice]) -> tuple[Notice, Notice]:
    for party in (comparison.left, comparison.right):
        if party.id not in held:
            raise OptionError("other_notice", f"the notice {party.id} that was compared is not given")
    return held[comparison.left.id], held[comparison.right.id]


def _view(comparison: Comparison, old: Notice, new: Notice, prefix: str = "") -> ComparisonView:
    for party, notice in ((comparison.left, old), (comparison.right, new)):
        if party.id != notice.id:
            raise OptionError("other_notice", f"the notice {notice.id} is not {party.id}, which was compared")
    numbered = list(enumerate(rows(comparison, old, new), 1))
    return ComparisonView(
        prefix=prefix,
        comparison=comparison,
        counts=count_lines(comparison),
        kinds={str(kind): count for kind, count in kind_counts(comparison).items()},
        rules=filter_rules(comparison, prefix),
        unchanged=share_unchanged(comparison),
        sentences=sentence_counts(comparison),
        rows=numbered,
        changed=[one for one in numbered if one[1].pair.changes != ["unchanged"]],
        figures=figure_rows(numbered),
        documents=[one for one in numbered if one[1].pair.documents.added or one[1].pair.documents.dropped],
    )

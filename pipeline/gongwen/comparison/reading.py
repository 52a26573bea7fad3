"""A comparison as rows: each pair with its old and new text, and the changes marked.

1. | 党组会议学习[8次] | 党组会议学习[9次]        the rows of every rendering: terminal, Markdown, reports
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gongwen.contract import Notice
from gongwen.contract.comparison import Change, Comparison, Figure, Kind, Pair, SentencePair, Value

CHANGES: dict[Change, str] = {
    "unchanged": "未变",
    "reworded": "改写",
    "moved": "移位",
    "renumbered": "序号变化",
    "split": "拆分",
    "merged": "合并",
    "added": "新增",
    "removed": "删除",
    "status_changed": "整改状态变化",
    "figures_changed": "数字变化",
    "recurring": "再次出现",
}
"""The Chinese name of every change."""
KINDS: dict[Kind, str] = {"issue": "问题", "section": "章节", "measure": "措施"}
UNITS = {"CNY": "元", "%": "个百分点"}
"""Units in which differences are shown, if not as stored."""


class Fragment(NamedTuple):
    """A run of text; `changed` if the other side has other words, or none."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A pair as two texts."""

    pair: Pair
    left_marker: str
    """The printed number; those of several parts are joined by a plus."""
    right_marker: str
    left: tuple[Fragment, ...]
    right: tuple[Fragment, ...]


def rows(comparison: Comparison, old: Notice, new: Notice) -> list[Row]:
    """The pairs in their order. `old` and `new` are the notices that were compared."""
    before, after = _markers(old), _markers(new)
    return [
        Row(
            pair,
            " + ".join(filter(None, (before.get(name, "") for name in pair.left))),
            " + ".join(filter(None, (after.get(name, "") for name in pair.right))),
            tuple(_fragments(old.text, [(edit.left, edit.op) for edit in pair.wording])),
            tuple(_fragments(new.text, [(edit.right, edit.op) for edit in pair.wording])),
        )
        for pair in comparison.pairs
    ]


def _markers(notice: Notice) -> dict[str, str]:
    """The printed number of every section and issue."""
    markers = {section.id: section.marker.text for section in notice.walk() if section.marker}
    for issue in notice.issues:
        number = "" if issue.number is None else str(issue.number)
        markers[issue.id] = markers.get(issue.section or "", number)
    return markers


def _fragments(text: str, edits: Sequence[tuple[tuple[int, int] | None, str]]) -> Iterator[Fragment]:
    end: int | None = None
    for span, op in edits:
        if span is None:
            continue
        if end is not None and (gap := text[end : span[0]]).isspace():
            yield Fragment(gap, False)
        yield Fragment(text[slice(*span)], op != "equal")
        end = span[1]


def share_unchanged(comparison: Comparison) -> str:
    """How much of both is the same: `77 of 101`."""
    return f"{comparison.summary['unchanged']} of {len(comparison.pairs)}"


def sentence_counts(comparison: Comparison) -> dict[Change, int]:
    """How many sentences have each change; changes without any are left out."""
    found = Counter(change for sentence in comparison.sentences for change in sentence.changes)
    return {change: found[change] for change in CHANGES if found[change]}


def sentence_texts(sentence: SentencePair, old: Notice, new: Notice) -> tuple[str, str]:
    """Both texts of a sentence, empty on the side that lacks it."""
    return (
        "".join(old.text[slice(*one.span)] for one in sentence.left),
        "".join(new.text[slice(*one.span)] for one in sentence.right),
    )


def figure_line(figure: Figure) -> str:
    """A figure as one line: 查摆问题: 27条 → 33条 (+6条, ×1.2222)."""
    notes: list[str] = []
    if figure.relation in ("redefined", "explicitly_absent", "operator_changed"):
        notes.append(figure.relation)
    elif difference := difference_of(figure):
        notes.append(difference)
    if figure.relation == "value_changed" and figure.ratio is not None:
        notes.append(f"×{figure.ratio}")
    behind = f" ({', '.join(notes)})" if notes else ""
    return f"{figure.label}: {_said(figure.left)} → {_said(figure.right)}{behind}"


def difference_of(figure: Figure) -> str | None:
    """The difference, new minus old, with sign and unit: +6条."""
    if figure.difference is None or figure.right is None:
        return None
    sign = "" if figure.difference.startswith("-") else "+"
    return f"{sign}{figure.difference}{UNITS.get(figure.right.unit, figure.right.unit)}"


def _said(value: Value | None) -> str:
    return "—" if value is None else value.text

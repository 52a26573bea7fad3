"""The public JSON of a comparison, `gongwen.comparison/1`, as pydantic models.

A pair with an empty `left` was added, one with an empty `right` removed; several ids on one side are a split or a
merge. Spans are `[start, end)` in code points of the `text` of their own notice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final, Literal

from pydantic import ConfigDict, Field

from gongwen import contract
from gongwen.contract import Bound, Decimal, Diagnostic, Generator, Span, State

FORMAT: Final = "gongwen.comparison/1"

Kind = Literal["issue", "section", "measure"]
Change = Literal[
    "unchanged", "reworded", "moved", "renumbered", "split", "merged", "added", "removed", "status_changed",
    "figures_changed", "recurring",
]  # fmt: skip
Tone = Literal["harder", "softer"]
FigureRelation = Literal[
    "equal", "value_changed", "operator_changed", "redefined", "added", "dropped", "explicitly_absent"
]


class Model(contract.Model):
    """As in the contract of a notice; built when the first comparison is made, since many programs make none."""

    model_config = ConfigDict(defer_build=True)


class Party(Model):
    """One of the two notices."""

    id: str
    uri: str | None
    title: str | None
    """标题"""
    issuers: list[str]
    """发文机关"""
    signed_on: str | None
    """成文日期, ISO 8601"""


class Value(Model):
    """A number as one notice states it."""

    text: str
    """Exactly what stands at `span`."""
    value: Decimal | None
    """A decimal string; `null` where the notice says that it sets none (不设具体目标)."""
    high: Decimal | None
    """Upper end of a range."""
    bound: Bound
    """`ge` 以上, `le` 以内, `about` 左右 ..."""
    unit: str
    """人, 家, %, or a currency: CNY."""
    span: Span


class Figure(Model):
    """One quantity in both notices, identified by its label: 城镇新增就业 1200万人左右 → 1200万人以上."""

    label: str
    """What is counted, as the new notice words it, or the old one where the new says nothing of it."""
    left: Value | None
    right: Value | None
    difference: Decimal | None
    """New minus old, `null` unless both have one unit."""
    ratio: Decimal | None
    """New divided by old, to four places; `null` where the old one is 0 too."""
    operator_changed: bool
    """左右 became 以上, or a number a range."""
    relation: FigureRelation
    """`redefined`: what is counted has changed (登记失业率 → 调查失业率), so the difference is meaningless."""


class Citations(Model):
    """《文件》 that one side cites and the other doesn't."""

    added: list[str]
    dropped: list[str]


class Edit(Model):
    """A run of words: in both, in one, or in place of another. Never half a number, a date or a 《title》."""

    op: Literal["equal", "insert", "delete", "replace"]
    left: Span | None
    right: Span | None


class Pair(Model):
    """What has become of a section, an issue or a measure."""

    kind: Kind
    left: list[str]
    """Ids of sections or issues; of a measure without a section of its own, `ISSUE/PLACE`."""
    right: list[str]
    similarity: Annotated[float, Field(ge=0, le=1)]
    """Of the two texts, words weighted by rarity; 1 for the same text, 0 if a side is empty."""
    changes: list[Change]
    """At least one, in the order of the contract."""
    status: tuple[State | None, State | None] | None
    """整改完成情况 from, to, of an issue whose state changed."""
    tone: Tone | None
    """Of an issue: the problem is worded harder (不够严实 → 严重弱化) or softer than before."""
    figures: list[Figure]
    """Figures that changed, were added or removed."""
    documents: Citations
    wording: list[Edit]
    """The whole own text of both sides without markers, in order; equal runs, too."""


class SentenceOf(Model):
    """A sentence of one notice."""

    unit: str
    """Id of the section, issue or measure in whose own text it stands, as in `pairs`."""
    span: Span


class SentencePair(Model):
    """What has become of a sentence, wherever it is in the other notice."""

    kind: Literal["sentence"]
    left: list[SentenceOf]
    right: list[SentenceOf]
    similarity: Annotated[float, Field(ge=0, le=1)]
    """Of the two texts, words weighted by rarity; 1 for the same text, 0 if a side is empty."""
    changes: list[Change]
    """At least one, in the order of the contract."""
    figures: list[Figure]
    """Figures that changed, were added or removed in it."""
    wording: list[Edit]
    """Both texts in order; equal runs, too."""


class Comparison(Model):
    """Two notices, aligned, and what changed between them."""

    format: Literal["gongwen.comparison/1"]
    generator: Generator
    left: Party
    right: Party
    summary: dict[Change, int]
    """How many pairs have each change; every change is a key."""
    pairs: list[Pair]
    """In the order of the new notice; what was removed stands after what it stood after."""
    sentences: list[SentencePair] = Field(default=[])
    """The own texts of the pairs sentence by sentence, in the order of the new notice; what was removed stands after
    what it stood after."""
    diagnostics: list[Diagnostic]
    """What makes the comparison doubtful: nothing in common, two kinds of notices, one notice twice."""

    @property
    def changed(self) -> list[Pair]:
        """The pairs that are not just `unchanged`."""
        return [pair for pair in self.pairs if pair.changes != ["unchanged"]]

    def of(self, change: Change, kind: Kind | None = None) -> Iterator[Pair]:
        """The pairs with a change, of one kind or of all."""
        return (pair for pair in self.pairs if change in pair.changes and kind in (None, pair.kind))

    def to_json(self, indent: int | None = None) -> str:
        """The comparison as JSON; the same bytes for the same notices, everywhere."""
        return self.model_dump_json(indent=indent)

"""The summary of a comparison: how many pairs of each kind have each change, and the filter built from it.

Δ 数字变化 figures_changed   问题 0 · 章节 4 · 措施 4   8 ████
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gongwen.comparison.reading import CHANGES, KINDS
from gongwen.contract.comparison import Change, Comparison, Kind


@dataclass(frozen=True, slots=True)
class CountLine:
    """One change and how many pairs have it."""

    change: Change
    total: int
    by_kind: dict[Kind, int]
    share: int
    """Percent of the most frequent change."""


def count_lines(comparison: Comparison) -> list[CountLine]:
    """The changes that occur, in the order of the contract."""
    found = Counter((change, pair.kind) for pair in comparison.pairs for change in pair.changes)
    most = max(comparison.summary.values(), default=0) or 1
    return [
        CountLine(change, total, {kind: found[change, kind] for kind in KINDS}, total * 100 // most)
        for change, total in comparison.summary.items()
        if total
    ]


def kind_counts(comparison: Comparison) -> dict[Kind, int]:
    """How many pairs are of each kind; kinds without any are left out."""
    found = Counter(pair.kind for pair in comparison.pairs)
    return {kind: found[kind] for kind in KINDS if found[kind]}


def filter_rules(comparison: Comparison, prefix: str) -> str:
    """CSS that hides all but the chosen change or kind, and says if nothing is left; it needs no script."""
    return "\n".join(_rules(comparison, prefix))


def _rules(comparison: Comparison, prefix: str) -> Iterator[str]:
    borne = [line.change for line in count_lines(comparison)]
    kinds = list(kind_counts(comparison))
    there = {(change, pair.kind) for pair in comparison.pairs for change in pair.changes}
    for change in borne:
        yield (
            f"#{prefix}report:has(#{prefix}change-{change}:checked) [data-changes]"
            f':not([data-changes~="{change}"]){{display:none}}'
        )
    for kind in kinds if len(kinds) > 1 else ():
        yield (
            f"#{prefix}report:has(#{prefix}kind-{kind}:checked) [data-kind]"
            f':not([data-kind="{kind}"]){{display:none}}'
        )
    for change in CHANGES:
        for kind in kinds:
            if change in borne and (change, kind) not in there:
                yield (
                    f"#{prefix}report:has(#{prefix}change-{change}:checked)"
                    f":has(#{prefix}kind-{kind}:checked) .nothing{{display:block}}"
                )

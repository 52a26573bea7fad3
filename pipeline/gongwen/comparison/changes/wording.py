"""How one text became the other: runs of words that are equal, inserted, deleted, or in place of others.

保持在1.3万亿斤以上 → 1.3万亿斤以上        保持在 deleted, the rest equal
5个党支部 → 15个党支部                     5个 replaced by 15个, never 1 inserted

Clauses first, then the words of the clauses that differ: what stays word for word is never broken up by a change
next to it. Both steps use the longest common subsequence (rapidfuzz).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple

from gongwen.comparison.segments import Segment, Source
from gongwen.comparison.units import Piece

ISLAND = re.compile(r"[\W_]*[的了和与及等在对为是]?[\W_]*")
SMALL = 2
"""The most characters of an equal run that is merged into the changes around it."""


class Run(NamedTuple):
    """Corresponding segments; one side is empty for what was inserted or deleted."""

    equal: bool
    left: tuple[Segment, ...]
    right: tuple[Segment, ...]


Op = Literal["equal", "insert", "delete", "replace"]


class Stretch(NamedTuple):
    """A run as places in the two texts."""

    op: Op
    left: Piece | None
    right: Piece | None


def runs(left: Source, ours: Sequence[Piece], right: Source, theirs: Sequence[Piece]) -> list[Run]:
    """What two texts have in common and where they differ, in order."""
    found: list[Run] = []
    for run in _joined(_opcodes(left.clauses(ours), right.clauses(theirs))):
        if run.equal or not run.left or not run.right:
            found.append(run)
        else:
            found += _opcodes(left.words(run.left), right.words(run.right))
    return _without_islands(_joined(found))


def runs_in_order(
    left: Source, right: Source, stretches_of_both: Iterable[tuple[Sequence[Piece], Sequence[Piece]]]
) -> list[Run]:
    """The runs of texts whose passages are already paired, in order: pairs are compared word by word, what is
    on one side only was inserted or deleted as a whole.
    """
    found: list[Run] = []
    for ours, theirs in stretches_of_both:
        if ours and theirs:
            found += runs(left, ours, right, theirs)
        elif ours or theirs:
            found.append(Run(False, tuple(left.clauses(ours)), tuple(right.clauses(theirs))))
    return found


def _opcodes(left: Sequence[Segment], right: Sequence[Segment]) -> list[Run]:
    from rapidfuzz.distance import Indel

    codes = Indel.opcodes([segment.key for segment in left], [segment.key for segment in right])
    return [
        Run(
            code.tag == "equal",
            tuple(left[code.src_start : code.src_end]),
            tuple(right[code.dest_start : code.dest_end]),
        )
        for code in codes
    ]


def _joined(found: Iterable[Run]) -> list[Run]:
    """Adjacent runs of one sort as one run: a deletion and an insertion are a replacement."""
    joined: list[Run] = []
    for run in found:
        if joined and joined[-1].equal == run.equal:
            last = joined[-1]
            joined[-1] = Run(run.equal, last.left + run.left, last.right + run.right)
        else:
            joined.append(run)
    return joined


def _without_islands(found: Sequence[Run]) -> list[Run]:
    """A 的 or a comma that two changes happen to share does not separate them."""
    last = len(found) - 1
    return _joined(
        run._replace(equal=False)
        if run.equal and 0 < at < last and _is_island(run, found[at - 1], found[at + 1])
        else run
        for at, run in enumerate(found)
    )


def _is_island(run: Run, before: Run, after: Run) -> bool:
    """Is an equal run too small to separate two changes? A lone 的, or two characters between longer changes."""
    text = _text(run.left)
    if len(text) > SMALL and not ISLAND.fullmatch(text):
        return False
    around = min(_size(before), _size(after))
    both = all((before.left, before.right, after.left, after.right))
    return both and (len(text) < around or ISLAND.fullmatch(text) is not None)


def _size(run: Run) -> int:
    return max(len(_text(run.left)), len(_text(run.right)))


def _text(segments: Iterable[Segment]) -> str:
    return "".join(segment.key for segment in segments)


def stretches(found: Iterable[Run], left: Source, right: Source) -> Iterator[Stretch]:
    """The runs as spans. A span never crosses the text of another unit; it includes blanks between its segments."""
    for run in found:
        ours, theirs = _spans(run.left, left), _spans(run.right, right)
        if run.equal and len(ours) != len(theirs):
            ours = [(a.start, a.end) for a in run.left]
            theirs = [(b.start, b.end) for b in run.right]
        for one, other in zip_longest(ours, theirs):
            op: Op = (
                "equal"
                if run.equal
                else "insert"
                if one is None
                else "delete"
                if other is None
                else "replace"
            )
            yield Stretch(op, one, other)


def _spans(segments: Sequence[Segment], source: Source) -> list[Piece]:
    spans: list[Piece] = []
    for segment in segments:
        if spans and not source.folded[spans[-1][1] : segment.start].strip():
            spans[-1] = spans[-1][0], segment.end
        else:
            spans.append((segment.start, segment.end))
    return spans

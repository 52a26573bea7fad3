"""What has become of each sentence: unchanged, reworded, moved, split, merged, added or removed."""

from __future__ import annotations

from collections.abc import Sequence

from gongwen.comparison.changes.naming import REAL, figures_of, in_order, is_reworded, runs_of
from gongwen.comparison.changes.sides import Both, Side
from gongwen.comparison.changes.wording import stretches
from gongwen.comparison.matching.sentences import Link
from gongwen.comparison.sentences import Sentence
from gongwen.contract.comparison import Change, Edit, SentenceOf, SentencePair


def sentence_pair(link: Link, old: Side, new: Side, turned: bool) -> SentencePair:
    """The published pair of a link; `link` and both sides as the caller named them, old and new."""
    ours = [old.sentences[place] for place in link.left]
    theirs = [new.sentences[place] for place in link.right]
    both = [Both([one.span for one in ours], [one.span for one in theirs])]
    found = runs_of(both, old, new, turned)
    changed = [run for run in found if not run.equal]
    names: set[Change] = set()
    numbers = figures_of(found, both, old, new, turned) if changed and ours and theirs else []
    if not ours or not theirs:
        names.add("removed" if ours else "added")
    else:
        if link.moved:
            names.add("moved")
        if len(theirs) > 1:
            names.add("split")
        if len(ours) > 1:
            names.add("merged")
        if any(figure.relation in REAL for figure in numbers):
            names.add("figures_changed")
        if is_reworded(changed, numbers):
            names.add("reworded")
    return SentencePair(
        kind="sentence",
        left=_named(ours, old),
        right=_named(theirs, new),
        similarity=round(link.similarity, 3) if changed else 1.0,
        changes=in_order(names),
        figures=numbers,
        wording=[Edit(op=op, left=a, right=b) for op, a, b in stretches(found, old.source, new.source)],
    )


def only_headings(link: Link, old: Side, new: Side) -> bool:
    """Are both sides headings? These are covered by the pair of their sections."""
    return all(old.sentences[place].heading for place in link.left) and all(
        new.sentences[place].heading for place in link.right
    )


def _named(sentences: Sequence[Sentence], side: Side) -> list[SentenceOf]:
    return [SentenceOf(unit=side.units[one.unit].id, span=one.span) for one in sentences]

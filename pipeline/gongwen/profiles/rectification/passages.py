"""Passages of an issue's own text, split at their labels.

责任单位：办公室；整改时限：2022年6月底        other 办公室； · deadline 2022年6月底
整改措施：修订规则。整改进展：已完成。           measure 修订规则。 · status 已完成。
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gongwen.model import Draft, Mention, Span
from gongwen.rules.outcomes import labels

EDGE = " \n。:;,、：；，"
STOP = re.compile(r"[。:;\n]")


class Piece(NamedTuple):
    """A passage of an issue's own text after one label, or without a label."""

    label: str
    """`status`, `deadline`, `measure`, `other`, or empty."""
    start: int
    end: int


def pieces(draft: Draft, content: Iterable[Span], after: int) -> Iterator[Piece]:
    """The pieces of a section's own text from `after` on."""
    folded = draft.body.folded
    for span in content:
        if span.end <= after:
            continue
        start, end = trimmed(folded, max(span.start, after), span.end)
        found = list(labels_in(folded, start, end))
        first = found[0].start() if found else end
        if start < first:
            yield Piece("", start, first)
        for label, following in zip(found, [*found[1:], None], strict=False):
            last = following.start() if following else end
            if label.end() < last:
                yield Piece(label.lastgroup or "", label.end(), last)


def labels_in(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The labels of a passage; most passages have neither colon nor brackets and are not examined further."""
    if folded.find("【", start, end) >= 0 and (found := list(labels.BRACKETED.finditer(folded, start, end))):
        yield from found
    elif folded.find(":", start, end) >= 0:
        yield from labels.LABEL.finditer(folded, start, end)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without punctuation and blanks at the beginning and blanks at the end."""
    while start < end and text[start] in EDGE:
        start += 1
    while start < end and text[end - 1] in " \n":
        end -= 1
    return start, end


def sentence_end(folded: str, start: int, end: int, most: int) -> int:
    """The end of a passage's first sentence, or of the passage if that is longer than `most` characters."""
    stop = STOP.search(folded, start, min(end, start + most))
    return stop.start() if stop else end


def bare_end(folded: str, start: int, end: int) -> int:
    """The end of a passage without its final full stop."""
    while start < end and folded[end - 1] in " \n。;":
        end -= 1
    return end


def dates_in(draft: Draft, start: int, end: int) -> list[Mention]:
    """The dates in a passage."""
    mentions = draft.mentions
    at = bisect_left(mentions, start, key=lambda one: one.start)
    found = []
    while at < len(mentions) and mentions[at].start < end:
        if mentions[at].kind == "date":
            found.append(mentions[at])
        at += 1
    return found

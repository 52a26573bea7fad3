"""Passages of an issue's own text: parted at their labels, without what surrounds them.

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
    """A stretch of an issue's own text under one label, or under none."""

    label: str
    """`status`, `deadline`, `measure`, `other`, or nothing."""
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
    """The labels of a stretch; most have neither colon nor brackets, and are not looked at closer."""
    if folded.find("【", start, end) >= 0 and (found := list(labels.BRACKETED.finditer(folded, start, end))):
        yield from found
    elif folded.find(":", start, end) >= 0:
        yield from labels.LABEL.finditer(folded, start, end)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the punctuation and blanks that the stretch begins with, nor blanks at its end."""
    while start < end and text[start] in EDGE:
        start += 1
    while start < end and text[end - 1] in " \n":
        end -= 1
    return start, end


def sentence_end(folded: str, start: int, end: int, most: int) -> int:
    """The end of the sentence that begins a stretch, of the stretch where it is longer than `most` characters."""
    stop = STOP.search(folded, start, min(end, start + most))
    return stop.start() if stop else end


def bare_end(folded: str, start: int, end: int) -> int:
    """The end of a stretch without the stop that closes it."""
    while start < end and folded[end - 1] in " \n。;":
        end -= 1
    return end


def dates_in(draft: Draft, start: int, end: int) -> list[Mention]:
    """The dates that stand in a stretch."""
    mentions = draft.mentions
    at = bisect_left(mentions, start, key=lambda one: one.start)
    found = []
    while at < len(mentions) and mentions[at].start < end:
        if mentions[at].kind == "date":
            found.append(mentions[at])
        at += 1
    return found

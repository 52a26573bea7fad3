"""Problems in unnumbered paragraphs, below a theme or in a text without any numbers.

（一）党的建设方面                    a theme
针对学习不深入的问题。制定……           an issue
针对作风不实的问题。开展……             another
【反馈问题】采购不规范。               the label says that the problem follows
【整改措施】修订……
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from gongwen.model import Draft, Node, Span
from gongwen.profiles.rectification.passages import sentence_end

FRAMED = re.compile(r"(?:针对|关于)[^。;\n]{4,80}?问题(?:的整改)?(?=[。:,;]|$|\n)")
LABEL = re.compile(
    r"(?:【(?:反馈|存在|具体|主要|指出)的?(?:具体)?问题】:?|(?:反馈|存在|具体|主要|指出)的?(?:具体)?问题:)\s*"
)
RUN_IN_MOST = 90


class Opening(NamedTuple):
    """Where a paragraph opens with a problem."""

    start: int
    title: Span
    closed: bool
    """A full stop or a colon after the frame: it heads what follows instead of continuing as a sentence."""
    label: bool


def openings(folded: str, node: Node) -> list[Opening]:
    """The paragraphs below a section's heading that open with a problem, in the order of the text."""
    found: list[Opening] = []
    below = node.heading.end if node.heading else node.span.start
    if folded.find("问题", below, node.span.end) < 0:
        return found
    for start, end in sorted(_paragraphs(node)):
        if folded[start] not in "针关【反存具主指":
            continue
        if framed := FRAMED.match(folded, start, end):
            title = Span(*framed.span())
            found.append(Opening(start, title, folded[title.end : title.end + 1] not in (",", ";"), False))
        elif (label := LABEL.match(folded, start, end)) and label.end() < end:
            stop = sentence_end(folded, label.end(), end, RUN_IN_MOST)
            found.append(Opening(start, Span(label.end(), stop), True, True))
    return found


def parted(node: Node, found: Sequence[Opening]) -> Iterator[Node]:
    """A part of the section for each opening, with the paragraphs and items that stand below it; without a marker."""
    ends = [*(opening.start for opening in found[1:]), node.span.end]
    for opening, end in zip(found, ends, strict=False):
        own = [span for span in _paragraphs(node, below=False) if opening.start <= span.start < end]
        first = next(
            (span.end for span in _paragraphs(node) if span.start == opening.start), opening.title.end
        )
        children = tuple(
            _clipped(child, end) for child in node.children if opening.start <= child.span.start < end
        )
        tails = [
            span
            for child in node.children
            if child.span.start < opening.start
            for span in _paragraphs(child)
            if opening.start <= span.start < end
        ]
        rest = [Span(opening.title.end, first)] if first > opening.title.end else []
        content = [*rest, *(span for span in sorted([*own, *tails]) if span.start > opening.start)]
        last = max([span.end for span in content] + [child.span.end for child in children] + [first])
        yield replace(
            node,
            marker=None,
            heading=opening.title,
            span=Span(opening.start, last),
            content=tuple(content),
            children=children,
        )


def unnumbered(draft: Draft) -> Iterator[Node]:
    """The parts of the text outside all sections that open with a framed problem: 针对……问题。……"""
    for node in draft.outline:
        yield from parted(node, [one for one in openings(draft.body.folded, node) if not one.label])


def _paragraphs(node: Node, *, below: bool = True) -> Iterator[Span]:
    """The paragraphs under a section's heading, including those that the outline assigns to the items above them."""
    yield from node.content
    for child in node.children if below else ():
        inline = child.content[:1] if _runs_on(child) else ()
        yield from (span for span in _paragraphs(child) if span not in inline)


def _runs_on(node: Node) -> bool:
    """Whether its text begins in the line of its number."""
    head = node.heading or node.marker
    return bool(head and node.content and node.content[0].start <= head.end + 1)


def _clipped(node: Node, end: int) -> Node:
    if node.span.end <= end:
        return node
    content = tuple(Span(start, min(last, end)) for start, last in node.content if start < end)
    children = tuple(_clipped(child, end) for child in node.children if child.span.start < end)
    ends = [span.end for span in content] + [child.span.end for child in children]
    return replace(
        node, span=Span(node.span.start, max(ends, default=end)), content=content, children=children
    )

"""A notice that can be edited: its outline as a tree of printed parts, and back to a text.

plant(notice)        the tree; render(tree) gives the notice's own text again
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import gongwen


@dataclass
class Node:
    """A section as it is printed. Parts are strings and nodes in order."""

    origins: frozenset[str]
    """Ids of the old sections that it comes from; empty for what is new."""
    marker: str
    style: str
    heading: str
    parts: list[Any]
    lead: str
    """What stands between it and the text before: a line break, nothing, or a signature and all."""
    kind: str = "section"
    problem: bool = False
    status: tuple[str, str] | None = None
    """The status line's own words and their state."""
    edits: set[str] = field(default_factory=set)
    start: int = -1
    """Where it was printed."""

    @property
    def children(self) -> list[Node]:
        return [part for part in self.parts if isinstance(part, Node)]

    @property
    def content(self) -> list[str]:
        return [part for part in self.parts if isinstance(part, str)]

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass
class Tree:
    """A notice: what stands before and after its sections, and the sections."""

    before: str
    roots: list[Node]
    after: str

    def walk(self) -> Iterator[Node]:
        for root in self.roots:
            yield from root.walk()

    def families(self) -> Iterator[list[Any]]:
        """Every list that holds siblings."""
        yield self.roots
        for node in self.walk():
            yield node.parts


def plant(notice: gongwen.Notice) -> Tree:
    """The tree of a notice."""
    first, last = notice.outline[0].span[0], max(section.span[1] for section in notice.walk())
    records = {issue.section: issue for issue in notice.issues}
    measures = {measure.section for issue in notice.issues for measure in issue.measures}
    at = first
    roots = []
    for section in notice.outline:
        node, at = _node(notice, section, at, records, measures)
        roots.append(node)
    return Tree(notice.text[:first], roots, notice.text[last:])


def _node(notice, section, at, records, measures):
    text = notice.text
    issue = records.get(section.id)
    node = Node(
        frozenset([section.id]),
        section.marker.text if section.marker else "",
        section.marker.style if section.marker else "",
        section.heading or "",
        [],
        text[at : section.span[0]],
        "issue" if issue else "measure" if section.id in measures else "section",
        issue is not None,
        (issue.status.text, issue.status.state) if issue and issue.status else None,
    )
    at = section.marker.span[1] if section.marker else section.span[0]
    if section.heading_span:
        node.heading = text[at : section.heading_span[1]]
        at = section.heading_span[1]
    pieces = [(span[0], span, None) for span in section.content] + [
        (child.span[0], None, child) for child in section.children
    ]
    for _, span, child in sorted(pieces, key=lambda piece: piece[0]):
        if child is not None:
            part, at = _node(notice, child, at, records, measures)
            node.parts.append(part)
        else:
            node.parts.append(text[at : span[1]])
            at = span[1]
    return node, at


def render(tree: Tree) -> str:
    """The text of a tree; every node learns where it was printed."""
    pieces: list[str] = [tree.before]

    def write(node: Node) -> None:
        pieces.append(node.lead)
        node.start = sum(map(len, pieces))
        pieces.append(node.marker + node.heading)
        for part in node.parts:
            if isinstance(part, Node):
                write(part)
            else:
                pieces.append(part)

    for root in tree.roots:
        write(root)
    return "".join(pieces) + tree.after

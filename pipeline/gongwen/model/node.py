"""One section of the outline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gongwen.model.marker import Marker
from gongwen.model.span import Span


@dataclass(frozen=True, slots=True)
class Node:
    """A numbered section, or the unnumbered root of an enclosed document or attachment."""

    id: str
    """Place in the tree: `2.1.1` is the first child of the first child of the second root."""
    marker: Marker | None
    depth: int
    """1 for a root."""
    heading: Span | None
    """The heading without its marker and its closing stop."""
    span: Span
    """The whole subtree."""
    content: tuple[Span, ...]
    """The section's own text, without marker, heading and children."""
    children: tuple[Node, ...]

    def walk(self) -> Iterator[Node]:
        """This section and all below it, in the order of the text."""
        pending = [self]
        while pending:
            node = pending.pop()
            yield node
            pending.extend(reversed(node.children))

"""The tree of numbered sections: 二 → （一） → 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from gongwen.contract.base import Model, Span


class Marker(Model):
    """The printed number of a section."""

    text: str
    style: str
    ordinal: int | None
    """As printed, never renumbered; `null` for a dash or 最后."""
    span: Span
    inline: bool
    """Text of the same paragraph stands before it."""


class Section(Model):
    """A node of the outline."""

    id: str
    """Place in the tree: `2.1.1`; `0` is the text above the first number."""
    marker: Marker | None
    depth: Annotated[int, Field(ge=1)]
    heading: str | None
    heading_span: Span | None
    span: Span
    """The whole subtree."""
    content: list[Span]
    """The section's own text: all that is neither marker nor heading nor a child's."""
    children: list[Section]

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in the order of the text."""
        pending = [self]
        while pending:
            section = pending.pop()
            yield section
            pending.extend(reversed(section.children))

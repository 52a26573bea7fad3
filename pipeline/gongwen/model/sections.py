"""Which section a place of the text belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from gongwen.model.node import Node


class Sections:
    """The sections of an outline, indexed by the places of their own text."""

    def __init__(self, outline: Iterable[Node]) -> None:
        owners: list[tuple[int, int, str]] = []
        for root in outline:
            for node in root.walk():
                owners.extend((start, end, node.id) for start, end in node.content)
                if node.heading:
                    owners.append((node.heading.start, node.heading.end, node.id))
        self._owners = sorted(owners)
        self._starts = [owner[0] for owner in self._owners]

    def at(self, position: int) -> str | None:
        """Id of the innermost section whose heading or own text contains a position."""
        found = bisect_right(self._starts, position) - 1
        return self._owners[found][2] if found >= 0 and position < self._owners[found][1] else None

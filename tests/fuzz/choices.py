"""What a fuzzer's bytes decide: one after the other, until there are none; then always the first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Choices:
    """Choices("ab").of(["x", "y"]) takes a byte and gives one of the two."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def __bool__(self) -> bool:
        return self._at < len(self._data)

    def number(self, most: int) -> int:
        """From 0 to `most`; two bytes where one does not reach."""
        size = 1 if most < 256 else 2
        taken = self._data[self._at : self._at + size]
        self._at += size
        return int.from_bytes(taken, "big") % (most + 1)

    def of(self, values: Sequence[T]) -> T:
        """One of these."""
        return values[self.number(len(values) - 1)]

    def rest(self) -> bytes:
        """All that is left."""
        taken, self._at = self._data[self._at :], len(self._data)
        return taken

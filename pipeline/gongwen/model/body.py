"""The canonical text of a notice and the blocks that it consists of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from gongwen.model.page import Block


class BodyBlock(NamedTuple):
    """One block of the text, with its role in the notice."""

    start: int
    end: int
    role: str
    """A `gongwen.model.vocabulary.Role`; empty until that stage has run."""
    source: Block
    """The block of the page that it comes from."""


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a notice, twice, and its blocks in order.

    `len(folded) == len(text)`: every span is valid in both. Blocks are joined by one line feed each.
    """

    text: str
    """The notice's own characters; runs of blanks are one space, zero-width characters are gone."""
    folded: str
    """The same with full-width forms as half-width ones, for matching."""
    blocks: tuple[BodyBlock, ...]

"""A notice as plain text: each line is a block."""

from __future__ import annotations

from collections.abc import Sequence

from gongwen.model import Block, Origin, Page
from gongwen.readers.media_types import TEXT


def read_plain_text(lines: Sequence[str], encoding: str) -> Page:
    """The lines of a text in order; blank ones only leave `Block.gap` on the line below."""
    blocks, gap = [], False
    for number, line in enumerate(lines, 1):
        if not line or line.isspace():
            gap = True
            continue
        blocks.append(Block(line, Origin(line=number), align=_placing(line), gap=gap))
        gap = False
    return Page(tuple(blocks), TEXT, encoding)


def _placing(line: str) -> str:
    """A line pushed far to the right by blanks is right-aligned; a first-line indent is two characters."""
    indent = line[: len(line) - len(line.lstrip())]
    return "right" if len(indent) + indent.count("\u3000") >= 16 else ""

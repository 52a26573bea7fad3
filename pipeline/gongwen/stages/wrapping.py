"""Texts that a program has wrapped at a right margin, as converters of PDF and old mail programs do.

        根据《食品安全法》及其实施条例规定，按照年度抽检计划，         an indent or a blank line opens a paragraph
    近期，我局组织抽检粮食加工品等8大类食品326批次样品。
                          — 1 —                                 page numbers stand between the halves of a sentence

Named assumptions: in a wrapped text no line is long, many reach nearly as far as the longest, and of these many end
within a sentence.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gongwen.model import Block, Dropped
from gongwen.rules.parts import PAGE_NUMBER
from gongwen.stages.titles import Line

LONGEST = 80
"""Characters of a line; whole paragraphs are longer."""
COLUMNS = (30, 120)
NEARLY = 0.85
FEWEST_LINES = 8
FEWEST_FULL = 4
STOPS = re.compile(r"[。!?;:…”]$")
BLANKS = frozenset(" \t\u3000\xa0")
NARROW = re.compile("[\0-⺀]")


class Wrapped(NamedTuple):
    """The lines of a text with what is known of its margin."""

    lines: list[Line]
    full: int
    """Columns from which a line goes on below; 0 where the text is not wrapped."""
    dropped: tuple[Dropped, ...]
    """Page numbers."""


def width(text: str) -> int:
    """Columns on a page: a Chinese character takes two."""
    return 2 * len(text) - len(NARROW.findall(text))


def read_wrapping(lines: list[Line], indented: list[bool]) -> Wrapped:
    """The lines without page numbers, `Block.gap` set where a paragraph opens; as they are if nothing wraps them.

    `indented` says of each line whether blanks stood before it.
    """
    full = _full(lines)
    if not full:
        return Wrapped(lines, 0, ())
    opens = any(indented) and not all(indented)
    kept: list[Line] = []
    dropped: list[Dropped] = []
    broken = False  # a page number stood between this line and an unfinished one
    for (block, line), indent in zip(lines, indented, strict=True):
        if PAGE_NUMBER.match(line):
            dropped.append(Dropped(block.text, "page_number", block.origin))
            broken = bool(kept) and not STOPS.search(kept[-1][1])
            continue
        gap = (block.gap and not broken) or (opens and indent)
        kept.append((block._replace(gap=gap), line))
        broken = False
    return Wrapped(kept, full, tuple(dropped))


def _full(lines: list[Line]) -> int:
    if len(lines) < FEWEST_LINES or max(len(line) for _, line in lines) > LONGEST:
        return 0
    measured = [width(line) for _, line in lines]
    widths = sorted(columns for columns, (block, _) in zip(measured, lines, strict=True) if not block.row)
    margin = widths[int(len(widths) * 0.98) - 1] if widths else 0
    if not COLUMNS[0] <= margin <= COLUMNS[1]:
        return 0
    full = int(margin * NEARLY)
    reaching = [line for columns, (_, line) in zip(measured, lines, strict=True) if columns >= full]
    within = sum(not STOPS.search(line) for line in reaching)
    wrapped = within >= max(FEWEST_FULL, 0.2 * len(lines)) and within >= 0.4 * len(reaching)
    return full if wrapped else 0


def goes_on(block: Block, line: str, full: int) -> bool:
    """Whether the physical line reaches the margin, so that the paragraph may go on below."""
    return bool(full) and not block.row and width(line) >= full

"""Texts that a program has wrapped at a right margin, as converters of PDF and old mail programs do.

        根据《食品安全法》及其实施条例规定，按照年度抽检计划，         an indent or a blank line opens a paragraph
    近期，我局组织抽检粮食加工品等8大类食品326批次样品。
                          — 1 —                                 page numbers stand between the halves of a sentence

Named assumptions: in a wrapped text no line reaches far beyond the margin, many nearly reach it, and many of these end
within a sentence: what follows is no marker (二、……) and no label (发文日期：……). Too few lines show no margin, but where
every paragraph is indented, a line without an indent continues one that has no full stop.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gongwen.model import Block, Dropped
from gongwen.rules.documents.kinds import TITLE_END
from gongwen.rules.layout import parts
from gongwen.rules.layout.labels import opens_pair
from gongwen.rules.layout.parts import LABELLED, PAGE_NUMBER
from gongwen.rules.numbering.markers import OPENING
from gongwen.rules.text.characters import seam
from gongwen.stages.lines.titles import Line

LONGEST_LINE = 80
"""The most characters of a wrapped line; whole paragraphs are longer."""
COLUMNS = (30, 120)
NEARLY = 0.85
OVER = 1.3
"""A line this many times as wide as the margin was not wrapped at it; one in a hundred may be."""
FEWEST_LINES = 8
FEWEST_FULL = 4
STOPS = frozenset("。!?;:…”")
UNSURE = frozenset(
    {"arabic_bare", "arabic_point_bare", "chinese_bare", "dash", "outline_number", "outline_number_of_three"}
)
"""Styles of markers that the rest of a broken sentence may resemble."""
BLANKS = frozenset(" \t\u3000\xa0")
NARROW = re.compile("[\0-⺀]")
INDENT = re.compile("\u3000{2}|[ \xa0]{4}")
INDENT_COLUMNS = 4
FEWEST_INDENTED = 3
FAR, AS_FAR = 0.7, 0.95
"""The share of the widest line that lines of an indented text, broken by hand, reach; one without any full stop may be a heading."""
NUMBER_BETWEEN = re.compile(
    r"[-—－–·]{1,2}\s?\d{1,4}\s?[-—－–·]{1,2}$|第\s?\d{1,4}\s?页(?:\s?[,/(]?\s?共\s?\d{1,4}\s?页\)?)?$"
)
"""What can only be a page number: － 3 －, 第 2 页 共 5 页"""
SHORTEST_HALF = 8
"""The fewest characters of the first half of a sentence split by a page number."""
INNER_STOP = re.compile("[,。;:]")
ENDS = re.compile(r"[。!?;:…”】]$|[一-鿿)\]%]\.$")


class Wrapped(NamedTuple):
    """The lines of a text and what is known of its margin."""

    lines: list[Line]
    full: int
    """The width from which on a line continues below; 0 where the text is not wrapped."""
    dropped: tuple[Dropped, ...]
    """Page numbers."""


def width(text: str) -> int:
    """Width in columns: a Chinese character takes two."""
    return 2 * len(text) - len(NARROW.findall(text))


def read_wrapping(lines: list[Line], indented: list[bool]) -> Wrapped:
    """The lines without page numbers, `Block.gap` set where a paragraph opens; unchanged if the text is not wrapped.

    `indented` says of each line whether blanks stood before it.
    """
    full = _full(lines)
    if not full:
        return _within_sentences(lines)
    opens = any(indented) and not all(indented)
    kept: list[Line] = []
    dropped: list[Dropped] = []
    broken = False  # a page number stood between this line and an unfinished one
    for (block, line), indent in zip(lines, indented, strict=True):
        if PAGE_NUMBER.match(line):
            dropped.append(Dropped(block.text, "page_number", block.origin))
            broken = bool(kept) and kept[-1][1][-1] not in STOPS
            continue
        gap = (block.gap and not broken) or (opens and indent)
        kept.append((block._replace(gap=gap), line))
        broken = False
    return Wrapped(kept, full, tuple(dropped))


def _within_sentences(lines: list[Line]) -> Wrapped:
    """The lines of a text that is not wrapped, without page numbers inside its sentences."""
    kept: list[Line] = []
    dropped: list[Dropped] = []
    at = 0
    while at < len(lines):
        block, line = lines[at]
        if NUMBER_BETWEEN.match(line) and kept and at + 1 < len(lines) and _is_one(kept[-1], lines[at + 1]):
            dropped.append(Dropped(block.text, "page_number", block.origin))
            (last, above), (rest, below) = kept[-1], lines[at + 1]
            kept[-1] = last._replace(text=seam(last.text, rest.text)), seam(above, below)
            at += 2
        else:
            kept.append(lines[at])
            at += 1
    return Wrapped(kept, 0, tuple(dropped))


def _is_one(first: Line, second: Line) -> bool:
    """Whether two lines are halves of a sentence: the first is unfinished, the second is not, and neither is a heading or a name."""
    (block, above), (rest, below) = first, second
    if block.row or rest.row or above[-1] in STOPS or below[-1] not in STOPS or begins_anew(below):
        return False
    head = OPENING.match(above) is not None and not INNER_STOP.search(above)
    return len(above) > SHORTEST_HALF and not (
        head or TITLE_END.search(above) or parts.BODY_NAME.match(above)
    )


def _full(lines: list[Line]) -> int:
    if len(lines) < FEWEST_LINES or max(len(line) for _, line in lines) > LONGEST_LINE:
        return 0
    measured = [width(line) for _, line in lines]
    widths = sorted(columns for columns, (block, _) in zip(measured, lines, strict=True) if not block.row)
    margin = widths[int(len(widths) * 0.98) - 1] if widths else 0
    if not COLUMNS[0] <= margin <= COLUMNS[1]:
        return 0
    if len(widths) < 100 and widths[-1] > margin * OVER:
        return 0
    full = int(margin * NEARLY)
    reaching = [at for at, columns in enumerate(measured) if columns >= full]
    within = sum(_breaks_off(lines, at) for at in reaching)
    wrapped = within >= max(FEWEST_FULL, 0.2 * len(lines)) and within >= 0.4 * len(reaching)
    return full if wrapped else 0


def _breaks_off(lines: list[Line], at: int) -> bool:
    """Whether a line does not end with a full stop and the one below does not start something new."""
    if lines[at][1][-1] in STOPS:
        return False
    return at + 1 == len(lines) or not begins_anew(lines[at + 1][1])


def begins_anew(line: str) -> bool:
    """Whether a line opens with a marker or a label: 二、整改情况, 发文日期：…… 整改完成情况：……

    >>> begins_anew("整改完成情况:已整改完毕。"), begins_anew("管理办法有关规定。")
    (True, False)
    """
    marker = OPENING.match(line)
    sure = marker is not None and marker.lastgroup not in UNSURE
    return sure or LABELLED.match(line) is not None or opens_pair(line)


def hanging(lines: list[Line], blocks: list[Block]) -> frozenset[int]:
    """The numbers of the lines that continue the one above, in a text whose paragraphs are indented by two blanks.

    `blocks` are the lines as printed. None where a paragraph has no indent, which then proves nothing.
    """
    indented = [INDENT.match(block.text) is not None for block in blocks]
    if sum(indented) < FEWEST_INDENTED or max(len(line) for _, line in lines) > LONGEST_LINE:
        return frozenset()
    widths = [
        width(line) + INDENT_COLUMNS * indent for (_, line), indent in zip(lines, indented, strict=True)
    ]
    widest = max(widths)
    found: set[int] = set()
    strays = 0
    inside = False  # the line above belongs to a paragraph that an indent opened
    for at, (block, line) in enumerate(lines):
        if blocks[at].text[0] in BLANKS or not inside or block.row or block.gap:
            inside = indented[at] and not block.row
            continue
        above = lines[at - 1][1]
        marker = OPENING.match(line)
        if marker and marker.lastgroup not in UNSURE:
            strays, inside = strays + 1, False
        elif ENDS.search(above):
            strays, inside = strays + (widths[at] >= COLUMNS[0]), False
        elif (
            begins_anew(line)
            or TITLE_END.search(above)
            or widths[at - 1] < max(COLUMNS[0], widest * (FAR if INNER_STOP.search(above) else AS_FAR))
        ):
            inside = False
        else:
            found.add(block.origin.line or 0)
    return frozenset(found) if strays * 3 <= len(found) else frozenset()


def goes_on(block: Block, line: str, full: int) -> bool:
    """Whether the physical line reaches the margin, so that the paragraph may go on below."""
    return bool(full) and not block.row and width(line) >= full

"""The lines of a page become its paragraphs: what was broken is joined, what was glued is parted.

    关于我市2020年度预算执行          广东省人民政府……           《中华人民共和国
    情况的通报                        的整改情况报告             著作权法》          -> one line each

Named assumptions:

- a line that opens with a closing mark (，。》）) goes on with the line above;
- a short line between an open sentence and a line that opens with a closing mark was a link inside that sentence;
- a line that ends inside 《…》 or （…） or with a comma goes on with the line below;
- a text whose lines mostly reach one right margin without a stop was wrapped by a program;
- a title may run over lines until its 文种 is reached (GB/T 9704-2012 7.3.1);
- a marker alone on its line belongs to the line below.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from gongwen.model import Block, Dropped, Page
from gongwen.rules.characters import even, fold
from gongwen.rules.kinds import KINDS
from gongwen.rules.labels import is_label
from gongwen.rules.markers import OPENING

Line = tuple[Block, str]
"""A line of the page with its folded text."""

CLOSING_MARKS = frozenset(",。、;:?!)》〉”’…】〕]")
GOES_ON = frozenset(",、(《〈“‘〔【—")
UNSURE = frozenset({"arabic_bare", "chinese_bare", "dash", "outline_number"})
"""Styles that a broken sentence may begin with by chance."""
STOPS = re.compile(r"[。!?;:…”]$")
OPENED = {"《": "》", "(": ")", "〔": "〕", "〈": "〉"}
PAGE_NUMBER = re.compile(
    r"^(?:[-—－–·\s]{0,4}\d{1,4}[-—－–·\s]{1,4}|[-—－–·]\s?\d{1,4}|第\s?\d{1,4}\s?页(?:\s?[,/]?\s?共\s?\d{1,4}\s?页)?)$"
)
TITLE_END = re.compile(rf"(?:{'|'.join(sorted(KINDS, key=len, reverse=True))})(?:\([^()]{{1,30}}\))?$")
GLUED_TITLE = re.compile(
    rf"([^。;:]{{4,90}}?(?:{'|'.join(sorted(KINDS, key=len, reverse=True))})(?:\([^()]{{1,20}}\))?)"
    r"((?:各|全[省市县区]|[省市县区]直|国务院各|有关|机关各)[^。:;]{1,160}:)"
)
SENTENCE = re.compile(r"[。;:!?>]|^\d")
BODY_NAME = re.compile(
    r"(?:政府|办公[厅室]|委员会|[局厅部署院会委组处]|党组|党委|法院|检察院|大学|集团|公司|中心)$"
)


def paragraphs(page: Page) -> Page:
    """The page with its lines joined and parted; page numbers of a wrapped text are dropped by that name."""
    blocks = [block._replace(text=text) for block in page.blocks if (text := even(block.text, block.row))]
    lines = (
        list(zip(blocks, fold("\n".join(block.text for block in blocks)).split("\n"), strict=True))
        if blocks
        else []
    )
    lines = _join_labels(lines)
    dropped: list[Dropped] = []
    margin = _margin(lines)
    if margin:
        dropped = [
            Dropped(block.text, "page_number", block.origin)
            for block, line in lines
            if PAGE_NUMBER.match(line)
        ]
        lines = [(block, line) for block, line in lines if not PAGE_NUMBER.match(line)]
    lines = _join_titles(_join(lines, margin))
    parted = [part for position, line in enumerate(lines) for part in _part(*line, position)]
    return replace(page, blocks=tuple(parted), dropped=page.dropped + tuple(dropped))


def _join_labels(lines: list[Line]) -> list[Line]:
    """A label whose characters stand on lines of their own: 索 / 引 / 号:"""
    joined: list[Line] = []
    at = 0
    while at < len(lines):
        block, line = lines[at]
        count = 1
        if len(line) <= 2 and not block.row:
            spelled = ["".join(text for _, text in lines[at : at + size]) for size in range(2, 7)]
            count = next(
                (size for size, word in enumerate(spelled, 2) if word.endswith(":") and is_label(word)), 1
            )
        text = "".join(block.text for block, _ in lines[at : at + count])
        joined.append((block._replace(text=text), fold(text)) if count > 1 else lines[at])
        at += count
    return joined


def _width(text: str) -> int:
    """Columns on a page: a Chinese character takes two."""
    return len(text) + sum(char > "⺀" for char in text)


def _margin(lines: list[Line]) -> int:
    """The right margin in columns of a hard-wrapped text, 0 for a text with whole paragraphs.

    Wrapped: many lines reach within two characters of the widest and do not end with a stop.
    """
    if len(lines) < 8 or max(len(line) for _, line in lines) > 80:
        return 0
    widths = sorted(_width(line) for block, line in lines if not block.row)
    margin = widths[int(len(widths) * 0.98) - 1] if widths else 0
    if not 30 <= margin <= 120:
        return 0
    full = [line for _, line in lines if _width(line) >= margin - 4 and not STOPS.search(line)]
    return margin if len(full) >= 0.4 * len(lines) else 0


def _join(lines: list[Line], margin: int) -> list[Line]:
    joined: list[Line] = []
    open_mark = ""  # what would close the bracket or title that the last line leaves open
    full = False  # the physical line above reaches the margin of a wrapped text
    for position, (block, line) in enumerate(lines):
        if joined and _belongs(joined[-1], block, line, open_mark, full, lines, position):
            last, above = joined[-1]
            joined[-1] = last._replace(text=_seam(last.text, block.text)), _seam(above, line)
        else:
            joined.append((block, line))
        open_mark = _left_open(joined[-1][1])
        full = bool(margin) and _width(line) >= margin - 4
    return joined


def _belongs(
    last: Line, block: Block, line: str, open_mark: str, full: bool, lines: list[Line], position: int
) -> bool:
    """Whether a line goes on with the one above it."""
    above = last[1]
    if block.row or block.part or last[0].row or last[0].part:
        return False
    if line[0] in CLOSING_MARKS and len(above) < 2000 and not line[1:2].isdecimal():
        return True
    alone = OPENING.fullmatch(above) if len(above) < 9 else None
    below = lines[position + 1] if position + 1 < len(lines) else None
    linked = (
        below is not None
        and below[1][0] in CLOSING_MARKS
        and not block.gap
        and not STOPS.search(above)
        and len(line) < 40
    )
    within = bool(open_mark) and any(open_mark in below for _, below in lines[position : position + 3])
    goes_on = above[-1] in GOES_ON and len(above) > 1 and not block.gap
    if not (alone or within or goes_on or full or linked):
        return False
    marker = OPENING.match(line)
    if marker and marker.lastgroup not in UNSURE:
        return False
    if alone and alone.lastgroup not in UNSURE:
        return alone.lastgroup not in ("labelled", "letter")
    if within or goes_on or linked:
        return True
    return full and not block.gap and not (STOPS.search(above) and block.align == "right")


def _left_open(text: str) -> str:
    """The mark that would close what the last 120 characters leave open, or nothing."""
    tail = text[-120:]
    for opening, closing in OPENED.items():
        at = tail.rfind(opening)
        if at >= 0 and closing not in tail[at:]:
            return closing
    return ""


def _seam(above: str, below: str) -> str:
    """Two halves of a line; Latin words keep a blank between them."""
    latin = above[-1:].isascii() and above[-1:].isalpha() and below[:1].isascii() and below[:1].isalpha()
    return f"{above} {below}" if latin else above + below


def _join_titles(lines: list[Line]) -> list[Line]:
    """The first title that runs over lines, joined."""
    for start in range(min(len(lines), 30)):
        if not 3 < len(lines[start][1]) <= 50 or SENTENCE.search(lines[start][1]):
            continue
        for end in range(start + 2, min(start + 5, len(lines) + 1)):
            if _is_broken_title(lines[start:end]):
                title = "".join(block.text for block, _ in lines[start:end])
                return [*lines[:start], (lines[start][0]._replace(text=title), fold(title)), *lines[end:]]
    return lines


def _is_broken_title(lines: list[Line]) -> bool:
    texts = [line for _, line in lines]
    if any(block.row or block.part for block, _ in lines) or any(SENTENCE.search(text) for text in texts):
        return False
    if TITLE_END.search(texts[0]) or not TITLE_END.search("".join(texts)) or len("".join(texts)) > 120:
        return False
    if any(OPENING.match(text) or len(text) > 50 for text in texts):
        return False
    centred = all(block.align == "center" or block.heading for block, _ in lines)
    if texts[1].startswith("关于"):
        return not any(map(TITLE_END.search, texts[1:-1])) and (centred or bool(BODY_NAME.search(texts[0])))
    if "关于" in texts[-1]:
        return False
    return (
        "关于" in texts[0] or (centred and len(texts[0]) > 3) or (len(texts[-1]) == 1 and len(texts[0]) < 12)
    )


def _part(block: Block, line: str, position: int) -> list[Block]:
    """A title glued to the bodies it addresses, parted: 关于……的通报各市人民政府:"""
    if position >= 12 or block.row or ":" not in line or not (found := GLUED_TITLE.match(line)):
        return [block]
    cuts = [0, found.end(1), found.end(2), len(block.text)]
    pieces = [block.text[a:b].strip() for a, b in pairwise(cuts)]
    return [block._replace(text=piece) for piece in pieces if piece]

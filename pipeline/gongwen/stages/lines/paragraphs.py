"""The lines of a page become its paragraphs: broken lines are joined, glued ones split.

    会议学习了《江临市节约用水        会议研究了三个议题，        （一）
    管理办法》有关规定。              并作出决定。                加强组织领导。      -> one line each

Named assumptions:

- a line that opens with a closing mark (，。》）) continues the line above;
- a short line between an open sentence and a line that opens with a closing mark was a link inside that sentence;
- a line that ends inside 《…》 or （…） or with a comma continues on the line below;
- a text whose lines mostly reach one right margin without a stop was wrapped by a program;
- among paragraphs indented by two blanks, a line without them continues one that has no full stop;
- a marker alone on its line belongs to the line below.

Joining titles, cutting glued parts and measuring wrapped texts have files of their own (`titles`, `glued_lines`, `wrapping`).
"""

from __future__ import annotations

from dataclasses import replace

from gongwen.model import Block, Page
from gongwen.rules.layout.labels import is_label
from gongwen.rules.layout.parts import LABELLED
from gongwen.rules.numbering.markers import OPENING
from gongwen.rules.text.characters import even, fold, seam
from gongwen.stages.lines.continued_names import join_names
from gongwen.stages.lines.glued_lines import cut_apart
from gongwen.stages.lines.titles import Line, join_titles
from gongwen.stages.lines.wrapping import BLANKS, STOPS, UNSURE, goes_on, hanging, read_wrapping

CLOSING_MARKS = frozenset(",。、;:?!)》〉”’…】〕]")
GOES_ON = frozenset(",、(《〈“‘〔【—")
OPENED = {"《": "》", "(": ")", "〔": "〕", "〈": "〉"}


def paragraphs(page: Page) -> Page:
    """The page with its lines joined and split; page numbers of a wrapped text are dropped as such."""
    shown = [(block, text) for block in page.blocks if (text := even(block.text, block.row))]
    folded = fold("\n".join(text for _, text in shown)).split("\n")
    lines = [
        (block if text is block.text else block._replace(text=text), line)
        for (block, text), line in zip(shown, folded, strict=False)
    ]
    indented = [block.text[0] in BLANKS for block, _ in shown]
    hang = hanging(lines, [block for block, _ in shown]) if page.media_type == "text/plain" else frozenset()
    lines, full, dropped = read_wrapping(lines, indented)
    lines = join_names(join_titles(_join(_join_labels(lines), full, hang), page))
    count = len(lines)
    parted = [part for position, line in enumerate(lines) for part in cut_apart(*line, position, count)]
    return replace(page, blocks=tuple(parted), dropped=page.dropped + dropped)


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
        if count > 1:
            text = "".join(block.text for block, _ in lines[at : at + count])
            joined.append((block._replace(text=text), fold(text)))
        else:
            joined.append(lines[at])
        at += count
    return joined


def _join(lines: list[Line], full: int, hang: frozenset[int]) -> list[Line]:
    joined: list[Line] = []
    open_mark = ""  # what would close the bracket or title that the last line leaves open
    unfinished = False  # the physical line above reaches the margin of a wrapped text
    for position, (block, line) in enumerate(lines):
        if joined and (
            block.origin.line in hang
            or _belongs(joined[-1], block, line, open_mark, unfinished, lines, position)
        ):
            last, above = joined[-1]
            joined[-1] = last._replace(text=seam(last.text, block.text)), seam(above, line)
        else:
            joined.append((block, line))
        open_mark = _left_open(joined[-1][1])
        unfinished = full > 0 and goes_on(block, line, full)
    return joined


def _belongs(
    last: Line, block: Block, line: str, open_mark: str, unfinished: bool, lines: list[Line], position: int
) -> bool:
    """Whether a line continues the one above it."""
    above = last[1]
    if block.row or block.part or last[0].row or last[0].part:
        return False
    if line[0] in CLOSING_MARKS and len(above) < 2000 and not line[1:2].isdecimal():
        return True
    alone = OPENING.fullmatch(above) if len(above) < 9 else None
    linked = (
        position + 1 < len(lines)
        and lines[position + 1][1][0] in CLOSING_MARKS
        and not block.gap
        and above[-1] not in STOPS
        and len(line) < 40
    )
    within = open_mark != "" and any(open_mark in below for _, below in lines[position : position + 3])
    inside = above[-1] in GOES_ON and len(above) > 1 and not block.gap
    if not (alone or within or inside or unfinished or linked):
        return False
    marker = OPENING.match(line)
    if marker and marker.lastgroup not in UNSURE and not (unfinished and above[-1] == "第"):
        return False
    if alone and alone.lastgroup not in UNSURE:
        return alone.lastgroup not in ("labelled", "letter")
    if within or inside or linked:
        return True
    if block.gap or (above[-1] in STOPS and block.align == "right"):
        return False
    return unfinished and not LABELLED.match(line)


def _left_open(text: str) -> str:
    """The mark that would close what the last 120 characters leave open, or nothing."""
    first = max(0, len(text) - 120)
    for opening, closing in OPENED.items():
        at = text.rfind(opening, first)
        if at >= 0 and text.find(closing, at) < 0:
            return closing
    return ""

"""Titles that run over several lines are joined.

    江临市人民政府办公室关于印发      江临市关于棉粮挂钩的
    节水工作方案的通知                几 个 问 题 的 通 知            -> one line each

A title runs on until its 文种 is reached, set line by line in the shape of a trapezium or a diamond (GB/T 9704-2012
7.3.1). Named assumptions:

- lines that together are what the page calls its title are its title;
- centred lines that look alike and end in a 文种 are a title, of the notice or of what it encloses;
- in a text without layout only the first lines may be a title, and the first of them has 关于 or names a body.
"""

from __future__ import annotations

import re

from gongwen.model import Block, Page
from gongwen.rules.documents.document_numbers import is_document_number_line
from gongwen.rules.documents.kinds import TITLE_END
from gongwen.rules.layout import parts
from gongwen.rules.layout.labels import canonical
from gongwen.rules.numbering.markers import OPENING
from gongwen.rules.organisations.bodies import BODY_ENDING
from gongwen.rules.text.characters import fold

Line = tuple[Block, str]
"""A line of the page with its folded text."""

MOST_LINES = 5
SHORTEST = 6
"""The most characters of a line of a title that is only recognised by its subtitle."""
LONGEST_TITLE_LINE = 50
"""The most characters of a line of a title."""
TOP = 30
"""How many lines may stand above a title in a text without layout."""
NO_TITLE = re.compile(r"[。;:!?>]|^\d(?!\d{3}年)")
CONTINUES = re.compile("(?:的|及其?|和|与|以及)[一-鿿]{2,30}$")
"""的通知, 及实施规范: a line that continues the title above it, even if that looks complete."""
HEAD_OF_PAPER = re.compile("(?<!批转)(?<!转发)文件$")
"""江临市水利局文件: a letterhead is not part of the title below it."""
YEARLY = re.compile(r"(?:19|20)\d\d年度?(?! ?\d{1,2} ?月)[^,。]{2,24}$")
ENDS_IN_BODY = re.compile(rf"{BODY_ENDING}$")


def join_titles(lines: list[Line], page: Page) -> list[Line]:
    """The lines, with each title on one line."""
    named = {_squashed(fold(field.value)) for field in page.fields if canonical(field.label) == "title"} - {
        ""
    }
    joined: list[Line] = []
    at, found = 0, False
    while at < len(lines):
        may = 3 < len(lines[at][1]) <= LONGEST_TITLE_LINE
        size = _title_size(lines, at, named, text_may=at < TOP and not found) if may else 1
        if size > 1:
            found = True
            title = "".join(block.text for block, _ in lines[at : at + size])
            joined.append((lines[at][0]._replace(text=title), fold(title)))
        else:
            joined.append(lines[at])
        at += size
    return joined


def _title_size(lines: list[Line], start: int, named: set[str], text_may: bool) -> int:
    """How many lines from `start` on form one title; 1 where there is none, or it has a single line."""
    laid_out = _set_apart(lines[start][0])
    texts = [_squashed(lines[start][1])]
    if not (laid_out or text_may or any(title.startswith(texts[0]) for title in named)):
        return 1
    if not _may_be_part(*lines[start]):
        return 1
    for end in range(start + 1, min(start + MOST_LINES, len(lines))):
        block, line = lines[end]
        if parts.SUBTITLE.match(line):
            whole = min(map(len, texts)) >= SHORTEST and not TITLE_END.search(texts[-1])
            return end - start if whole else 1
        if not _may_be_part(block, line):
            return 1
        laid_out = laid_out and _look(block) == _look(lines[start][0])
        texts.append(_squashed(line))
        if "".join(texts) in named or ((laid_out or text_may) and _is_title(texts, laid_out)):
            return end + 1 - start + _goes_on(lines[end + 1 : end + 3], "".join(texts))
    return 1


def _goes_on(below: list[Line], title: str) -> int:
    """How many more lines continue a title that could end here: 的通知, 及实施规范."""
    for count, (block, line) in enumerate(below, 1):
        title += _squashed(line)
        if not CONTINUES.match(line) or not _may_be_part(block, line):
            return 0
        if TITLE_END.search(title):
            return count
    return 0


def _may_be_part(block: Block, line: str) -> bool:
    return not (
        block.row
        or block.part not in ("", "title")
        or len(line) > LONGEST_TITLE_LINE
        or NO_TITLE.search(line)
        or OPENING.match(line)
        or is_document_number_line(line)
        or HEAD_OF_PAPER.search(line)
    )


def _set_apart(block: Block) -> bool:
    return block.align == "center" or block.heading > 0


def _look(block: Block) -> tuple[str, bool, int]:
    return block.align, block.bold, block.heading


def _squashed(line: str) -> str:
    """Lines without the blanks of spaced-out characters."""
    return "".join(line.split())


def _is_body_and_kind(first: str, second: str) -> bool:
    """某某局 above 责令改正通知书, 2022年度法治政府建设 above 年度报告."""
    kind = len(second) <= 14 and TITLE_END.search(second) is not None
    return kind and (
        (ENDS_IN_BODY.search(first) is not None and second.endswith(("书", "纪要")))
        or YEARLY.search(first) is not None
    )


def _is_title(texts: list[str], laid_out: bool) -> bool:
    """Whether lines form one title: only the last reaches the 文种."""
    whole = "".join(texts)
    if len(whole) > 120 or not TITLE_END.search(whole):
        return False
    if CONTINUES.match(texts[-1]):
        return True
    if any(map(TITLE_END.search, texts[:-1])):
        return False
    if len(texts) == 2 and "关于" not in whole and _is_body_and_kind(*texts):
        return True
    if texts[1].startswith("关于"):
        return laid_out or bool(ENDS_IN_BODY.search(texts[0]))
    if "关于" in texts[-1]:
        return False
    return "关于" in texts[0] or laid_out or (len(texts[-1]) == 1 and len(texts[0]) < 12)

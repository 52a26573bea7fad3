"""目录, the entries under it, and the chapter titles of the text whose numbers only it preserves.

目录                                 toc
第一章 总则                          toc
第二章 行为规范                      toc
第一章 总则                          (the text begins)
……
行为规范                             heading: its 第二章 was lost, as an automatic number is in a copied text
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongwen.rules.layout import parts
from gongwen.rules.numbering.markers import OPENING
from gongwen.rules.numbering.ordinals import ordinal_of
from gongwen.rules.numbering.styles import TITLED

LONGEST_ENTRY = 45
"""The most characters of an entry."""
LONGEST_LINE = 300
LONGEST_LISTED = 80
"""The most characters of an entry before its leaders."""
PAGE_ENDS = frozenset("0123456789)-")
SENTENCE_END = re.compile(r"[。;!?:]$")
SHORT = re.compile("[一-鿿 、]{2,20}$")
PAGE = re.compile(r"(?:\s|…|\.{2,}|·+)+\d{1,4}$")
NO_MATTER = re.compile(r"[\s….·\d()-]+")


def tables_of_contents(lines: Sequence[str], found: list[str]) -> None:
    """Assign `toc` to the heading 目录 and its entries, and to lines with leaders and a page number wherever they stand."""
    for at, line in enumerate(lines):
        if not found[at] and _is_entry(line):
            found[at] = "toc"
    start = next((at for at, line in enumerate(lines) if len(line) < 8 and parts.TOC_HEAD.match(line)), None)
    if start is None:
        return
    found[start] = "toc"
    end = _end(lines, start + 1)
    found[start + 1 : end] = ["toc"] * (end - start - 1)
    for at in _listed(lines, start + 1, end):
        found[at] = "heading"


def unnumbered_chapters(lines: Sequence[str], found: list[str]) -> None:
    """Assign `heading` to the title of a chapter that stands above an article without its number."""
    for at in range(1, len(lines) - 1):
        if lines[at + 1][0] == "第" and not found[at] and _is_chapter(*lines[at - 1 : at + 2]):
            found[at] = "heading"


def _is_chapter(above: str, line: str, below: str) -> bool:
    article = OPENING.match(below)
    if article is None or article.lastgroup != "article" or not SHORT.match(line) or OPENING.match(line):
        return False
    if (
        ordinal_of("article", below, 0, article.end()) == 1
    ):  # the title of an enclosed document stands there, too
        return matter_of(line) == "总则"
    return above.endswith("。")


def matter_of(line: str) -> str:
    """A line in the form used for comparison: without blanks, leaders and page numbers."""
    return NO_MATTER.sub("", line)


def _without_page(line: str) -> str:
    """An entry with its number, without blanks, leaders and page number: 1.1 目标 1 and 1.1 目标 are one."""
    return "".join(PAGE.sub("", line).split())


def _is_entry(line: str) -> bool:
    """第一章 总则………………1"""
    if not 6 < len(line) < LONGEST_LINE or line[-1] not in PAGE_ENDS:
        return False
    found = parts.TOC_LINE.search(line)
    return found is not None and found.start() < LONGEST_LISTED


def _end(lines: Sequence[str], first: int) -> int:
    """Index after the last entry: where the first entry stands again as a heading, or something longer does."""
    opening = matter_of(lines[first]) if first < len(lines) else ""
    listed: set[str] = set()
    for at in range(first, len(lines)):
        line = matter_of(lines[at])
        again = at > first and bool(line) and (line == opening or (len(line) > 1 and opening.endswith(line)))
        entry = _without_page(lines[at])
        again |= len(entry) > 2 and entry in listed
        listed.add(entry)
        if again or len(line) > LONGEST_ENTRY or SENTENCE_END.search(lines[at]):
            return at
    return len(lines)


def _listed(lines: Sequence[str], first: int, end: int) -> list[int]:
    """Lines of the text that are the title of a listed chapter whose number only stands in the list."""
    listed: dict[str, str] = {}
    for line in lines[first:end]:
        found = OPENING.match(line)
        if found and found.lastgroup in TITLED:
            listed[matter_of(line[found.end() :])] = matter_of(line)
    places: dict[str, list[int]] = {}
    for at in range(end, len(lines)) if listed else ():
        if len(lines[at]) <= 2 * LONGEST_ENTRY:
            places.setdefault(matter_of(lines[at]), []).append(at)
    return [
        places[title][0]
        for title, entry in listed.items()
        if title and entry not in places and len(places.get(title, ())) == 1
    ]

"""What is on every page of a PDF besides its text: page numbers and running heads.

    — 3 —        第3页 共12页        江临市人民政府公报 2024年第6期

Named assumptions: both are near the top or bottom of a page; a page number is alone on its line; a running head is the
same, except for numbers, on at least two pages and on four pages in ten.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from gongwen.readers.pdf.lines import Line
from gongwen.rules.layout.parts import PAGE_NUMBER
from gongwen.rules.text.characters import even, fold

OUTER = 0.12
"""Share of a page's height, at its top and at its foot."""
SHARE = 0.4
BARE_NUMBER = re.compile(r"\d{1,4}|[-—–·]{1,2}\s?\d{1,4}\s?[-—–·]{1,2}|\d{1,4}\s?/\s?\d{1,4}")
DIGITS = re.compile(r"\d+")


def furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> dict[tuple[int, int], str]:
    """Page and number of every line that is not text, with the reason."""
    found: dict[tuple[int, int], str] = {}
    heads: dict[tuple[str, bool], list[Line]] = defaultdict(list)
    for lines, height in zip(pages, heights, strict=True):
        for line in lines:
            upper = line.bottom > height * (1 - OUTER)
            if not upper and line.top >= height * OUTER:
                continue
            text = fold(even(line.text))
            if PAGE_NUMBER.match(text) or BARE_NUMBER.fullmatch(text):
                found[line.page, line.number] = "page_number"
            else:
                heads[DIGITS.sub("0", text), upper].append(line)
    for lines in heads.values():
        on = Counter(line.page for line in lines)
        if len(on) >= 2 and len(on) >= SHARE * len(pages):
            found.update(dict.fromkeys(((line.page, line.number) for line in lines), "running_head"))
    return found

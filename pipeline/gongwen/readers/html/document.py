"""Where the document itself is on a page, with its title and byline above it.

    nav   metadata table   TITLE   来源：本网   [ 各市人民政府：…… ]   share links   footer
                           title   byline      first        last

The site's own mark is taken where there is one (`gongwen.rules.layout.site_templates`), else the smallest element that contains
most of the running text.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from gongwen.readers.html.grid import Table
from gongwen.readers.html.sheet import Line, Range, Sheet
from gongwen.readers.html.tables import cells_of
from gongwen.readers.html.title import find_title, is_byline
from gongwen.readers.tables import holds_data
from gongwen.rules.dates.alone import is_date_line
from gongwen.rules.layout import parts
from gongwen.rules.layout.file_names import FILE
from gongwen.rules.layout.furniture import furniture_reason
from gongwen.rules.layout.site_templates import RANK

PUNCTUATION = re.compile("[,。;:、]")
MOSTLY = 0.75
"""The share of a page's running text that the element of its document contains."""
ENOUGH = 0.5
"""A more reliable mark is preferred to a vaguer one that contains up to so much more."""
SPARSE = 0.1
"""A mark that contains less of the page's running text marks something else, such as a summary or caption."""
LIST_HEAD = re.compile(r".{0,6}(?:推荐|最新|热门|相关|更多|排行|热点).{0,6}$")
BESIDE_LINK = re.compile(r"[.·•●◆■>»]{1,2}$|[\[(]?(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}[\])]?$")
"""What such a list prints next to each link: a bullet, the day of publication."""
ATTACHMENT_HEAD = re.compile(r"(?:相关)?附\s?件(?:下载|列表)?\s?\d{0,2}\s?(?:[:.、]|$)")
SIGNERS = 5
"""How many lines below the document its signature may end."""
SOON = 5
"""How many lines below the document the list of its attachments may begin."""
LINKS = 3
"""From so many consecutive links on, they are a list."""


class Document(NamedTuple):
    """The lines of the document itself, as indices into the lines of the page."""

    first: int
    last: int
    """Index after its last line."""
    title: range
    """The lines of a title above it, none where the document opens with its title."""
    bylines: frozenset[int]
    """Lines between that title and the document that describe the document: 来源, 发文字号, a date."""
    attached: range
    """Lines below it that list its attachments: 附件：1.任务清单.docx"""


def find_document(sheet: Sheet, folded: list[str]) -> Document:
    """The document itself on a page; the whole page if nothing stands out."""
    first, last = _body(sheet, folded)
    last = _signed(folded, first, last)
    title = find_title(sheet, folded, first, last)
    bylines = frozenset(
        at for at in range(title.stop, first if title else 0) if is_byline(sheet.lines[at], folded[at])
    )
    return Document(first, last, title, bylines, _attached(folded, last))


def _body(sheet: Sheet, folded: list[str]) -> tuple[int, int]:
    goodness = [0.0, *accumulate(map(_goodness, sheet.lines, folded))]

    def good(place: Range) -> float:
        return goodness[place.last] - goodness[place.first]

    least = goodness[-1] * SPARSE
    marked = [
        place
        for place in sheet.ranges
        if place.mark and place.mark.part == "document" and place.last > place.first and good(place) >= least
    ]
    if marked:
        enough = max(map(good, marked)) * ENOUGH
        best = min(
            (place for place in marked if good(place) >= enough),
            key=lambda place: (RANK[place.mark] if place.mark else 0, -good(place), place.last - place.first),
        )
        return best.first, _without_lists(sheet, folded, best.first, best.last)
    most = goodness[-1] * MOSTLY
    data = {(table.first, table.last) for table in sheet.tables if _is_data(sheet, table, folded)}
    dense = [
        place for place in sheet.ranges if not place.mark and good(place) >= most and place[:2] not in data
    ]
    if goodness[-1] <= 0 or not dense:
        return 0, len(sheet.lines)
    best = min(dense, key=lambda place: (place.last - place.first, place.first))
    return best.first, _without_lists(sheet, folded, best.first, best.last)


def _is_data(sheet: Sheet, table: Table, folded: list[str]) -> bool:
    wide = len(table.widths) > 1 and max(table.widths) > 1 and not table.nested
    return wide and holds_data(cells_of(sheet, table), folded)


def _goodness(line: Line, folded: str) -> float:
    """How much a line looks like running text: its length outside links, more if it is punctuated."""
    own = len(folded) - 2 * line.linked
    if own < 8:
        return own * 0.1 if own > 0 else 0.0
    return own * (1.0 if PUNCTUATION.search(folded) else 0.3)


def _without_lists(sheet: Sheet, folded: list[str], first: int, last: int) -> int:
    """Where the document ends above a list of other pages; links below 附件 are its own."""
    end, head, at = last, False, last
    while at > first + 1:
        at -= 1
        line = folded[at]
        linked = sheet.lines[at].linked * 2 > len(line) and not FILE.search(line)
        if linked or (end < last and LIST_HEAD.match(line)):
            head |= not linked or furniture_reason(line) == "related"
            end = at
        elif not BESIDE_LINK.match(line):
            break
    if ATTACHMENT_HEAD.match(folded[end - 1]):
        return last
    return end if head or last - end >= LINKS else last


def _signed(folded: list[str], first: int, last: int) -> int:
    """Where the document ends, including a signature that the page puts in a block of its own right below it."""
    above = [line for line in folded[max(first, last - SIGNERS) : last] if line]
    if any(map(is_date_line, above[-2:])):
        return last
    for at in range(last, min(last + SIGNERS, len(folded))):
        line = folded[at]
        if parts.SIGNED_IN_LINE.match(line) or (at > last and is_date_line(line)):
            return at + 1
        if line and not parts.BODY_NAME.match(line):
            break
    return last


def _attached(folded: list[str], last: int) -> range:
    """The list of attachments that a site prints below the document, soon after it."""
    for head in range(last, min(last + SOON, len(folded))):
        if ATTACHMENT_HEAD.match(folded[head]):
            end = head + 1
            while end < len(folded) and len(folded[end]) < 150 and FILE.search(folded[end]):
                end += 1
            return range(head, end) if end > head + 1 or FILE.search(folded[head]) else range(0)
    return range(0)
